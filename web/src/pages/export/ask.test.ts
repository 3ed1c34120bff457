import { afterEach, expect, it, vi } from 'vitest';
import { ask } from './ask';

afterEach(() => vi.unstubAllGlobals());

it.each([
  [() => new Response('{"state":"building"}'), 'building'],
  [() => new Response('{"state":"failed"}'), 'failed'],
  [() => new Response('{"state":"later"}'), 'building'],
  [() => new Response(null, { status: 303 }), 'ready'],
  [() => new Response('{}', { status: 404 }), 'gone'],
  [() => new Response('{}', { status: 503 }), 'unreachable'],
  [
    () => {
      throw new TypeError('offline');
    },
    'unreachable',
  ],
])('%#: %s is %s', async (answer, expected) => {
  vi.stubGlobal('fetch', async () => answer());
  expect(await ask('abc')).toBe(expected);
});
