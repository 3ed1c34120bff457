import { withQuery } from '../api/client';
import type { Draft, KeptDraft } from '../api/shapes';
import { paths } from '../app/paths';
import { cleaned, lengthOf, LONGEST_TEXT, newId } from './text';

const ANSWER = 'answer-';

/** The id of an answer to an information request: its draft is told from a message's by it. */
export function newAnswerId(): string {
  return ANSWER + newId();
}

/** Where one goes on writing it. */
export function placeOf({ id, threadId, about }: KeptDraft): string {
  if (threadId !== undefined) {
    return paths.thread(threadId);
  }
  return id.startsWith(ANSWER) && about !== undefined
    ? paths.answer(about.caseId, about.eventId)
    : withQuery(paths.newMessage(), { draft: id });
}

/** The draft of an answer to that request, the newest first. */
export function answerTo(
  drafts: KeptDraft[],
  caseId: string,
  eventId: string,
): KeptDraft | undefined {
  return drafts.find(
    ({ id, about }) =>
      id.startsWith(ANSWER) && about?.caseId === caseId && about.eventId === eventId,
  );
}

/** What of a draft the API keeps; undefined when nothing was written and no file chosen. */
export function draftOf(draft: Draft): Draft | undefined {
  const { text = '', subject = '', to = [], attachmentIds = [], ...rest } = draft;
  const line = cleaned(subject, false).trim();
  const hasText = text.trim() !== '' && lengthOf(text) <= LONGEST_TEXT;
  if (!hasText && line === '' && attachmentIds.length === 0) {
    return undefined;
  }
  return {
    ...rest,
    ...(to.length === 0 ? {} : { to }),
    ...(line === '' ? {} : { subject: line }),
    ...(hasText ? { text: cleaned(text) } : {}),
    ...(attachmentIds.length === 0 ? {} : { attachmentIds }),
  };
}
