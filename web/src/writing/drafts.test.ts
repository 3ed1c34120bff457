import { expect, it } from 'vitest';
import { answerTo, draftOf, newAnswerId, placeOf } from './drafts';

const kept = { id: 'a', updatedAt: '2026-11-20T08:00:00Z' };
const about = { caseId: 'c 1', eventId: 'KOM-1' };

it('leads back to where it is written', () => {
  expect(placeOf({ ...kept, threadId: 't' })).toBe('/meddelanden/t');
  expect(placeOf({ ...kept, about })).toBe('/meddelanden/nytt?draft=a');
  expect(placeOf({ ...kept, id: newAnswerId(), about })).toBe(
    '/arenden/c%201/handelser/KOM-1/svara',
  );
});

it('tells an answer to a request from a question about it', () => {
  const id = newAnswerId();
  const drafts = [
    { ...kept, about },
    { ...kept, id, about },
  ];
  expect(answerTo(drafts, 'c 1', 'KOM-1')?.id).toBe(id);
  expect(answerTo(drafts, 'c 1', 'KOM-2')).toBeUndefined();
});

it('keeps what is there, as the API takes it', () => {
  expect(draftOf({ text: ' \n', subject: ' ', to: [], attachmentIds: [] })).toBeUndefined();
  expect(draftOf({ text: 'Hej\u0000', subject: 'Hyran\n', to: [], attachmentIds: [] })).toEqual({
    text: 'Hej',
    subject: 'Hyran',
  });
  expect(draftOf({ text: 'a'.repeat(8001), subject: 'Hyran' })).toEqual({ subject: 'Hyran' });
  expect(draftOf({ text: '', attachmentIds: ['b'], threadId: 't' })).toEqual({
    threadId: 't',
    attachmentIds: ['b'],
  });
});
