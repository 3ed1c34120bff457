import type { Case, Draft } from '../../api/shapes';
import type { Contact } from './NewMessagePage';

type Recipient = NonNullable<Draft['to']>[number];

/** One caseworker in one case. */
export function keyOf({ caseId, caseworkerId }: Recipient): string {
  return `${caseId} ${caseworkerId}`;
}

/**
 * Who is chosen at first: whoever the draft or the address names, else who is responsible for the
 * case that it names, else the only one there is.
 */
export function firstChosen(
  contacts: Contact[],
  kept: Draft | undefined,
  asked: { case?: string; caseworker?: string },
): string[] {
  if (kept !== undefined) {
    const there = new Set(contacts.map(keyOf));
    return (kept.to ?? []).map(keyOf).filter((key) => there.has(key));
  }
  const ofCase = contacts.filter(({ caseId }) => caseId === asked.case);
  const named = ofCase.filter(({ caseworkerId }) => caseworkerId === asked.caseworker);
  if (named.length > 0) {
    return named.map(keyOf);
  }
  const responsible = ofCase.filter(({ role }) => role === 'responsible');
  const only = ofCase.length === 1 ? ofCase : contacts.length === 1 ? contacts : [];
  return (responsible.length > 0 ? responsible.slice(0, 1) : only).map(keyOf);
}

/** The contacts by case, in the order of the cases. */
export function byCase(cases: Case[], contacts: Contact[]): { of: Case; contacts: Contact[] }[] {
  return cases
    .map((of) => ({ of, contacts: contacts.filter(({ caseId }) => caseId === of.caseId) }))
    .filter((group) => group.contacts.length > 0);
}
