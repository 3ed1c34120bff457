import { expect, it } from 'vitest';
import { withQuery } from '../../api/client';
import { narrowedTo } from './narrowed';

const asked = (query: Record<string, string>) => withQuery('/api/payments', narrowedTo(query));

it('takes from an address what the API takes, and nothing else', () => {
  expect(asked({})).toBe('/api/payments');
  expect(
    asked({ to: '2026-11-30', from: '2026-11-01', status: 'paid', area: 'financial-assistance' }),
  ).toBe('/api/payments?area=financial-assistance&status=paid&from=2026-11-01&to=2026-11-30');
  expect(asked({ case: 'abc', status: '' })).toBe('/api/payments?case=abc');
  expect(asked({ case: '', status: 'lost', from: 'i maj', limit: '9', cursor: 'c' })).toBe(
    '/api/payments',
  );
});
