import type { Say } from '../language/language';
import { lengthOf, LONGEST_TEXT } from './text';

/** What is wrong with a text that is to be sent. */
export function wrongText(text: string, say: Say): string | undefined {
  return text.trim() === ''
    ? say('writing.empty')
    : lengthOf(text) > LONGEST_TEXT
      ? say('writing.tooLong')
      : undefined;
}
