import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** The demo's people. */
export const MATTIAS = '197605239917';
export const ASA_LENA = '196703049988';
export const ELIAS = '200007169915';
export const AMIRA = '198406829906';

export const FULL = process.env['FULL'] === '1';
const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe cannot judge and a person has: which rule, on which elements. */
const JUDGED: [rule: string, html: RegExp, why: string][] = [
  ['color-contrast', /^<select /, 'its arrow is a gradient of two solid colours'],
  [
    'color-contrast',
    /^<p id="session-text">/,
    'its dialog lies over the page, on a ground of its own',
  ],
];

export const baseUrl = (): string => inject('baseUrl');

/** A Chromium for the tests of a file. */
export function useBrowser(): { newContext: () => Promise<BrowserContext> } {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject('chromium'),
      headless: true,
      chromiumSandbox: false,
      args: ['--disable-dev-shm-usage'],
    });
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser.close();
  });
  return {
    async newContext() {
      const context = await browser.newContext({
        baseURL: baseUrl(),
        locale: 'sv-SE',
        viewport: { width: 1280, height: 800 },
      });
      context.setDefaultTimeout(60_000);
      contexts.push(context);
      return context;
    },
  };
}

/** What a page must not do: break the policy, throw, or ask anybody else; files go to the bucket. */
export function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // That the server answers 401 or 503 is what is tried here.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      wrong.push(`console: ${message.text()}`);
    }
  });
  let files: string | undefined;
  page.on('response', (response) => {
    const policy = response.headers()['content-security-policy'] ?? '';
    files = /connect-src 'self' (https?:[^\s;]+)/.exec(policy)?.[1] ?? files;
  });
  page.on('request', (request) => {
    const isFile = request.method() === 'PUT' && request.url().startsWith(`${files}/`);
    if (!request.isNavigationRequest() && !request.url().startsWith(baseUrl()) && !isFile) {
      wrong.push(`asked ${request.url()}`);
    }
  });
  return wrong;
}

/** On the stand-in's login page: that person. */
export async function choose(page: Page, person: string): Promise<void> {
  await page.locator(`form:has(input[type=hidden][value="${person}"]) button`).first().click();
}

/** Logs in, and ends at that page of the portal. */
export async function logIn(page: Page, person: string, returnTo = '/'): Promise<void> {
  await page.goto(`/login?returnTo=${encodeURIComponent(returnTo)}`);
  await choose(page, person);
  await page.waitForURL(baseUrl() + returnTo);
  await settled(page);
}

/** The page has its heading and waits for nothing more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  await page.evaluate(() => document.fonts.ready);
}

/** Everything that axe finds or cannot judge, but for what a person has judged. */
export async function axe(page: Page, only = 'html'): Promise<string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page })
    .include(only)
    .withTags(TAGS)
    .analyze();
  return [...violations, ...incomplete].flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !JUDGED.some(([rule, judged]) => rule === id && judged.test(html)))
      .map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

/** What makes the page wider than the window. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth <= width
      ? []
      : [...document.querySelectorAll('main *, header *, footer *')]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .slice(0, 3)
          .map((element) => `wider than ${width} px: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** How far the page's parts moved while it came, as browsers count it. */
export async function layoutShift(page: Page): Promise<string[]> {
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[]) {
            sum += entry.hadRecentInput ? 0 : entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );
  return shift <= 0.02 ? [] : [`parts move by ${shift.toFixed(3)} while it comes`];
}

/** What one can hit is at least 24 px each way, or stands in a sentence. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, summary, select, input')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const inSentence = element.closest('p, dd, li')?.textContent !== element.textContent;
        const isHidden = width <= 1 || height <= 1 || !element.checkVisibility();
        return !isHidden && !inSentence && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Into the ignored folder. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true });
}
