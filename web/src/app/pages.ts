import { lazy } from 'preact-iso';
import type { ComponentType } from 'preact';

/**
 * Every page that one must be logged in for, by its path; `:name` is a parameter. Each comes with
 * its own code when it is first opened. A new page is a folder under `pages` and a line here.
 */
export const PAGES: Record<string, ComponentType> = {
  '/ansokningar': lazy(() => import('../pages/applications/ApplicationsPage')),
  '/arenden': lazy(() => import('../pages/cases/CasesPage')),
  '/arenden/:caseId/handelser/:id': lazy(() => import('../pages/event/EventPage')),
  '/arenden/:caseId/berakningar/:id': lazy(() => import('../pages/calculation/CalculationPage')),
  '/beslut': lazy(() => import('../pages/decisions/DecisionsPage')),
  '/betalningar': lazy(() => import('../pages/payments/PaymentsPage')),
  '/handelser': lazy(() => import('../pages/events/EventsPage')),
  '/arenden/:caseId/handelser/:id/svara': lazy(() => import('../pages/answer/AnswerPage')),
  '/meddelanden': lazy(() => import('../pages/messages/MessagesPage')),
  '/meddelanden/nytt': lazy(() => import('../pages/messages/NewMessagePage')),
  '/meddelanden/:id': lazy(() => import('../pages/messages/ThreadPage')),
  '/dokument': lazy(() => import('../pages/documents/DocumentsPage')),
  '/profil': lazy(() => import('../pages/profile/ProfilePage')),
  '/logg': lazy(() => import('../pages/log/LogPage')),
  '/ladda-ner': lazy(() => import('../pages/export/ExportPage')),
  '/kontakter': lazy(() => import('../pages/contacts/ContactsPage')),
};

/** The pages that everybody may see. */
export const OPEN_PAGES: Record<string, ComponentType> = {
  '/hjalp': lazy(() => import('../pages/help/HelpPage')),
  '/ordlista': lazy(() => import('../pages/words/WordsPage')),
};
