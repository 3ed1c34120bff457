import { useSay, type TextKey } from '../language/language';

/**
 * The codes of the API and the text of each, in one place. A test holds them against
 * docs/openapi/citizen.yaml. A code that stands here has a word; one that does not is shown as
 * nothing, so that the page still has its title and its date.
 */
export const CODES = {
  area: ['financial-assistance', 'other-assistance'],
  kind: [
    'application',
    'decision',
    'intervention',
    'resource-allocation',
    'payment',
    'incoming-payment',
    'document',
    'appointment',
    'information-request',
    'calculation',
  ],
  documentType: [
    'investigation',
    'work-plan',
    'letter',
    'appointment-letter',
    'decision-notice',
    'journal-note',
    'other',
  ],
  paymentStatus: ['planned', 'paid', 'stopped', 'returned'],
  outcome: ['granted', 'partly-granted', 'rejected', 'dismissed', 'discontinued', 'other'],
  decisionStatus: ['in-force', 'replaced', 'revoked'],
  role: ['applicant', 'co-applicant', 'guardian', 'child', 'other'],
  caseworkerRole: ['responsible', 'co-caseworker', 'other'],
  caseStatus: ['open', 'closed'],
  actor: ['citizen', 'office', 'other'],
  applicationStatus: [
    'received',
    'under-investigation',
    'waiting-for-applicant',
    'decided',
    'withdrawn',
  ],
  interventionStatus: ['planned', 'ongoing', 'ended', 'cancelled'],
  form: ['visit', 'phone', 'video', 'home-visit'],
  requestStatus: ['open', 'fulfilled', 'withdrawn'],
  appealStatus: ['received', 'sent-to-court', 'decided', 'withdrawn'],
  appealResult: ['changed', 'partly-changed', 'upheld', 'dismissed'],
  stage: ['preliminary', 'final'],
  act: [
    'login',
    'logout',
    'opened',
    'pushed',
    'export-ordered',
    'export-opened',
    'profile-changed',
    'phone-changed',
    'email-changed',
    'phone-confirmed',
    'email-confirmed',
  ],
  channel: ['none', 'unconfirmed', 'confirmed', 'closed'],
  attachmentState: ['checking', 'ok', 'refused'],
} as const;

export type CodeSet = keyof typeof CODES;

/** What an address says, if it is a code that we know. */
export function knownCode(set: CodeSet, code: string | undefined): string | undefined {
  return code !== undefined && (CODES[set] as readonly string[]).includes(code) ? code : undefined;
}

/** The text of a code; undefined for one that we do not know yet. */
export type Word = (set: CodeSet, code: string | undefined) => string | undefined;

/** `const word = useWord()`, then `word('outcome', decision.outcome)`. */
export function useWord(): Word {
  const say = useSay();
  return (set, code) =>
    knownCode(set, code) === undefined ? undefined : say(`${set}.${code}` as TextKey);
}

/** Which set the `status` of a summary is from; a decision's is its outcome or its life. */
export const STATUS_OF_KIND: Partial<Record<string, CodeSet>> = {
  application: 'applicationStatus',
  decision: 'decisionStatus',
  intervention: 'interventionStatus',
  payment: 'paymentStatus',
  'information-request': 'requestStatus',
};
