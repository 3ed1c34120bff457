import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import sv from '../language/sv.json';
import { CODES } from './words';

/** Enums of the API that are not shown as words. */
const NOT_SHOWN = [
  ['sv', 'sv-easy', 'en'],
  ['sms', 'email'],
  ['building', 'failed'],
  ['livelihood', 'other-needs'],
  ['received', 'read-here', 'unknown'],
];

/** What later versions of the contract may have, said by the pages already. */
const EXPECTED = [
  ['waiting', 'stopped'],
  [
    'application/pdf',
    'application/msword',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
    'image/jpeg',
    'image/png',
  ],
];

function enums(node: unknown): string[][] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const own = (node as { enum?: unknown }).enum;
  return [
    ...(Array.isArray(own) ? [own as string[]] : []),
    ...Object.values(node).flatMap((child) => enums(child)),
  ];
}

const contract: unknown = parse(
  readFileSync(new URL('../../../docs/openapi/citizen.yaml', import.meta.url), 'utf8'),
);
const name = (codes: readonly string[]) => codes.join(' ');

it('has a word for every code of the contract, and no other', () => {
  const expected = new Set(EXPECTED.map(name));
  const ofContract = new Set(
    enums(contract)
      .map(name)
      .filter((codes) => !expected.has(codes)),
  );
  const ours = new Set([...Object.values(CODES), ...NOT_SHOWN].map(name));
  expect([...ours].toSorted()).toEqual([...ofContract].toSorted());
});

it('has a text for every code', () => {
  const texts: Record<string, Record<string, string>> = sv;
  for (const [set, codes] of Object.entries(CODES)) {
    expect(Object.keys(texts[set] ?? {}), set).toEqual([...codes]);
  }
});
