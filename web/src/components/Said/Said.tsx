import type { ComponentChildren } from 'preact';
import { useSay, type TextKey } from '../../language/language';
import { OfficeText } from '../OfficeText/OfficeText';

/** What a caseworker or their system wrote, as a value in a text of ours. */
export interface FromOffice {
  fromOffice: string;
}

/** One of our texts and what stands in it. */
export interface Saying {
  key: TextKey;
  values?: Record<string, string | number | FromOffice>;
}

/** A text of ours with what caseworkers wrote marked as Swedish inside it. */
export function Said({ of }: { of: Saying }) {
  const say = useSay();
  const marked: FromOffice[] = [];
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(of.values ?? {})) {
    values[name] = typeof value === 'object' ? `\u0000${marked.push(value) - 1}\u0000` : value;
  }
  const parts: ComponentChildren[] = say(of.key, values)
    .split('\u0000')
    .map((part, at) =>
      at % 2 === 0 ? (
        part
      ) : (
        <OfficeText key={at}>{marked[Number(part)]?.fromOffice ?? ''}</OfficeText>
      ),
    );
  return <>{parts}</>;
}
