import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  AMIRA,
  ASA_LENA,
  axe,
  ELIAS,
  overflow,
  FULL,
  layoutShift,
  logIn,
  MATTIAS,
  screenshot,
  settled,
  smallTargets,
  useBrowser,
  watch,
} from './harness';
import { eventScenes, OPEN_SCENES, SCENES, type Scene } from './scenes';

const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark', 'forced'] as const;
const LANGUAGES = ['sv', 'sv-easy', 'en'] as const;
const NAMES: Record<string, string> = {
  [MATTIAS]: 'mattias',
  [ASA_LENA]: 'asa-lena',
  [ELIAS]: 'elias',
  [AMIRA]: 'amira',
};

interface Look {
  width: number;
  scheme: (typeof SCHEMES)[number];
  language: (typeof LANGUAGES)[number];
}

const ALL: Look[] = WIDTHS.flatMap((width) =>
  SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ width, scheme, language }))),
);
/** Every two values of two dimensions meet in these nine. */
const PAIRWISE: Look[] = SCHEMES.flatMap((scheme, row) =>
  LANGUAGES.map((language, column) => ({
    width: WIDTHS[(row + column) % 2] ?? 320,
    scheme,
    language,
  })),
);

let turn = 0;
const looks = (): Look[] => (FULL ? ALL : [PAIRWISE[turn++ % PAIRWISE.length] as Look]);

async function take(page: Page, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.emulateMedia({
    colorScheme: look.scheme === 'dark' ? 'dark' : 'light',
    forcedColors: look.scheme === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await page.evaluate((language) => localStorage.setItem('language', language), look.language);
}

async function open(page: Page, scene: Scene): Promise<void> {
  await scene.before?.(page);
  await page.goto(scene.path);
  if (scene.waits) {
    await page.waitForSelector('.skeleton');
  } else {
    await settled(page);
  }
  await scene.after?.(page);
}

/** What is found where the text is twice as large. */
async function withLargeText<T>(page: Page, look: (page: Page) => Promise<T>): Promise<T> {
  const size = (value: string) =>
    page.evaluate((fontSize) => (document.documentElement.style.fontSize = fontSize), value);
  await size('200%');
  const found = await look(page);
  await size('');
  return found;
}

async function check(page: Page, scene: Scene, name: string): Promise<string[]> {
  const found: string[] = [];
  try {
    // A page is looked at in both widths, a state of it in one.
    const isState = scene.before !== undefined || scene.after !== undefined;
    if (!isState || FULL) {
      await take(page, { width: 1280, scheme: 'light', language: 'sv' });
      await open(page, scene);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await overflow(page)));
        found.push(...(await smallTargets(page)).map((target) => `small at ${width}: ${target}`));
        await screenshot(page, `${name}-${width}`);
      }
      await page.setViewportSize({ width: 320, height: 800 });
      found.push(...(await withLargeText(page, overflow)).map((one) => `text at 200 %: ${one}`));
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
    for (const look of looks()) {
      await take(page, look);
      await open(page, scene);
      found.push(...(await overflow(page)), ...(await layoutShift(page)));
      if (isState) {
        await screenshot(page, `${name}-${look.width}`);
      }
      const said = `${look.width} ${look.scheme} ${look.language}`;
      found.push(...(await axe(page, scene.only)).map((violation) => `${said}: ${violation}`));
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  return found;
}

/** What is wrong with them, by scene. */
async function checkAll(page: Page, scenes: Scene[], name: string): Promise<string[]> {
  const problems: string[] = [];
  const chosen = new RegExp(process.env['SCENES'] ?? '');
  for (const scene of scenes.filter((one) => chosen.test(one.name))) {
    const found = await check(page, scene, `${name}-${scene.name}`);
    problems.push(...found.map((one) => `${scene.name}: ${one}`));
  }
  return problems;
}

const browser = useBrowser();

describe('every page in every state', () => {
  it('for nobody', async () => {
    const page = await (await browser.newContext()).newPage();
    const wrong = watch(page);
    await page.goto('/hjalp');
    expect(await checkAll(page, OPEN_SCENES, 'open')).toEqual([]);
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(SCENES).map((person) => [NAMES[person] ?? person, person]))(
    'for %s',
    async (name, person) => {
      const page = await (await browser.newContext()).newPage();
      await logIn(page, person);
      const wrong = watch(page);
      const scenes = [...(SCENES[person] ?? []), ...(await eventScenes(page))];
      expect(await checkAll(page, scenes, name)).toEqual([]);
      expect(wrong).toEqual([]);
    },
    20 * 60_000,
  );
});
