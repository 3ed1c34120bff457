// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError, change, get, withQuery } from './client';

const answer = vi.fn<(path: string, options: RequestInit) => Promise<Response>>();
beforeEach(() => vi.stubGlobal('fetch', answer));
afterEach(() => {
  answer.mockReset();
  vi.unstubAllGlobals();
});

it.each([
  [401, 'logged-out'],
  [404, 'not-found'],
  [429, 'too-many'],
  [503, 'unavailable'],
  [500, 'unavailable'],
  [422, 'refused'],
  [409, 'refused'],
])('%i is %s, whatever the body', async (status, failure) => {
  answer.mockResolvedValueOnce(new Response('<html>', { status }));
  await expect(get('/api/start')).rejects.toMatchObject({ failure });
});

it('hands on what a problem says', async () => {
  const errors = [{ pointer: '/text', detail: 'x' }];
  const body = JSON.stringify({ status: 422, traceId: 't-1', errors });
  answer.mockResolvedValueOnce(new Response(body, { status: 422 }));
  const error = await get('/api/start').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect((error as ApiError).problem).toEqual({ status: 422, traceId: 't-1', errors });
});

it('calls whatever else was thrown unavailable', () => {
  const known = new ApiError('too-many');
  expect(ApiError.of(known)).toBe(known);
  expect(ApiError.of(new TypeError('x'))).toMatchObject({ failure: 'unavailable', problem: {} });
});

it('tells no answer from a bad one', async () => {
  answer.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(get('/api/start')).rejects.toMatchObject({ failure: 'offline' });
});

it('says with every change that it is ours', async () => {
  answer.mockResolvedValueOnce(new Response(null, { status: 204 }));
  expect(await change('PUT', '/api/drafts/1', { text: 'a' })).toBeUndefined();
  expect(answer.mock.calls[0]?.[1]).toMatchObject({
    method: 'PUT',
    headers: { 'X-Insyn': '1', 'Content-Type': 'application/json' },
    body: '{"text":"a"}',
  });
});

it('writes only what is there of a query', () => {
  expect(withQuery('/a', { x: undefined, y: '', z: 'å b&', n: 0 })).toBe('/a?z=%C3%A5+b%26&n=0');
  expect(withQuery('/a')).toBe('/a');
});
