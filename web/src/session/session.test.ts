// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Session = typeof import('./session');

const NOW = Date.parse('2026-11-22T12:00:00Z');
const answer = vi.fn<(path: string) => Promise<Response>>();

function sessionOf(idleMinutes: number, wholeMinutes = 480): Response {
  const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
  return new Response(
    JSON.stringify({
      name: 'Alva',
      idleExpiresAt: at(idleMinutes),
      expiresAt: at(wholeMinutes),
      language: 'sv',
    }),
    { headers: { Date: new Date(NOW).toUTCString() } },
  );
}

let session: Session;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('fetch', answer);
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.resetModules();
  session = await import('./session');
});
afterEach(() => {
  answer.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('knows who is logged in, and warns when two minutes are left', async () => {
  answer.mockResolvedValueOnce(sessionOf(15));
  await session.checkSession();
  expect(session.session.get()).toMatchObject({ is: 'in', name: 'Alva' });
  expect(session.warning.get()).toBeUndefined();
  answer.mockResolvedValueOnce(sessionOf(15));
  await vi.advanceTimersByTimeAsync(13 * 60_000);
  expect(answer).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1000);
  expect(answer, 'the server is asked before anybody is warned').toHaveBeenCalledTimes(2);
});

it('says that it cannot be extended when the eight hours are over', async () => {
  answer.mockResolvedValueOnce(sessionOf(1, 1));
  await session.checkSession();
  expect(session.warning.get()).toMatchObject({ canExtend: false });
});

it('counts by the server’s clock', async () => {
  vi.setSystemTime(NOW + 3 * 3_600_000);
  answer.mockResolvedValueOnce(sessionOf(15));
  await session.checkSession();
  expect(session.warning.get()).toBeUndefined();
});

it('takes the content away at the end, also where nobody answers', async () => {
  answer.mockResolvedValueOnce(sessionOf(1));
  await session.checkSession();
  answer.mockRejectedValue(new TypeError('offline'));
  await vi.advanceTimersByTimeAsync(62_000);
  expect(session.session.get()).toEqual({ is: 'out', how: 'expired' });
  expect(session.warning.get()).toBeUndefined();
});

it('tells who was never there from whose time is over', async () => {
  answer.mockResolvedValueOnce(new Response('{}', { status: 401 }));
  await session.checkSession();
  expect(session.session.get()).toEqual({ is: 'out', how: 'none' });
});

it('keeps what is read while the server is away', async () => {
  answer.mockResolvedValueOnce(sessionOf(15));
  await session.checkSession();
  answer.mockResolvedValueOnce(new Response('{}', { status: 503 }));
  await session.checkSession();
  expect(session.session.get()).toMatchObject({ is: 'in' });
});

it('does not call it a logout when the logout did not arrive', async () => {
  answer.mockResolvedValueOnce(sessionOf(15));
  await session.checkSession();
  answer.mockRejectedValueOnce(new TypeError('offline'));
  expect(await session.logOut()).toBe(false);
  expect(session.session.get()).toMatchObject({ is: 'in' });
});
