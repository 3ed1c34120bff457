import { expect, it } from 'vitest';
import type { Contact } from './NewMessagePage';
import { firstChosen } from './recipients';

const contact = (caseId: string, caseworkerId: string, role: string): Contact => ({
  caseId,
  caseworkerId,
  role,
  name: caseworkerId,
  title: '',
  unit: '',
  canReceiveMessages: true,
});
const all = [
  contact('c1', 'HL1', 'responsible'),
  contact('c1', 'HL2', 'co-caseworker'),
  contact('c2', 'AK1', 'other'),
];

it.each([
  ['whoever is named', { case: 'c1', caseworker: 'HL2' }, ['c1 HL2']],
  ['who is responsible', { case: 'c1' }, ['c1 HL1']],
  ['the only one of the case', { case: 'c2' }, ['c2 AK1']],
  [
    'who is responsible, where the named one is not there',
    { case: 'c1', caseworker: 'X' },
    ['c1 HL1'],
  ],
  ['nobody, where several may be meant', {}, []],
  ['nobody of an unknown case', { case: 'x' }, []],
])('chooses %s', (_, asked, expected) => {
  expect(firstChosen(all, undefined, asked)).toEqual(expected);
});

it('chooses the only one there is', () => {
  expect(firstChosen(all.slice(2), undefined, {})).toEqual(['c2 AK1']);
});

it('goes by the draft, without those who have left', () => {
  const to = [
    { caseId: 'c1', caseworkerId: 'HL2' },
    { caseId: 'c1', caseworkerId: 'GONE' },
  ];
  expect(firstChosen(all, { to }, { case: 'c2' })).toEqual(['c1 HL2']);
  expect(firstChosen(all, { text: 'Hej' }, { case: 'c2' })).toEqual([]);
});
