import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AMIRA, ASA_LENA, logIn, MATTIAS, settled, useBrowser, watch } from './harness';

const browser = useBrowser();

async function loggedIn(person: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, person, path);
  return page;
}

/** What is shown, with plain blanks. */
async function textOf(page: Page, selector = 'main'): Promise<string> {
  const text = await page.locator(selector).first().innerText();
  return text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2212', '-');
}

/** From the decisions to the calculation of the newest that has one. */
async function openCalculation(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Visa normberäkningen/ })
    .first()
    .click();
  await page.waitForURL(/\/berakningar\//);
  await settled(page);
}

describe('a household', () => {
  it('follows the decision to the calculation and every sum to the result', async () => {
    const page = await loggedIn(MATTIAS, '/beslut');
    const wrong = watch(page);
    expect(await page.locator('article').count()).toBe(7);
    expect(await textOf(page, 'h1')).toMatch(/^Beslut sedan \d+ \S+ \d{4}$/);
    const card = await textOf(page, 'article');
    expect(card).toContain('12 750,00 kr');
    expect(card).toMatch(/Överklaga senast\s+\d+ \S+ \d{4}/);
    expect(await textOf(page)).toContain('Äldre beslut finns under Händelser.');
    await page.getByText('Så överklagar du').first().click();
    expect(await textOf(page, 'article')).toMatch(
      /Du kan överklaga beslutet\. Överklagandet ska vara skriftligt och ha kommit fram till Socialnämnden senast .+\. Du fick beslutet .+\. Socialnämnden skickar det vidare till förvaltningsrätten om beslutet inte ändras som du vill\./,
    );
    await openCalculation(page);
    const lines = (await page.locator('.sum').allInnerTexts()).map((line) =>
      line.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim(),
    );
    expect(lines).toEqual([
      'Summa för personerna 17 740,00 kr',
      'Summa norm 19 770,00 kr',
      'Summa utgifter 11 753,00 kr',
      'Summa andra behov 1 965,00 kr',
      'Summa inkomster 20 738,00 kr',
      'Resultat = 12 750,00 kr Inkomsterna räcker inte. Det fattas 12 750,00 kr.',
    ]);
    const text = await textOf(page);
    expect(text).toContain('10 av 30 dagar räknas. Då blir det 1 280,00 kr.');
    expect(text.split('Vi har ingen förklaring här. Fråga din handläggare.')).toHaveLength(2);
    expect(wrong).toEqual([]);
  });

  it('asks about one row', async () => {
    const page = await loggedIn(MATTIAS, '/beslut');
    await openCalculation(page);
    const [, caseId] = /\/arenden\/([^/]+)\//.exec(page.url()) ?? [];
    await page.getByRole('link', { name: /^Jag förstår inte raden\s*: Bredband$/ }).click();
    await page.waitForURL('**/meddelanden/nytt?*');
    const query = new URL(page.url()).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({ case: caseId, event: 'NB-B0', row: 'U6' });
  });

  it('shows the other adult neither an account nor a day of receipt', async () => {
    const page = await loggedIn(ASA_LENA, '/betalningar');
    expect(await textOf(page)).not.toMatch(/Konto|7890/);
    await page.goto('/beslut');
    await settled(page);
    await page.getByText('Så överklagar du').first().click();
    const card = await textOf(page, 'article');
    expect(card).not.toContain('Överklaga senast');
    expect(card).not.toContain('Arbetar deltid');
    expect(card).toContain(
      'inom tre veckor från den dag du fick beslutet. Vi vet inte vilken dag det var. Fick du det med posten räknas den dagen, även om du läser det här senare.',
    );
  });
});

it('a lodger sees how the shared cost and the month before come to 728,00 kr', async () => {
  const page = await loggedIn(AMIRA, '/beslut');
  await openCalculation(page);
  const text = await textOf(page);
  expect(text).toContain('1 av 4 personer räknas här. Då blir det 508,00 kr.');
  expect(text).toContain('Vi drar av 420,00 kr.');
  expect(text).toMatch(/Resultat\s+= 728,00 kr/);
});

it('payments are narrowed in the address and printed without what surrounds them', async () => {
  const page = await loggedIn(MATTIAS, '/betalningar');
  await page.locator('.filter > summary').click();
  await page.locator('select[name=status]').selectOption('returned');
  await page.locator('.filter button[type=submit]').click();
  await page.waitForURL(/\/betalningar\?status=returned$/);
  await settled(page);
  await page.locator('.payment').first().waitFor();
  expect(await page.locator('.payment').count()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  const paper = await textOf(page, 'body');
  expect(paper).toMatch(/Exempelby kommun[^]*Utskrivet .* för Mattias Öberg[^]*EB-2026-00087/);
  expect(paper).toContain('Visar bara: Kom tillbaka');
  expect(paper).toContain('1 282,00 kr');
  expect(paper).not.toMatch(/Lämna snabbt|Händelser|Skriv ut|Välj vad som visas|Vad betyder/);
  expect((await page.pdf({ format: 'A4', tagged: true })).length).toBeGreaterThan(1000);
});
