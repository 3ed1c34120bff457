import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Calculation, Expense, Income, NormPerson } from '../../api/shapes';
import type { Saying } from '../../components/Said/Said';
import { dates } from '../../format/format';
import en from '../../language/en.json';
import { textOf, type Texts } from '../../language/language';
import svEasy from '../../language/sv-easy.json';
import sv from '../../language/sv.json';
import { stepsOf, type Row } from './steps';

/** A calculation of the demo, as the API would answer it in November 2026. */
function demo(file: string): Calculation {
  const days: Record<string, string> = {
    'B0 first': '2026-11-01',
    'B0 last': '2026-11-30',
    'B-1': '2026-10',
  };
  const written = readFileSync(
    new URL(`../../../../events/case-updates/${file}`, import.meta.url),
    'utf8',
  ).replace(/\{\{([^}]*)\}\}/g, (_, name: string) => days[name] ?? '2026-11-13');
  const pushed = JSON.parse(written) as { type: string; data: Calculation }[];
  const { data } = pushed.find(({ type }) => type === 'se.insyn.calculation.v1') ?? {};
  if (data === undefined) {
    throw new Error(`${file} has no calculation`);
  }
  for (const person of data.persons) {
    person.included ??= true;
  }
  data.adjustmentSumOre ??= 0;
  return data;
}

const SWEDISH = dates('sv', (day) => `från ${day}`);

function spoken(sentences: Saying[], texts: Texts = sv): string {
  return sentences
    .map(({ key, values = {} }) =>
      textOf(
        texts,
        key,
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === 'object' ? value.fromOffice : value,
          ]),
        ),
      ),
    )
    .join(' ')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

function rowsOf(calculation: Calculation): Row[] {
  return stepsOf(calculation, SWEDISH)
    .flatMap(({ lines }) => lines)
    .filter((line) => line.is === 'row');
}

const household = demo('028-household-1-this-month.json');
const lodger = demo('052-amira-this-month.json');

function only<T>(name: 'persons' | 'expenses' | 'incomes', value: T): Row {
  const empty = { ...household, persons: [], expenses: [], incomes: [], [name]: [value] };
  const found = rowsOf(empty).find(({ id }) => id !== 'household-cost');
  if (found === undefined) {
    throw new Error('no row');
  }
  return found;
}
const person = (given: Partial<NormPerson>): Row =>
  only('persons', {
    name: 'Noel',
    role: 'child',
    you: false,
    included: true,
    amountOre: 440_000,
    ...given,
  });
const expense = (given: Partial<Expense>): Row =>
  only('expenses', { id: 'U1', group: 'livelihood', type: 'Hyra', grantedOre: 100_000, ...given });
const income = (given: Partial<Income>): Row =>
  only('incomes', { id: 'I1', type: 'Lön', basisOre: 200_000, countedOre: 200_000, ...given });

describe.each([
  ['the household', household, 1_275_000],
  ['the lodger', lodger, 72_800],
])('of %s', (_, calculation, result) => {
  it('the lines come to the sums, and the sums to the result', () => {
    const steps = stepsOf(calculation, SWEDISH);
    for (const { name, lines, sum } of steps) {
      const rows = lines.filter((line) => line.is === 'row');
      const total = rows.reduce((before, { ore }) => before + ore, 0);
      expect(name === 'incomes' ? -total : total, name).toBe(sum);
      expect(lines.at(-1), name).toMatchObject({ is: 'sum', ore: total, isPart: false });
    }
    expect(steps.reduce((total, { sum }) => total + sum, 0)).toBe(result);
    expect(calculation.resultOre).toBe(result);
  });

  it('every row has a sentence in every language, and every name that a message can carry', () => {
    for (const row of rowsOf(calculation)) {
      expect(row.id).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
      for (const texts of [sv, svEasy, en]) {
        const text = spoken(row.sentences, texts);
        expect(text).toMatch(/^\S.*\.$/);
        expect(text).not.toMatch(/undefined|calculation\./);
      }
    }
  });
});

it('says the rows of the household that are not as usual', () => {
  const said = new Map(
    rowsOf(household).map((row) => [
      row.name,
      [spoken(row.sentences), row.reason, row.isUnexplained],
    ]),
  );
  expect(Object.fromEntries(said)).toMatchObject({
    'Alva Öberg': ['Barn 15–18 år: normen är 4 960,00 kr.', undefined, false],
    'Tuva Öberg': [
      'Barn 7–10 år: hela normen är 3 840,00 kr. 10 av 30 dagar räknas. Då blir det 1 280,00 kr.',
      'Bor i hushållet varannan helg',
      false,
    ],
    '': [
      'Ett hushåll med 4 personer: 2 030,00 kr.',
      'Tuva bor inte här hela månaden och räknas inte med',
      false,
    ],
    Hyra: ['I ansökan står 9 850,00 kr. Vi räknar med allt.', undefined, false],
    Bredband: ['I ansökan står 399,00 kr. Vi räknar inte med det.', 'Ingår i riksnormen', false],
    Tandvård: [
      'I ansökan står 2 400,00 kr. Vi räknar med en del: 1 640,00 kr.',
      'Akut del enligt kostnadsförslag',
      false,
    ],
    Lön: [
      'I ansökan står 6 400,00 kr. En del räknas inte. Då blir det 4 800,00 kr.',
      undefined,
      false,
    ],
    Aktivitetsstöd: [
      'Försäkringskassan uppger ett annat belopp än ansökan. Vi utgår från det. Vi hämtade uppgiften 13 november 2026.',
      undefined,
      true,
    ],
    Swish: ['Inkomsten på 500,00 kr står inte i ansökan.', 'Syns på kontoutdraget', false],
  });
});

it('says how a lodger shares, and what is left of the month before', () => {
  const rows = rowsOf(lodger);
  expect(rows.map((row) => [row.ore, spoken(row.sentences)])).toEqual([
    [394_000, 'Ensamstående: normen är 3 940,00 kr.'],
    [
      50_800,
      'Ett hushåll med 4 personer: 2 030,00 kr. 1 av 4 personer räknas här. Då blir det 508,00 kr.',
    ],
    [350_000, 'I ansökan står 3 500,00 kr. Vi räknar med allt.'],
    [
      680_000,
      'I ansökan står 6 800,00 kr. Försäkringskassan uppger samma belopp. Vi hämtade uppgiften 13 november 2026.',
    ],
    [-42_000, 'Vi drar av 420,00 kr.'],
  ]);
});

it.each<[string, Row, string, number[], boolean]>([
  ['a plain norm', person({}), 'Normen är 4 400,00 kr.', [], false],
  [
    'days of a part of the period, without a reason',
    person({
      fullOre: 440_000,
      amountOre: 220_000,
      days: 15,
      deviation: { from: '2026-11-10', to: '2026-11-25' },
    }),
    'Hela normen är 4 400,00 kr. Antal dagar som räknas: 15. Då blir det 2 200,00 kr. Det gäller 10 november 2026 – 25 november 2026.',
    [440_000],
    true,
  ],
  [
    'somebody who is left out',
    person({ included: false, amountOre: 0 }),
    'Vi räknar inte med Noel här.',
    [],
    true,
  ],
  ['an expense nobody applied for', expense({}), 'Vi räknar med 1 000,00 kr.', [], false],
  [
    'more than was applied for',
    expense({ appliedOre: 90_000 }),
    'I ansökan står 900,00 kr. Vi räknar med mer: 1 000,00 kr.',
    [90_000],
    true,
  ],
  [
    'an income only declared',
    income({ declaredOre: 200_000 }),
    'I ansökan står 2 000,00 kr.',
    [],
    false,
  ],
  [
    'an income only fetched',
    income({ authorities: [{ name: 'CSN', amountOre: 200_000 }] }),
    'Inkomsten står inte i ansökan. CSN uppger 2 000,00 kr.',
    [],
    false,
  ],
  ['an income from nowhere', income({}), 'Inkomsten på 2 000,00 kr står inte i ansökan.', [], true],
  [
    'the declared one against the fetched one',
    income({ declaredOre: 200_000, authorities: [{ name: 'CSN', amountOre: 190_000 }] }),
    'CSN uppger ett annat belopp. Vi utgår från det i ansökan.',
    [200_000, 190_000],
    true,
  ],
  [
    'another than both, of which a part does not count',
    income({
      declaredOre: 210_000,
      authorities: [
        { name: 'CSN', amountOre: 100_000 },
        { name: 'Försäkringskassan', amountOre: 90_000 },
      ],
      disregards: [{ rule: 'Jobbstimulans 25 %', amountOre: 50_000 }],
      countedOre: 150_000,
      reason: 'Enligt lönespecifikationen',
    }),
    'Vi utgår från ett annat belopp än det i ansökan: 2 000,00 kr. En del räknas inte. Då blir det 1 500,00 kr.',
    [210_000, 100_000, 90_000, 200_000, -50_000],
    false,
  ],
])('says %s', (_, row, text, figures, isUnexplained) => {
  expect(spoken(row.sentences)).toBe(text);
  expect(row.figures.map(({ ore }) => ore)).toEqual(figures);
  expect(row.isUnexplained).toBe(isUnexplained);
});

it('leaves a part out that is nothing, but never the norm or the incomes', () => {
  const nothing = {
    ...household,
    expenses: [],
    incomes: [],
    expenseSumOre: 0,
    otherNeedsSumOre: 0,
  };
  expect(stepsOf(nothing, SWEDISH).map(({ name }) => name)).toEqual(['norm', 'incomes']);
});
