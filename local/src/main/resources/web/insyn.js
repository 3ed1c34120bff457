// The smallest page that shows start, cases, events and one event. Texts of the server are only
// ever set as text, never as markup.
const content = document.querySelector('#content');
const nav = document.querySelector('nav');
const KINDS = {
  application: 'Ansökan', decision: 'Beslut', intervention: 'Insats',
  'resource-allocation': 'Resurstilldelning', payment: 'Utbetalning',
  'incoming-payment': 'Inbetalning', document: 'Dokument', appointment: 'Kallelse',
  'information-request': 'Komplettering begärd',
};
const AREAS = { 'financial-assistance': 'Ekonomiskt bistånd', 'other-assistance': 'Övrigt bistånd' };

class LoggedOut extends Error {}

async function get(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  if (answer.status === 401) throw new LoggedOut();
  if (!answer.ok) throw new Error(answer.status === 404 ? 'Sidan finns inte.' : 'Något gick fel. Försök igen om en stund.');
  return answer.json();
}

function el(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

const kronor = (ore) => (ore / 100).toLocaleString('sv-SE', { style: 'currency', currency: 'SEK' });

function eventLine(event) {
  const link = el('a', { href: `#/arenden/${encodeURIComponent(event.caseId)}/${encodeURIComponent(event.id)}` },
    `${KINDS[event.kind] ?? event.kind}: ${event.title}`);
  return el('li', { className: event.new || event.changed ? 'new' : '' }, `${event.date} `, link,
    event.amountOre === undefined ? '' : ` ${kronor(event.amountOre)}`, event.new ? ' (ny)' : event.changed ? ' (ändrad)' : '');
}

const eventList = (events) => events.length === 0
  ? el('p', {}, 'Här finns inget än.') : el('ul', { className: 'list' }, ...events.map(eventLine));

function details(value) {
  if (Array.isArray(value)) return el('ul', {}, ...value.map((item) => el('li', {}, details(item))));
  if (value !== null && typeof value === 'object') {
    return el('dl', {}, ...Object.entries(value).flatMap(([name, member]) => [
      el('dt', {}, name), el('dd', {}, name.endsWith('Ore') && typeof member === 'number' ? kronor(member) : details(member))]));
  }
  return document.createTextNode(value === true ? 'ja' : value === false ? 'nej' : String(value));
}

async function start() {
  const page = await get('/api/start');
  return [el('h1', {}, 'Start'),
    ...(page.nextSteps ?? []).map((step) => el('p', {}, `Det här händer härnäst: ${step.text} ${step.expectedOn ?? ''}`)),
    ...page.areas.map((area) => el('article', {}, el('h2', {}, AREAS[area.area] ?? area.area), eventList(area.latestEvents),
      el('p', {}, el('a', { href: `#/handelser?area=${area.area}` }, 'Visa alla händelser')))),
    el('p', {}, 'Saknar du ett ärende? Kontakta din handläggare.')];
}

async function cases() {
  const page = await get('/api/cases');
  return [el('h1', {}, 'Pågående ärenden'), ...page.items.map((one) => el('article', {},
    el('h2', {}, one.type), details({ Ärendenummer: one.caseNumber, 'Sedan': one.openedOn,
      Personer: one.persons.map((person) => person.name + (person.you ? ' (du)' : '')),
      Handläggare: one.caseworkers.map((worker) => [worker.name, worker.title, worker.phone].filter(Boolean).join(', ')),
    }), el('p', {}, el('a', { href: `#/handelser?case=${encodeURIComponent(one.caseId)}` }, 'Händelser'))))];
}

async function contacts() {
  const page = await get('/api/contacts');
  return [el('h1', {}, 'Kontakter'), ...page.items.map((one) => el('article', {}, el('h2', {}, one.name),
    details(Object.fromEntries([['Titel', one.title], ['Enhet', one.unit], ['Telefon', one.phone], ['Telefontid', one.phoneHours], ['E-post', one.email]]
      .filter(([, value]) => value)))))];
}

async function events(query) {
  const filter = new URLSearchParams(query);
  const kinds = el('select', { id: 'kind' }, el('option', { value: '' }, 'Alla'),
    ...Object.entries(KINDS).map(([kind, word]) => el('option', { value: kind, selected: filter.get('kind') === kind }, word)));
  kinds.addEventListener('change', () => {
    filter.delete('cursor');
    if (kinds.value) filter.set('kind', kinds.value); else filter.delete('kind');
    location.hash = `#/handelser?${filter}`;
  });
  const list = el('div', {});
  const more = el('button', { type: 'button' }, 'Visa fler');
  async function load() {
    const page = await get(`/api/events?${filter}`);
    list.append(eventList(page.items));
    more.hidden = !page.next;
    if (page.next) filter.set('cursor', page.next);
  }
  more.addEventListener('click', () => load().catch(fail));
  await load();
  return [el('h1', {}, 'Händelser'), el('p', {}, el('label', { htmlFor: 'kind' }, 'Visa '), kinds), list, more];
}

async function event(caseId, id) {
  const { kind, links, ...members } = await get(`/api/cases/${caseId}/events/${id}`);
  const back = el('button', { type: 'button' }, 'Tillbaka');
  back.addEventListener('click', () => history.back());
  const linked = Object.values(links ?? {}).flat().filter((one) => one && one.kind && one.kind !== 'calculation');
  return [back, el('h1', {}, KINDS[kind] ?? kind), details(members),
    linked.length > 0 ? el('h2', {}, 'Hör ihop med') : undefined, linked.length > 0 ? eventList(linked) : undefined];
}

function fail(error) {
  if (error instanceof LoggedOut) {
    nav.hidden = true;
    show([el('h1', {}, 'Följ ditt ärende'), el('p', {}, 'Logga in för att se dina ärenden hos socialtjänsten.'),
      el('p', {}, el('a', { href: '/login?returnTo=/' }, 'Logga in'))]);
  } else {
    show([el('h1', {}, 'Det gick inte'), el('p', {}, error.message)]);
  }
}

function show(children) {
  content.replaceChildren(...children.filter(Boolean));
  document.title = `${content.querySelector('h1')?.textContent ?? ''} – Insyn`;
  content.focus();
}

async function route() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  try {
    const session = await get('/api/session');
    nav.hidden = false;
    document.querySelector('#name').textContent = session.name ?? '';
    if (parts[0] === 'handelser') show(await events(query));
    else if (parts[0] === 'kontakter') show(await contacts());
    else if (parts[0] === 'arenden' && parts.length === 3) show(await event(parts[1], parts[2]));
    else if (parts[0] === 'arenden') show(await cases());
    else show(await start());
  } catch (error) {
    fail(error);
  }
}

document.querySelector('#logout').addEventListener('click', async () => {
  await fetch('/logout', { method: 'POST', headers: { 'X-Insyn': '1', 'Content-Type': 'application/json' } });
  location.hash = '#/';
  route();
});
addEventListener('hashchange', route);
route();
