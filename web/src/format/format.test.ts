import { describe, expect, it } from 'vitest';
import { dates, money, monthOf, today } from './format';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-');

describe('money', () => {
  it.each([
    [1275000, '12 750,00 kr'],
    [0, '0,00 kr'],
    [5, '0,05 kr'],
    [-42000, '-420,00 kr'],
    [123456789, '1 234 567,89 kr'],
  ])('%i öre', (ore, written) => {
    expect(plain(money(ore))).toBe(written);
  });
});

describe('dates', () => {
  const swedish = dates('sv', (day) => `från ${day}`);
  const english = dates('en', (day) => `from ${day}`);

  it('are days in Sweden, whatever the browser’s time zone', () => {
    expect(swedish.day('2026-11-20')).toBe('20 november 2026');
    expect(english.day('2026-11-20')).toBe('20 November 2026');
    expect(swedish.instant('2026-11-20T23:30:00Z')).toBe('21 november 2026 00:30');
    expect(swedish.instant('2026-06-30T22:00:00Z')).toBe('1 juli 2026 00:00');
    expect(swedish.dayOf('2026-11-20T08:12:00Z')).toBe('fredag 20 november 2026');
    expect(swedish.time('2026-03-29T01:00:00Z')).toBe('03:00');
  });

  it('say months and periods, also open ones', () => {
    expect(swedish.month('2026-11')).toBe('november 2026');
    expect(swedish.period({ from: '2026-11-01', to: '2026-11-30' })).toBe(
      '1 november 2026 – 30 november 2026',
    );
    expect(swedish.period({ from: '2026-11-01' })).toBe('från 1 november 2026');
  });

  it('leave what is no date as it came', () => {
    expect(swedish.day('snart')).toBe('snart');
    expect(swedish.instant('')).toBe('');
  });
});

it('knows today in Sweden', () => {
  expect(today(new Date('2026-11-20T22:59:59Z'))).toBe('2026-11-20');
  expect(today(new Date('2026-11-20T23:00:00Z'))).toBe('2026-11-21');
});

it.each([
  ['2026-11-01', '2026-11-30', '2026-11'],
  ['2028-02-01', '2028-02-29', '2028-02'],
  ['2026-02-01', '2026-02-29', undefined],
  ['2026-11-02', '2026-11-30', undefined],
  ['2026-11-01', '2026-12-31', undefined],
  ['2026-11-01', undefined, undefined],
])('%s to %s is the month %s', (from, to, month) => {
  expect(monthOf(to === undefined ? { from } : { from, to })).toBe(month);
});
