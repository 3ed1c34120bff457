import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, logIn, MATTIAS, overflow, screenshot, settled, useBrowser, watch } from './harness';

const browser = useBrowser();

async function loggedIn(returnTo: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, MATTIAS, returnTo);
  const wrong = watch(page);
  await page.reload();
  await settled(page);
  return { page, wrong };
}

/** A paper as a browser prints it. */
async function paper(page: Page): Promise<Buffer> {
  const other = await page.context().newPage();
  await other.setContent('<h1>Hyresavi</h1><p>9 850,00 kr</p>');
  const pdf = await other.pdf({ format: 'A4' });
  await other.close();
  return pdf;
}

/** A new message to those, all but sent. */
async function written(page: Page, subject: string, to: RegExp[]): Promise<void> {
  for (const name of to) {
    await page.getByLabel(name).check();
  }
  await page.getByLabel('Rubrik').fill(subject);
  await page.getByLabel('Ditt meddelande').fill('Här kommer hyresavin.');
}

describe('a file', () => {
  it('goes with a message to two caseworkers, and can be opened in both threads', async () => {
    const { page, wrong } = await loggedIn('/meddelanden/nytt');
    const pdf = await paper(page);
    const subject = `Hyresavi ${Date.now()}`;
    await written(page, subject, [/Karin Sjöström/, /Jenny Falk/]);
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route('http://127.0.0.1:**/incoming/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.setInputFiles('#files', {
      name: 'Hyresavi åäö.pdf',
      mimeType: 'application/pdf',
      buffer: pdf,
    });
    await page.getByRole('progressbar', { name: 'Skickar Hyresavi åäö.pdf' }).waitFor();
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await page.getByText('Vänta tills filerna är uppladdade.').waitFor();
    go();
    await page.getByText('Klar att skickas.').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await page.getByText('Meddelandet är skickat, ett i varje ärende.').waitFor();
    for (const name of [/Karin Sjöström/, /Jenny Falk/]) {
      await page.getByRole('link', { name: subject }).filter({ hasText: name }).click();
      await page.locator('.message').first().waitFor();
      expect(await page.getByText('Vi söker efter virus').count()).toBe(0);
      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: /Hyresavi åäö\.pdf/ }).click(),
      ]);
      await opened.waitForURL(/^http:\/\/127\.0\.0\.1:.*\/attachments\//, { waitUntil: 'commit' });
      await opened.close();
      await page.getByRole('link', { name: 'Tillbaka' }).click();
      await page.waitForURL('**/meddelanden?*');
      await settled(page);
    }
    expect(wrong).toEqual([]);
  });

  it('that is no PDF is refused before it is sent, and the message goes without it', async () => {
    const { page, wrong } = await loggedIn('/meddelanden/nytt');
    await page.setViewportSize({ width: 320, height: 800 });
    const subject = `Bluff ${Date.now()}`;
    await written(page, subject, [/Karin Sjöström/]);
    await page.setInputFiles('#files', {
      name: 'Program.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ, a program'),
    });
    await page.getByText('Filen går inte att ta emot.').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    await screenshot(page, 'mattias-new-message-refused-320');
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await page.getByText('Ta bort filerna som inte går att skicka.').waitFor();
    await page.getByRole('button', { name: 'Ta bort Program.pdf' }).click();
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await page.getByText('Meddelandet är skickat.').waitFor();
    expect(wrong).toEqual([]);
  });

  it('that is still being checked holds the message back, and it is said when it has gone', async () => {
    const { page, wrong } = await loggedIn('/meddelanden/nytt');
    const subject = `För snabb ${Date.now()}`;
    await written(page, subject, [/Karin Sjöström/]);
    // As if nobody had looked into it yet.
    await page.route('**/api/attachments/*', async (route) => {
      const answer = await route.fetch();
      const file = (await answer.json()) as Record<string, unknown>;
      await route.fulfill({ response: answer, json: { ...file, state: 'checking' } });
    });
    await page.route(
      '**/api/threads/*',
      async (route) => {
        const answer = await route.fetch();
        const thread = (await answer.json()) as { messages: { attachments: object[] }[] };
        const messages = thread.messages.map((message) => ({
          ...message,
          state: 'waiting',
          attachments: message.attachments.map((one) => ({ ...one, state: 'checking' })),
        }));
        await route.fulfill({ response: answer, json: { ...thread, messages } });
      },
      { times: 1 },
    );
    const pdf = await paper(page);
    await page.setInputFiles('#files', { name: 'a.pdf', mimeType: 'x/y', buffer: pdf });
    await page.getByText('Uppladdad. Vi söker efter virus.').waitFor();
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await page.getByText('Vi söker efter virus i filerna.').waitFor();
    await page.getByText('Kontrolleras').waitFor();
    await page.getByText('Vi söker efter virus i filerna.').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^a\.pdf/ }).waitFor();
    expect(wrong).toEqual([]);
  });
});
