import { useSay, type TextKey } from '../../language/language';
import './meaning.css';

/** The words of the word list. */
export const TERMS = [
  'case',
  'application',
  'decision',
  'grounds',
  'appeal',
  'intervention',
  'resource-allocation',
  'payment',
  'incoming-payment',
  'claim',
  'livelihood',
  'calculation',
  'norm',
  'household-cost',
  'other-needs',
  'information-request',
  'caseworker',
  'co-applicant',
] as const;
export type Term = (typeof TERMS)[number];

export function isTerm(code: string): code is Term {
  return (TERMS as readonly string[]).includes(code);
}

/** "Vad betyder insats?", where the word is used. */
export function Meaning({ of }: { of: Term }) {
  const say = useSay();
  return (
    <details class="meaning">
      <summary>{say('words.ask', { term: say(`words.${of}-term` as TextKey) })}</summary>
      <p>{say(`words.${of}-meaning` as TextKey)}</p>
    </details>
  );
}
