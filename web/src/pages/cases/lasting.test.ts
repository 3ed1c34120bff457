import { expect, it } from 'vitest';
import { lasting } from './lasting';

it.each([
  ['2026-11-22', '2026-11-22', 'days', 0],
  ['2026-11-21', '2026-11-22', 'days', 1],
  ['2026-09-23', '2026-11-22', 'days', 60],
  ['2026-09-22', '2026-11-22', 'months', 2],
  ['2024-11-23', '2026-11-22', 'months', 23],
  ['2024-11-22', '2026-11-22', 'years', 2],
  ['2020-12-01', '2026-11-22', 'years', 5],
  ['2026-12-01', '2026-11-22', 'days', 0],
])('%s to %s is %s %i', (from, to, unit, count) => {
  expect(lasting(from, to)).toEqual({ unit, count });
});
