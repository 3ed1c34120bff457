import { withQuery } from '../api/client';

/** The address of every page, in one place. */
const segment = encodeURIComponent;

export const paths = {
  start: () => '/',
  cases: () => '/arenden',
  event: (caseId: string, id: string) => `/arenden/${segment(caseId)}/handelser/${segment(id)}`,
  /** Sends in what an information request asks for. */
  answer: (caseId: string, id: string) =>
    `/arenden/${segment(caseId)}/handelser/${segment(id)}/svara`,
  calculation: (caseId: string, id: string) =>
    `/arenden/${segment(caseId)}/berakningar/${segment(id)}`,
  applications: (query: { area?: string; case?: string } = {}) => withQuery('/ansokningar', query),
  events: (query: { area?: string; case?: string; kind?: string; application?: string } = {}) =>
    withQuery('/handelser', query),
  decisions: () => '/beslut',
  payments: (query: { area?: string; case?: string } = {}) => withQuery('/betalningar', query),
  documents: (query: { area?: string; case?: string } = {}) => withQuery('/dokument', query),
  messages: () => '/meddelanden',
  thread: (id: string) => `/meddelanden/${segment(id)}`,
  /** A new message, perhaps to somebody, perhaps about a fact or a row of it. */
  newMessage: (about: { case?: string; caseworker?: string; event?: string; row?: string } = {}) =>
    withQuery('/meddelanden/nytt', about),
  profile: () => '/profil',
  contacts: () => '/kontakter',
  log: () => '/logg',
  export: () => '/ladda-ner',
  help: () => '/hjalp',
  words: () => '/ordlista',
  login: (returnTo: string) => withQuery('/login', { returnTo }),
};
