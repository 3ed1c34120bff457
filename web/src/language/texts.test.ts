import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import { say } from './language';
import svEasy from './sv-easy.json';
import sv from './sv.json';

type Texts = Record<string, Record<string, string>>;
const ALL: Record<string, Texts> = { sv, 'sv-easy': svEasy, en };

function entries(texts: Texts): [string, string][] {
  return Object.entries(texts).flatMap(([group, named]) =>
    Object.entries(named).map(([name, text]): [string, string] => [`${group}.${name}`, text]),
  );
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();

describe.each(Object.keys(ALL))('the texts of %s', (language) => {
  const texts = new Map(entries(ALL[language] ?? {}));

  it('are the same as the Swedish ones, with the same values', () => {
    expect([...texts].map(([key, text]) => [key, placeholders(text)])).toEqual(
      entries(sv).map(([key, text]) => [key, placeholders(text)]),
    );
  });

  it('are there, without a blank too much and without markup', () => {
    for (const [key, text] of texts) {
      expect(text, key).toMatch(/^\S(.*\S)?$/s);
      expect(text, key).not.toMatch(/ {2}|<|&\w+;|"|'''/);
    }
  });

  it('have both forms where something is counted', () => {
    for (const key of texts.keys()) {
      const stem = /^(.*)-(?:one|other)$/.exec(key)?.[1];
      // "other" is a code of the API too.
      if (stem !== undefined && texts.has(`${stem}-one`)) {
        expect(texts.has(`${stem}-other`), key).toBe(true);
      }
    }
  });
});

describe('easy Swedish', () => {
  it('has sentences of at most twelve words', () => {
    const long = entries(svEasy).flatMap(([key, text]) =>
      text
        .split(/(?<=[.?!:])\s+/)
        .filter((sentence) => sentence.split(/\s+/).length > 12)
        .map((sentence) => `${key}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });
});

describe('the code', () => {
  const sources = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
    .join('\n');

  it('uses every text', () => {
    // A key that is put together stands in the code up to its first variable.
    const prefixes = [...sources.matchAll(/`([a-zA-Z-]+\.[a-zA-Z-]*)\$\{/g)].map(
      (found) => found[1],
    );
    const suffixes = [...sources.matchAll(/`\$\{set\}\.\$\{code\}`/g)];
    const unused = entries(sv)
      .map(([key]) => key)
      .filter(
        (key) =>
          !sources.includes(`'${key}'`) &&
          !sources.includes(`'${key.replace(/-(one|other)$/, '')}'`) &&
          !prefixes.some((prefix) => prefix !== undefined && key.startsWith(prefix)) &&
          !(suffixes.length > 0 && new RegExp(`^  ${key.split('.')[0]}: \\[`, 'm').test(sources)),
      );
    expect(unused).toEqual([]);
  });
});

describe('saying', () => {
  const english = say({ language: 'en', texts: en });

  it('fills in values, and leaves markup alone', () => {
    expect(english('failed.call', { phone: '<b>', hours: '9' })).toBe('Is it urgent? Call <b>, 9.');
  });

  it('chooses the form for the number', () => {
    expect([0, 1, 2].map((count) => english.counted('cases.days', count))).toEqual([
      '0 days',
      '1 day',
      '2 days',
    ]);
  });
});
