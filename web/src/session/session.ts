import { store } from '../app/store';
import type { Language } from '../language/language';
import { Countdown } from './countdown';

/** `GET /api/session`. */
interface SessionAnswer {
  name: string;
  idleExpiresAt: string;
  expiresAt: string;
  language: Language;
}

export type SessionState =
  | { is: 'unknown' }
  | { is: 'in'; name: string; language: Language; expiresAt: string; endsAt: number }
  /** `left`: by logging out; `expired`: it was there and is gone; `none`: nobody was logged in. */
  | { is: 'out'; how: 'left' | 'expired' | 'none' }
  | { is: 'unreachable' };

/** Shown before the session ends by itself. */
export interface Warning {
  endsAt: number;
  /** No: the eight hours are over soon, whatever one does. */
  canExtend: boolean;
}

export const session = store<SessionState>({ is: 'unknown' });
export const warning = store<Warning | undefined>(undefined);

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('insyn');
const countdown = new Countdown({
  check: () => void checkSession(),
  end: () => void atTheEnd(),
});

/** Asks whose session it is, without extending it. */
export async function checkSession(): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch('/api/session', { headers: { Accept: 'application/json' } });
  } catch {
    unreachable();
    return;
  }
  if (answer.status === 401) {
    sessionEnded();
  } else if (answer.ok) {
    const now = Date.parse(answer.headers.get('Date') ?? '') || Date.now();
    began((await answer.json()) as SessionAnswer, now);
  } else {
    unreachable();
  }
}

/** The time is over: the content goes, also where nobody can be asked. */
async function atTheEnd(): Promise<void> {
  await checkSession();
  const state = session.get();
  if (state.is === 'in' && state.endsAt <= Date.now()) {
    forget('expired');
  }
}

function unreachable(): void {
  // Who is logged in stays so: what they look at may still be read.
  if (session.get().is === 'unknown') {
    session.set({ is: 'unreachable' });
  }
}

function began(answer: SessionAnswer, serverNow: number): void {
  const before = session.get();
  if (before.is === 'in' && before.expiresAt !== answer.expiresAt) {
    // Somebody has logged in again: nothing of the one before may stay.
    location.reload();
    return;
  }
  const idle = Date.parse(answer.idleExpiresAt);
  const last = Date.parse(answer.expiresAt);
  // The server's clock counts; ours only measures how much of it is left.
  const endsAt = Date.now() + Math.min(idle, last) - serverNow;
  session.set({
    is: 'in',
    name: answer.name,
    language: answer.language,
    expiresAt: answer.expiresAt,
    endsAt,
  });
  const isNear = countdown.until(endsAt);
  warning.set(isNear ? { endsAt, canExtend: last - idle > 1000 } : undefined);
  if (before.is !== 'in') {
    channel?.postMessage({ is: 'began', expiresAt: answer.expiresAt });
  }
}

/** The server says that there is none, or the person left: the content goes, in every tab. */
export function sessionEnded(how: 'left' | 'expired' = 'expired'): void {
  if (forget(how)) {
    channel?.postMessage({ is: 'ended', how });
  }
}

function forget(how: 'left' | 'expired'): boolean {
  countdown.stop();
  warning.set(undefined);
  const before = session.get();
  if (before.is === 'out') {
    return false;
  }
  session.set({ is: 'out', how: before.is === 'in' || how === 'left' ? how : 'none' });
  return before.is === 'in';
}

/** One more quarter of an hour. */
export async function extendSession(): Promise<void> {
  try {
    await fetch('/api/session', changing());
  } catch {
    // The check says how it stands.
  }
  await checkSession();
  channel?.postMessage({ is: 'extended' });
}

/** Ends the session everywhere. */
export async function logOut(): Promise<boolean> {
  try {
    const answer = await fetch('/logout', changing());
    if (answer.status !== 204) {
      return false;
    }
  } catch {
    return false;
  }
  sessionEnded('left');
  return true;
}

/** *Lämna snabbt*: nothing is left on the screen, and the browser is somewhere else. */
export function leaveQuickly(to: string): void {
  document.documentElement.hidden = true;
  document.title = '';
  // Goes out although the page is left.
  void fetch('/logout', { ...changing(), keepalive: true }).catch(() => undefined);
  channel?.postMessage({ is: 'ended', how: 'left' });
  location.replace(to);
}

function changing(): RequestInit {
  return {
    method: 'POST',
    headers: { 'X-Insyn': '1', 'Content-Type': 'application/json' },
    body: '{}',
  };
}

/** Listens to the other tabs and to the page coming back; for the whole life of the page. */
export function watchSession(): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Record<string, unknown>>) => {
    const state = session.get();
    if (data['is'] === 'ended') {
      forget(data['how'] === 'left' ? 'left' : 'expired');
    } else if (data['is'] === 'extended') {
      void checkSession();
    } else if (data['is'] === 'began') {
      const isAnother = state.is === 'in' && state.expiresAt !== data['expiresAt'];
      if (isAnother || state.is === 'out') {
        location.reload();
      }
    }
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && session.get().is === 'in') {
      void checkSession();
    }
  });
}
