import { expect, it } from 'vitest';
import { withQuery } from '../../api/client';
import { filterOf } from './EventFilter';

const asked = (query: Record<string, string>) => withQuery('/api/events', { ...filterOf(query) });

it('takes from an address what the API takes, and nothing else', () => {
  expect(asked({})).toBe('/api/events');
  expect(
    asked({ area: 'other-assistance', kind: 'payment', from: '2026-11-01', to: '2026-11-30' }),
  ).toBe('/api/events?area=other-assistance&kind=payment&from=2026-11-01&to=2026-11-30');
  expect(asked({ area: 'x', kind: 'y', from: 'z', to: '2026-1-1', limit: '9', cursor: 'c' })).toBe(
    '/api/events',
  );
  expect(asked({ case: 'a b', application: 'ANS-1', kind: '' })).toBe(
    '/api/events?case=a+b&application=ANS-1',
  );
});
