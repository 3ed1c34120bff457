/** The longest text of a message, in characters as the API counts them. */
export const LONGEST_TEXT = 8000;
export const LONGEST_SUBJECT = 200;

/** Characters as people and the API count them: an emoji is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) {
    length += 1;
  }
  return length;
}

/** Without what the API takes for no text: control characters and halves of signs. */
export function cleaned(text: string, lines = true): string {
  const kept = text.replaceAll(/[\p{Cc}\p{Cs}]/gu, (sign) => (/\s/.test(sign) ? sign : ''));
  return (lines ? kept : kept.replaceAll(/\s+/g, ' ')).replaceAll(/[\v\f\u0085]/g, ' ');
}

/** A new id for a message: whoever sends it twice sends one. */
export function newId(): string {
  return crypto.randomUUID();
}
