import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { logIn, MATTIAS, settled, useBrowser } from './harness';

const browser = useBrowser();

/** Tabs until that has the focus; every stop on the way must be visible as one. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const style = getComputedStyle(element);
      const { top, bottom, width } = element.getBoundingClientRect();
      return {
        html: element.outerHTML.slice(0, 160),
        text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
        isOutlined: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
        isInView: bottom > 0 && top < innerHeight && width > 0,
      };
    });
    expect(focus, focus.html).toMatchObject({ isOutlined: true, isInView: true });
    if (name.test(focus.text)) {
      return;
    }
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

it('the keyboard alone leads from start to a decision and back, and the focus goes with it', async () => {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, MATTIAS);
  await tabTo(page, /^Till innehållet$/);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  // From the top again, to the menu.
  await page.goto('/');
  await settled(page);
  await tabTo(page, /^Händelser$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/handelser');
  await settled(page);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Händelser');
  expect(await page.title()).toBe('Händelser – Exempelby kommun');
  await tabTo(page, /^Välj vad som visas$/);
  await page.keyboard.press('Enter');
  await page.locator('select[name=kind]').focus();
  await page.keyboard.type('Beslut');
  await tabTo(page, /^Visa$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/handelser\?.*kind=decision/);
  await settled(page);
  await tabTo(page, /Beslut/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/arenden/*/handelser/*');
  await page.getByRole('heading', { name: 'Motivering' }).waitFor();
  const inFocus = await page.evaluate(() => document.activeElement?.tagName);
  expect(inFocus, 'the focus goes to the heading').toBe('H1');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('Skriv ut');
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('Tillbaka');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/handelser\?.*kind=decision/);
});

it('the name opens and closes by key', async () => {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, MATTIAS);
  await tabTo(page, /^Mattias Öberg$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Kontakter$/);
  await page.keyboard.press('Escape');
  expect(await page.locator('.name-menu').getAttribute('open')).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Mattias Öberg');
});
