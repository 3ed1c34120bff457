import { expect, it } from 'vitest';
import { withQuery } from '../../api/client';
import { filterOf } from './DocumentsPage';

it('takes from an address what the API takes, and nothing else', () => {
  const asked = (query: Record<string, string>) => withQuery('/api/documents', filterOf(query));
  expect(asked({})).toBe('/api/documents');
  expect(asked({ area: 'x', type: 'y', case: '', cursor: 'c' })).toBe('/api/documents');
  expect(asked({ area: 'other-assistance', type: 'journal-note', case: 'c' })).toBe(
    '/api/documents?area=other-assistance&case=c&type=journal-note',
  );
});
