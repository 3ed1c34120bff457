import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { baseUrl, choose, ELIAS, logIn, MATTIAS, settled, useBrowser } from './harness';

const browser = useBrowser();

const heading = (page: Page) => page.locator('h1').innerText();

async function loggedIn(person = MATTIAS, returnTo = '/'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, person, returnTo);
  return page;
}

/** The server says that it ends then. */
async function endsIn(page: Page, seconds: number): Promise<void> {
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch();
    const session = (await answer.json()) as Record<string, unknown>;
    const idleExpiresAt = new Date(Date.now() + seconds * 1000).toISOString();
    await route.fulfill({ response: answer, json: { ...session, idleExpiresAt } });
  });
}

describe('the session', () => {
  it('a deep link leads through the login to its page', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto('/handelser?kind=payment');
    await settled(page);
    expect(await heading(page)).toBe('Följ ditt ärende');
    await page.getByRole('link', { name: 'Logga in', exact: true }).click();
    await choose(page, MATTIAS);
    await page.waitForURL(`${baseUrl()}/handelser?kind=payment`);
    await settled(page);
    expect(await heading(page)).toBe('Händelser');
    expect(await page.locator('.event-line').count()).toBeGreaterThan(0);
  });

  it('logging out in one tab takes the content away in the other, and back brings nothing', async () => {
    const page = await loggedIn(MATTIAS, '/handelser');
    const other = await page.context().newPage();
    await other.goto('/kontakter');
    await settled(other);
    expect(await other.getByText('Karin Sjöström').count()).toBeGreaterThan(0);
    await page.locator('.name-menu > summary').click();
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('heading', { name: 'Du har loggat ut' }).waitFor();
    await other.getByRole('heading', { name: 'Du har loggat ut' }).waitFor();
    expect(await other.getByText('Karin Sjöström').count()).toBe(0);
    expect(await other.getByText('Mattias').count()).toBe(0);
    await page.goto('/hjalp');
    await page.goBack();
    await settled(page);
    expect(await page.locator('.event-line').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('Utbetalning');
  });

  it('is kept by the browser under no name but the language', async () => {
    const page = await loggedIn();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Start', exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const stored = await page.evaluate(() => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
    }));
    expect(stored).toEqual({ local: { language: 'en' }, session: {}, cookies: '' });
    await page.locator('.name-menu > summary').click();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'You have logged out' }).waitFor();
    await page.reload();
    await settled(page);
    expect(await heading(page), 'the choice is kept after the logout').toBe('Follow your case');
  });

  it('warns two minutes before the end, and one key extends', async () => {
    const page = await loggedIn(ELIAS);
    await endsIn(page, 110);
    await page.reload();
    const dialog = page.getByRole('dialog', { name: 'Du loggas snart ut' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/Tid kvar: 1:\d\d/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Fortsätt vara inloggad',
    );
    await page.unrouteAll();
    const extended = page.waitForRequest(
      (request) => request.url().endsWith('/api/session') && request.method() === 'POST',
    );
    await page.keyboard.press('Enter');
    expect((await (await extended).response())?.status()).toBe(204);
    await dialog.waitFor({ state: 'detached' });
    expect(await heading(page)).toContain('Elias');
  });

  it('that ends takes the content away and leads back to the same page', async () => {
    const page = await loggedIn(ELIAS, '/handelser');
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Ärenden', exact: true }).click();
    await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Elias');
    expect(await page.locator('header').innerText()).not.toContain('Elias');
    await page.getByRole('link', { name: 'Logga in igen' }).click();
    await choose(page, ELIAS);
    await page.waitForURL(`${baseUrl()}/arenden`);
  });

  it('of somebody else in another tab leaves nothing of the first on the screen', async () => {
    const page = await loggedIn(MATTIAS, '/kontakter');
    expect(await page.getByText('Karin Sjöström').count()).toBeGreaterThan(0);
    const other = await page.context().newPage();
    await logIn(other, ELIAS);
    await page.getByText('Maria Östlund').first().waitFor();
    expect(await page.getByText('Karin Sjöström').count()).toBe(0);
  });

  it('is ended by Lämna snabbt, which goes somewhere harmless', async () => {
    const page = await loggedIn();
    const other = await page.context().newPage();
    await other.goto('/arenden');
    await settled(other);
    await page.route('https://www.smhi.se/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Väder</title>' }),
    );
    await page.getByRole('button', { name: 'Lämna snabbt' }).click();
    await page.waitForURL('https://www.smhi.se/**');
    await other.getByRole('heading', { name: 'Du har loggat ut' }).waitFor();
    // The other tab hears of it before the server does: whoever leaves does not wait for that.
    await expect
      .poll(async () => (await other.request.get('/api/session')).status(), { timeout: 10_000 })
      .toBe(401);
  });
});
