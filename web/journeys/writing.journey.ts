import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, baseUrl, choose, ELIAS, logIn, MATTIAS, settled, useBrowser } from './harness';

const browser = useBrowser();

async function loggedIn(person: string, returnTo: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, person, returnTo);
  return page;
}

const drafts = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/drafts');
    return ((await answer.json()) as { items: unknown[] }).items.length;
  });

/** What is said to be kept is kept. */
async function kept(page: Page): Promise<void> {
  await page.getByText('Sparat', { exact: true }).waitFor();
}

interface Sent {
  channel: string;
  text: string;
}

/** The newest code that went out there, once it is another than the one before. */
async function codeFor(page: Page, channel: string, before = ''): Promise<string> {
  for (;;) {
    const answer = await page.request.get('/dev/sent', { headers: { Accept: 'application/json' } });
    const sent = (await answer.json()) as Sent[];
    const codes = sent
      .filter((one) => one.channel === channel)
      .map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1])
      .filter((code) => code !== undefined);
    const newest = codes.at(-1);
    if (newest !== undefined && newest !== before) {
      return newest;
    }
    await page.waitForTimeout(200);
  }
}

describe('messages', () => {
  it('a double click sends one reply, and the draft is gone', async () => {
    const page = await loggedIn(MATTIAS, '/meddelanden');
    await page.locator('.event-link').first().click();
    await page.locator('.message').first().waitFor();
    const before = await page.locator('.message').count();
    const text = `Tack för hjälpen ${Date.now()}`;
    await page.getByLabel('Ditt meddelande').fill(text);
    await kept(page);
    await page.reload();
    await page.getByLabel('Ditt meddelande').waitFor();
    expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe(text);
    await page.getByRole('button', { name: 'Skicka' }).dblclick();
    await page.getByText('Meddelandet är skickat.').waitFor();
    await page.locator('.message').nth(before).waitFor();
    await page.reload();
    await page.locator('.message').first().waitFor();
    expect(await page.getByText(text).count()).toBe(1);
    expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('');
    expect(await drafts(page)).toBe(0);
  });

  it('what was being written is back after a new login, for nobody else, and goes to two cases', async () => {
    const page = await loggedIn(MATTIAS, '/beslut');
    const row = await page.evaluate(async () => {
      const { items } = (await (await fetch('/api/decisions')).json()) as {
        items: { caseId: string; id: string; rows?: { id: string }[] }[];
      };
      const decision = items.find(({ rows }) => rows !== undefined);
      return `case=${decision?.caseId}&event=${decision?.id}&row=${decision?.rows?.[0]?.id}`;
    });
    await page.goto(`/meddelanden/nytt?${row}`);
    await page.getByLabel('Ditt meddelande').waitFor();
    // Whoever is responsible for the case is chosen, the subject says what it is about.
    expect(await page.getByLabel(/Karin Sjöström/).isChecked()).toBe(true);
    await page.locator('.about span[lang=sv]').waitFor();
    expect(await page.getByLabel('Rubrik').inputValue()).toMatch(/^Fråga om ./);
    await page.getByLabel(/Jenny Falk/).check();
    await page.getByLabel('Ditt meddelande').fill('Varför fick jag inte hela beloppet?');
    await kept(page);
    const address = page.url().slice(baseUrl().length);
    await page.evaluate(() =>
      fetch('/logout', {
        method: 'POST',
        headers: { 'X-Insyn': '1', 'Content-Type': 'application/json' },
        body: '{}',
      }),
    );
    await page.getByLabel('Ditt meddelande').pressSequentially('!');
    await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
    expect(await page.getByText('hela beloppet').count()).toBe(0);

    const stranger = await loggedIn(ELIAS, '/');
    await stranger.goto(address);
    await stranger.getByLabel('Ditt meddelande').waitFor();
    expect(await stranger.getByLabel('Ditt meddelande').inputValue()).toBe('');

    await page.getByRole('link', { name: 'Logga in igen' }).click();
    await choose(page, MATTIAS);
    await page.waitForURL(baseUrl() + address);
    await page.getByLabel('Ditt meddelande').waitFor();
    expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe(
      'Varför fick jag inte hela beloppet?',
    );
    expect(await page.getByLabel(/Jenny Falk/).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('Meddelandet är skickat, ett i varje ärende.').waitFor();
    expect(await drafts(page)).toBe(0);
    // The other case's caseworker is not told what it is about.
    await page
      .getByRole('link', { name: /Fråga om .*Karin Sjöström/ })
      .first()
      .click();
    await page.locator('.message').getByText('Gäller:').waitFor();
  });

  it('says what is missing, where it is missing', async () => {
    const page = await loggedIn(MATTIAS, '/meddelanden');
    await page.goto('/meddelanden/nytt');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('Välj vem du skriver till.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe(
      'checkbox',
    );
    await page.getByLabel('Ditt meddelande').fill('a'.repeat(8003));
    await page.getByText('3 tecken för mycket').waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('answers what the office asked for', async () => {
    const page = await loggedIn(MATTIAS, '/');
    await page
      .getByRole('link', { name: /Kontoutdrag för alla/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Skicka in' }).click();
    await page.getByLabel('Ditt svar').fill('Jag lämnar dem i morgon.');
    await kept(page);
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await page.getByText('Tack! Ditt svar är skickat').waitFor();
    expect(await drafts(page)).toBe(0);
  });
});

describe('what is one’s own', () => {
  it('an address is changed, refused, confirmed with a code', async () => {
    const page = await loggedIn(ELIAS, '/profil');
    await page.getByRole('button', { name: 'Ändra' }).click();
    await page.getByLabel('Mobiltelefon').fill('08-123');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Skriv ett mobilnummer').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('phone');
    await page.getByLabel('Mobiltelefon').fill('070-174 06 05');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { name: 'Bekräfta ditt mobilnummer' }).waitFor();
    const code = await codeFor(page, 'sms');
    await page.getByLabel('Kod, sex siffror').fill(code === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: 'Bekräfta' }).click();
    await page.getByText('Koden stämmer inte').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Kod, sex siffror').fill(` ${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole('button', { name: 'Bekräfta' }).click();
    await page.getByText('Adressen är bekräftad').waitFor();
    await page.reload();
    await settled(page);
    expect(await page.getByText('+46701740605').count()).toBe(1);
    expect(await page.getByRole('heading', { name: /Bekräfta/ }).count()).toBe(0);
  });

  it('an address is changed only soon after the login, and one is back there after a new one', async () => {
    const page = await loggedIn(ELIAS, '/');
    // Late, too: what may be changed must not hang on which answer is the first.
    await page.route('**/api/session', async (route) => {
      const answer = await route.fetch();
      await page.waitForTimeout(1500);
      const session = (await answer.json()) as Record<string, unknown>;
      const expiresAt = new Date(Date.now() + 7 * 3_600_000).toISOString();
      await route.fulfill({ response: answer, json: { ...session, expiresAt } });
    });
    await page.goto('/profil?edit=1');
    await page.getByText('Vill du ändra telefon eller e-post?').waitFor();
    expect(await page.getByLabel('Mobiltelefon').count()).toBe(0);
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByRole('link', { name: 'Logga in igen' }).click();
    await choose(page, ELIAS);
    await page.waitForURL(`${baseUrl()}/profil?edit=1`);
    await page.getByLabel('Mobiltelefon').waitFor();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByRole('button', { name: 'Ändra' }).waitFor();
  });

  it('everything is ordered, waited for and fetched, and stands in the log', async () => {
    const page = await loggedIn(ELIAS, '/ladda-ner');
    await page.getByRole('button', { name: 'Beställ en kopia' }).click();
    // It is built once a minute, and looked for more and more seldom.
    await page.getByText('Filen är klar.').waitFor({ timeout: 110_000 });
    expect(await axe(page)).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: /Ladda ner filen/ }).click();
    expect((await downloading).suggestedFilename()).toBe('insyn.zip');
    await page.goto('/logg');
    await settled(page);
    expect(await page.getByText('Du beställde en kopia av allt').count()).toBe(1);
    expect(await page.getByText('Du loggade in').count()).toBeGreaterThan(0);
  });

  it('a document opens in a new tab, a journal note on its page', async () => {
    const page = await loggedIn(MATTIAS, '/dokument');
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page
        .getByRole('link', { name: /Utredning/ })
        .first()
        .click(),
    ]);
    await opened.waitForURL(/^http:\/\/127\.0\.0\.1:/, { waitUntil: 'commit' });
    await opened.close();
    await page.getByLabel('Typ av dokument').selectOption('journal-note');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.waitForURL(/type=journal-note/);
    await settled(page);
    await page.locator('.event-link').first().click();
    await page.locator('.office-text').first().waitFor();
  });
});
