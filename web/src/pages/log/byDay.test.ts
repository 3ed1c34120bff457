import { expect, it } from 'vitest';
import { byDay } from './LogPage';

it('puts the entries under their Swedish day', () => {
  const entry = (at: string) => ({ at, act: 'login' });
  const entries = ['2026-11-20T23:30:00Z', '2026-11-20T22:59:00Z', '2026-11-20T08:00:00Z'].map(
    entry,
  );
  expect(byDay(entries).map(([day, of]) => [day, of.length])).toEqual([
    ['2026-11-21', 1],
    ['2026-11-20', 2],
  ]);
});
