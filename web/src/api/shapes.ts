/** The shapes of docs/openapi/citizen.yaml that the pages read. */

export type Code<Known extends string> = Known | (string & {});

export type Area = Code<'financial-assistance' | 'other-assistance'>;
export type Kind = Code<
  | 'application'
  | 'decision'
  | 'intervention'
  | 'resource-allocation'
  | 'payment'
  | 'incoming-payment'
  | 'document'
  | 'appointment'
  | 'information-request'
  | 'calculation'
>;

export interface Period {
  from: string;
  to?: string;
}
export interface Person {
  name: string;
  role: string;
  you: boolean;
}
export interface Official {
  name: string;
  title?: string;
}
export interface Payee {
  name: string;
  address?: string[];
  you: boolean;
}
export interface Page<T> {
  items: T[];
  next?: string;
}
export interface EventSummary {
  caseId: string;
  caseNumber: string;
  id: string;
  kind: Kind;
  date: string;
  title: string;
  area: Area;
  status?: string;
  amountOre?: number;
  new: boolean;
  changed: boolean;
  updatedAt: string;
}
export interface NextStep {
  text: string;
  actor: string;
  expectedOn?: string;
}
export interface Start {
  areas: { area: Area; latestEvents: EventSummary[] }[];
  unreadMessages: number;
  nextSteps: (NextStep & { caseId: string })[];
  informationRequests: (EventSummary & { what: string; dueOn: string; answeredOn?: string })[];
  upcomingAppointments: (EventSummary & { startsAt: string; place?: string })[];
  upcomingPayments: (EventSummary & { payee: Payee })[];
  freshness: { source: string; updatedAt: string }[];
}
export interface Caseworker {
  caseworkerId: string;
  name: string;
  title: string;
  role: string;
  unit: string;
  phone?: string;
  phoneHours?: string;
  email?: string;
  canReceiveMessages: boolean;
}
export interface Case {
  caseId: string;
  caseNumber: string;
  area: Area;
  type: string;
  status: string;
  openedOn: string;
  closedOn?: string;
  persons: Person[];
  caseworkers: Caseworker[];
  office: { name: string; phone: string; phoneHours?: string; email?: string };
  nextStep?: NextStep;
  updatedAt: string;
  source: string;
}
export interface Named {
  caseworkerId: string;
  name: string;
}
export interface Thread {
  id: string;
  caseId: string;
  subject?: string;
  with: Named[];
  updatedAt: string;
  unread: number;
}
export interface About {
  caseId: string;
  eventId: string;
  row?: string;
}
export interface Attachment {
  id: string;
  name: string;
  size: number;
  state: string;
}
export interface Message {
  id: string;
  from: { name: string; you?: true };
  sentAt: string;
  text: string;
  about?: About;
  attachments: Attachment[];
  /** Of one's own that the caseworkers have not got, because of a file. */
  state?: string;
  readBy: { name: string; you?: true; at: string }[];
}
/** What a message may become: whatever is there of it. */
export interface Draft {
  to?: { caseId: string; caseworkerId: string }[];
  threadId?: string;
  subject?: string;
  text?: string;
  attachmentIds?: string[];
  about?: About;
}
export interface KeptDraft extends Draft {
  id: string;
  updatedAt: string;
}
export interface Profile {
  name: string;
  personalNumber: string;
  phone?: string;
  email?: string;
  notifyBySms: boolean;
  notifyByEmail: boolean;
  language: string;
  proposed?: { phone?: string; email?: string };
  channels: { sms: string; email: string };
}
export interface LogEntry {
  at: string;
  act: string;
  caseId?: string;
  id?: string;
  kind?: Kind;
  title?: string;
  source?: string;
}
export interface ListedDocument extends EventSummary {
  documentType: string;
  typeName?: string;
  author?: string;
  hasFile: boolean;
}
export interface Links {
  decisions: EventSummary[];
  payments: EventSummary[];
  calculation?: EventSummary;
  documents: EventSummary[];
  application?: EventSummary;
  interventions: EventSummary[];
  resourceAllocations: EventSummary[];
  replaces?: EventSummary;
  replacedBy?: EventSummary;
}
/** What the detail of every kind has. */
export interface Opened extends EventSummary {
  concernedPersons?: Person[];
  links: Links;
}
export interface Application extends Opened {
  period?: Period;
  appliedFor?: { purpose: string; amountOre?: number }[];
}
export interface DecisionRow {
  id: string;
  purpose: string;
  outcome: string;
  appliedOre?: number;
  grantedOre?: number;
  grounds?: string;
  period?: Period;
}
export interface Claim {
  amountOre: number;
  remainingOre: number;
  dueOn?: string;
}
export interface Appeal {
  receivedOn: string;
  status: string;
  result?: string;
  decidedOn?: string;
  court?: string;
  courtCaseNumber?: string;
}
export interface HowToAppeal {
  appealable: boolean;
  appealTo?: { name: string; address?: string; email?: string };
  basis: string;
  receivedOn?: string;
  lastDay?: string;
}
export interface Decision extends Opened {
  decision: string;
  decisionType?: string;
  outcome: string;
  status: string;
  rows?: DecisionRow[];
  decisionMaker: Official;
  organisation?: string;
  legalBasis?: string;
  grounds?: string;
  cause?: string;
  coApplicantGrounds?: string;
  coApplicantCause?: string;
  period?: Period;
  claim?: Claim;
  appeal?: Appeal;
  howToAppeal: HowToAppeal;
}
export interface Intervention extends Opened {
  intervention: string;
  organisation: string;
  caseworker: Official;
  coCaseworker?: Official;
  period?: Period;
  endReason?: string;
  baseDecision?: { date: string; decision: string; decisionMaker: Official };
}
export interface ResourceAllocation extends Opened {
  resource: string;
  resourceType: string;
  startedOn: string;
  endedOn?: string;
  percent?: number;
}
export interface Payment extends Opened {
  amountOre: number;
  method: string;
  status: string;
  payee: Payee;
  account?: string;
  reference?: string;
  concernedMonth?: string;
  message?: string;
}
export interface IncomingPayment extends Opened {
  amountOre: number;
  paymentType: string;
  payer?: { name: string; you: boolean };
  concernedMonth?: string;
}
export interface Document extends Opened {
  documentType: string;
  typeName?: string;
  author?: string;
  text?: string;
  file?: { mediaType: string; size: number };
}
export interface Appointment extends Opened {
  startsAt: string;
  endsAt?: string;
  form?: string;
  place?: string;
  with?: string;
  cancelled: boolean;
}
export interface InformationRequest extends Opened {
  what: string;
  dueOn: string;
  status: string;
}

/** What `GET /api/payments` lists. */
export interface ListedPayment {
  caseId: string;
  caseNumber: string;
  id: string;
  date: string;
  amountOre: number;
  method: string;
  status: string;
  payee: Payee;
  account?: string;
  reference?: string;
  concernedMonth?: string;
  decisionId?: string;
}
/** What `GET /api/decisions` lists: the viewer's own grounds and cause. */
export interface ListedDecision {
  caseId: string;
  caseNumber: string;
  id: string;
  date: string;
  decision: string;
  decisionType?: string;
  outcome: string;
  status: string;
  replacedBy?: string;
  rows?: DecisionRow[];
  decisionMaker: Official;
  organisation?: string;
  legalBasis?: string;
  grounds?: string;
  cause?: string;
  amountOre?: number;
  period?: Period;
  claim?: Claim;
  appeal?: Appeal;
  payments: ListedPayment[];
  calculationId?: string;
  documentId?: string;
  howToAppeal: HowToAppeal;
}
export interface NormPerson extends Person {
  normRow?: string;
  included: boolean;
  fullOre?: number;
  days?: number;
  ofDays?: number;
  deviation?: { from: string; to: string; reason?: string };
  amountOre: number;
}
export interface HouseholdCost {
  amountOre: number;
  fullOre?: number;
  householdSize?: number;
  countedMembers?: number;
  reason?: string;
}
export interface Expense {
  id: string;
  group: string;
  type: string;
  person?: Person;
  appliedOre?: number;
  grantedOre: number;
  reason?: string;
}
export interface Income {
  id: string;
  type: string;
  person?: Person;
  declaredOre?: number;
  authorities?: { name: string; amountOre: number; month?: string; fetchedOn?: string }[];
  basisOre: number;
  disregards?: { rule: string; amountOre: number }[];
  countedOre: number;
  reason?: string;
}
export interface Adjustment {
  id: string;
  type: string;
  amountOre: number;
  reason: string;
}
export interface Calculation extends Opened {
  norm: string;
  period: Period;
  stage: string;
  persons: NormPerson[];
  householdCost: HouseholdCost;
  expenses: Expense[];
  incomes: Income[];
  adjustments?: Adjustment[];
  personSumOre: number;
  normSumOre: number;
  expenseSumOre: number;
  otherNeedsSumOre: number;
  incomeSumOre: number;
  adjustmentSumOre: number;
  resultOre: number;
  decidedOre?: number;
  paidOre?: number;
}
