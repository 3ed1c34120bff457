import type { Page, Route } from 'playwright-core';
import { AMIRA, ASA_LENA, ELIAS, MATTIAS } from './harness';

/** A page in a state. */
export interface Scene {
  name: string;
  path: string;
  /** Before the page is opened: what answers otherwise than the functions would. */
  before?: (page: Page) => Promise<unknown>;
  /** Once it is there. */
  after?: (page: Page) => Promise<void>;
  /** The part that axe looks at, where the rest lies behind it. */
  only?: string;
  /** It never settles, because nothing comes. */
  waits?: boolean;
}

type Json = Record<string, unknown>;

/** Lets an answer through the hands of a scene. */
async function changed(page: Page, path: RegExp, change: (answer: Json) => Json): Promise<void> {
  await page.route(path, async (route: Route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: change((await answer.json()) as Json) });
  });
}

const LONG =
  'Handläggningsöverenskommelseförteckning för bostadsanpassningsbidrag och en mycket lång mening som fortsätter över flera rader utan att ta slut. ';

/** Every text of an answer made long. */
function long(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => long(item, name));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([member, item]) => [member, long(item, member)]),
    );
  }
  const isText =
    /^(title|name|text|what|grounds|purpose|decision|unit|place|type|cause|reason|rule|normRow|method|reference)$/.test(
      name,
    );
  return isText && typeof value === 'string' ? LONG.repeat(2) + value : value;
}

const unavailable = (path: RegExp) => (page: Page) =>
  page.route(path, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/unavailable',
        title: 'x',
        status: 503,
        traceId: 'abc-123',
      }),
    }),
  );

/** The start page where it is late known who looks at it. */
const LATE_START: Scene = {
  name: 'start-late',
  path: '/',
  before: (page) =>
    page.route(/\/api\/session/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    }),
  after: (page) => page.locator('.name-menu > summary').waitFor(),
};

/** The states of a page that shows a list. */
function listStates(name: string, path: string, api: RegExp): Scene[] {
  return [
    {
      name: `${name}-loading`,
      path,
      waits: true,
      before: (page) => page.route(api, () => undefined),
    },
    {
      name: `${name}-empty`,
      path,
      before: (page) => changed(page, api, () => ({ items: [] })),
    },
    {
      name: `${name}-long`,
      path,
      before: (page) => changed(page, api, (answer) => long(answer) as Json),
    },
    { name: `${name}-unavailable`, path, before: unavailable(api) },
    { name: `${name}-offline`, path, before: (page) => page.route(api, (route) => route.abort()) },
  ];
}

function many(answer: Json): Json {
  const items = answer['items'] as Json[];
  return {
    items: Array.from({ length: 200 }, (_, at) => ({ ...items[at % items.length], id: `E-${at}` })),
  };
}

/** From the list to the first thread. */
async function openThread(page: Page): Promise<void> {
  await page.locator('.event-link').first().click();
  await page.locator('textarea').waitFor();
}

/** Files in every state, and messages that were held back. */
function withFiles(thread: Json): Json {
  const messages = thread['messages'] as Json[];
  return {
    ...thread,
    messages: ['waiting', 'stopped', undefined].map((state, at) => ({
      ...messages[0],
      id: `M-${at}`,
      from: { name: 'x', you: true },
      readBy: [],
      ...(state === undefined ? {} : { state }),
      about: { caseId: thread['caseId'], eventId: 'BES-9', row: 'R1' },
      attachments: ['checking', 'refused', 'ok'].map((state) => ({
        id: state,
        name: `${LONG.slice(0, 90)}.pdf`,
        size: 1_234_567,
        state,
      })),
    })),
  };
}

/** The pages that nobody is logged in for. */
export const OPEN_SCENES: Scene[] = [
  { name: 'welcome', path: '/' },
  { name: 'welcome-deep', path: '/handelser?kind=payment' },
  { name: 'help', path: '/hjalp' },
  { name: 'words', path: '/ordlista' },
  { name: 'unreachable', path: '/', before: unavailable(/\/api\/session/) },
];

/** What each of the demo's people looks at; their events come on top. */
export const SCENES: Record<string, Scene[]> = {
  [MATTIAS]: [
    { name: 'start', path: '/' },
    LATE_START,
    ...listStates('start', '/', /\/api\/start/).filter(({ name }) => name !== 'start-empty'),
    {
      name: 'start-empty',
      path: '/',
      before: (page) =>
        changed(page, /\/api\/start/, (start) => ({
          ...start,
          areas: (start['areas'] as Json[]).map((area) => ({ ...area, latestEvents: [] })),
          unreadMessages: 0,
          nextSteps: [],
          informationRequests: [],
          upcomingAppointments: [],
          upcomingPayments: [],
        })),
    },
    {
      name: 'start-menu',
      path: '/',
      only: 'header',
      after: (page) => page.locator('.name-menu > summary').click(),
    },
    {
      name: 'session-warning',
      path: '/',
      before: (page) =>
        changed(page, /\/api\/session/, (session) => ({
          ...session,
          idleExpiresAt: new Date(Date.now() + 100_000).toISOString(),
        })),
      after: async (page) => {
        await page.locator('dialog[open]').waitFor();
        // It fades in; what is half there has no contrast yet.
        await page.evaluate(() =>
          Promise.all(document.getAnimations().map((each) => each.finished)),
        );
      },
    },
    { name: 'cases', path: '/arenden' },
    ...listStates('cases', '/arenden', /\/api\/cases$/),
    { name: 'contacts', path: '/kontakter' },
    ...listStates('contacts', '/kontakter', /\/api\/contacts$/),
    { name: 'events', path: '/handelser' },
    ...listStates('events', '/handelser', /\/api\/events/),
    {
      name: 'events-many',
      path: '/handelser',
      before: (page) => changed(page, /\/api\/events/, many),
    },
    { name: 'events-narrowed', path: '/handelser?kind=payment&area=financial-assistance' },
    { name: 'events-none', path: '/handelser?kind=intervention' },
    {
      name: 'events-wrong-period',
      path: '/handelser?from=2026-11-30&kind=payment',
      after: async (page) => {
        await page.locator('.filter > summary').click();
        await page.locator('input[name=to]').fill('2026-11-01');
        await page.locator('form button[type=submit]').click();
      },
    },
    { name: 'applications', path: '/ansokningar' },
    { name: 'applications-area', path: '/ansokningar?area=financial-assistance' },
    ...listStates('applications', '/ansokningar', /\/api\/applications/),
    { name: 'decisions', path: '/beslut' },
    {
      name: 'decisions-open',
      path: '/beslut',
      after: (page) =>
        page.evaluate(() =>
          document.querySelectorAll<HTMLDetailsElement>('main details').forEach((each) => {
            each.open = true;
          }),
        ),
    },
    ...listStates('decisions', '/beslut', /\/api\/decisions$/).filter(
      ({ name }) => name !== 'decisions-empty',
    ),
    {
      name: 'decisions-empty',
      path: '/beslut',
      before: (page) => changed(page, /\/api\/decisions$/, (answer) => ({ ...answer, items: [] })),
    },
    { name: 'payments', path: '/betalningar' },
    ...listStates('payments', '/betalningar', /\/api\/payments/),
    {
      name: 'payments-many',
      path: '/betalningar',
      before: (page) => changed(page, /\/api\/payments/, many),
    },
    { name: 'payments-narrowed', path: '/betalningar?status=paid&from=2026-01-01' },
    { name: 'payments-none', path: '/betalningar?status=stopped' },
    { name: 'calculation-not-found', path: '/arenden/finns/berakningar/inte' },
    { name: 'messages', path: '/meddelanden' },
    ...listStates('messages', '/meddelanden', /\/api\/threads\?/).filter(({ waits }) => !waits),
    {
      name: 'messages-many',
      path: '/meddelanden',
      before: (page) => changed(page, /\/api\/threads\?/, many),
    },
    { name: 'thread', path: '/meddelanden', after: openThread },
    {
      name: 'thread-long',
      path: '/meddelanden',
      before: (page) =>
        changed(page, /\/api\/threads\/\w+$/, (answer) => long(answer, 'thread') as Json),
      after: openThread,
    },
    {
      name: 'thread-states',
      path: '/meddelanden',
      before: (page) => changed(page, /\/api\/threads\/\w+$/, withFiles),
      after: openThread,
    },
    { name: 'new-message', path: '/meddelanden/nytt' },
    ...listStates('new-message', '/meddelanden/nytt', /\/api\/contacts$/).filter(
      ({ waits }) => !waits,
    ),
    {
      name: 'new-message-wrong',
      path: '/meddelanden/nytt',
      after: async (page) => {
        await page.locator('form button[type=submit]').click();
        await page.locator('[aria-invalid=true]').first().waitFor();
      },
    },
    {
      name: 'new-message-files',
      path: '/meddelanden/nytt',
      before: (page) =>
        page.route(/\/api\/attachments/, (route) => route.fulfill({ status: 503, json: {} })),
      after: async (page) => {
        await page.setInputFiles('#files', [
          { name: `${'Hyresavi '.repeat(12)}.pdf`, mimeType: 'x/y', buffer: Buffer.from('%PDF') },
          { name: 'bild.heic', mimeType: 'x/y', buffer: Buffer.from('x') },
        ]);
        await page.locator('.attachment .ds-validation-message').nth(1).waitFor();
      },
    },
    { name: 'profile', path: '/profil' },
    {
      name: 'profile-codes',
      path: '/profil',
      before: (page) =>
        changed(page, /\/api\/profile$/, (profile) => ({
          ...profile,
          phone: '+46701740605',
          email: `${'lang.adress'.repeat(8)}@example.se`,
          proposed: { phone: '+46701740606', email: 'namn@example.se' },
          channels: { sms: 'unconfirmed', email: 'closed' },
        })),
    },
    { name: 'profile-edit', path: '/profil?edit=1' },
    {
      name: 'profile-edit-late',
      path: '/profil?edit=1',
      before: (page) =>
        changed(page, /\/api\/session/, (session) => ({
          ...session,
          expiresAt: new Date(Date.now() + 7 * 3_600_000).toISOString(),
        })),
    },
    { name: 'profile-unavailable', path: '/profil', before: unavailable(/\/api\/profile$/) },
    { name: 'documents', path: '/dokument' },
    { name: 'documents-none', path: '/dokument?type=other' },
    ...listStates('documents', '/dokument', /\/api\/documents/).filter(({ waits }) => !waits),
    {
      name: 'documents-many',
      path: '/dokument',
      before: (page) => changed(page, /\/api\/documents/, many),
    },
    { name: 'log', path: '/logg' },
    ...listStates('log', '/logg', /\/api\/access-log/).filter(({ waits }) => !waits),
    {
      name: 'log-many',
      path: '/logg',
      before: (page) => changed(page, /\/api\/access-log/, many),
    },
    { name: 'export', path: '/ladda-ner' },
    ...['building', 'failed'].map((state) => ({
      name: `export-${state}`,
      path: '/ladda-ner?id=x',
      before: (page: Page) =>
        page.route(/\/api\/exports/, (route) => route.fulfill({ json: { state } })),
    })),
    { name: 'export-gone', path: '/ladda-ner?id=x' },
    { name: 'not-found', path: '/finns/inte' },
    { name: 'event-not-found', path: '/arenden/finns/handelser/inte' },
  ],
  [ASA_LENA]: [
    { name: 'start', path: '/' },
    { name: 'decisions', path: '/beslut' },
    { name: 'payments', path: '/betalningar' },
    { name: 'cases', path: '/arenden' },
  ],
  [ELIAS]: [
    { name: 'start', path: '/' },
    { name: 'events', path: '/handelser' },
    { name: 'cases', path: '/arenden' },
    { name: 'applications', path: '/ansokningar' },
  ],
  [AMIRA]: [
    { name: 'start', path: '/' },
    LATE_START,
    { name: 'decisions', path: '/beslut' },
    { name: 'payments', path: '/betalningar' },
    { name: 'cases', path: '/arenden' },
  ],
};

interface Listed {
  kind: string;
  status?: string;
  caseId: string;
  id: string;
}

/** One event of each kind and state that the person sees, and one of a kind that nobody knows. */
export async function eventScenes(page: Page): Promise<Scene[]> {
  const events = await page.evaluate(async () => {
    const all: Listed[] = [];
    let cursor = '';
    do {
      const answer = await fetch(`/api/events?limit=100${cursor}`);
      const { items, next } = (await answer.json()) as { items: Listed[]; next?: string };
      all.push(...items);
      cursor = next === undefined ? '' : `&cursor=${encodeURIComponent(next)}`;
    } while (cursor !== '');
    return all;
  });
  const scenes = new Map<string, Scene>();
  for (const { kind, status, caseId, id } of events) {
    const name = `event-${kind}${status === undefined ? '' : `-${status}`}`;
    if (!scenes.has(name)) {
      scenes.set(name, { name, path: `/arenden/${caseId}/handelser/${id}` });
    }
  }
  const decision = [...scenes.values()].find(({ name }) => name.startsWith('event-decision'));
  if (decision !== undefined) {
    const api = /\/api\/cases\/[^/]+\/events\/[^/]+$/;
    scenes.set('event-long', {
      ...decision,
      name: 'event-long',
      before: (page) => changed(page, api, (answer) => long(answer) as Json),
    });
    scenes.set('event-unknown', {
      ...decision,
      name: 'event-unknown',
      before: (page) => changed(page, api, (answer) => ({ ...answer, kind: 'of-tomorrow' })),
    });
  }
  return [...scenes.values(), ...(await calculationScenes(page))];
}

/** The calculations of the decisions that the person sees, the newest also in its states. */
async function calculationScenes(page: Page): Promise<Scene[]> {
  const paths = await page.evaluate(async () => {
    const answer = await fetch('/api/decisions');
    const { items } = (await answer.json()) as {
      items: { caseId: string; calculationId?: string }[];
    };
    return items.flatMap(({ caseId, calculationId }) =>
      calculationId === undefined ? [] : `/arenden/${caseId}/berakningar/${calculationId}`,
    );
  });
  const [newest] = paths;
  if (newest === undefined) {
    return [];
  }
  const api = /\/api\/cases\/[^/]+\/calculations\/[^/]+$/;
  return [
    ...paths.map((path, at) => ({ name: `calculation-${at + 1}`, path })),
    ...listStates('calculation', newest, api).filter(({ name }) => name !== 'calculation-empty'),
    {
      name: 'calculation-other',
      path: newest,
      before: (page) =>
        changed(page, api, (answer) => ({ ...answer, stage: 'preliminary', decidedOre: 100 })),
    },
  ];
}
