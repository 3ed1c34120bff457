import { useEffect, useRef, useState } from 'preact/hooks';
import { change } from '../api/client';
import type { Draft } from '../api/shapes';
import { DraftKeeper, type Keeping } from './DraftKeeper';

export interface KeptWriting {
  keeping: Keeping;
  /** Before it is sent. */
  stop: () => Promise<void>;
  /** It was not sent after all. */
  resume: () => void;
  /** It was sent, or is not wanted any more. */
  forget: () => Promise<void>;
}

/** The path of a draft. */
export function draftPath(id: string): string {
  return `/api/drafts/${encodeURIComponent(id)}`;
}

/**
 * Keeps what is being written on the server under that id, so that it outlives the session; the
 * server gives it to nobody else. `draft` undefined: there is nothing worth keeping.
 */
export function useDraft(
  id: string,
  first: Draft | undefined,
  draft: Draft | undefined,
): KeptWriting {
  const [keeping, setKeeping] = useState<Keeping>(first === undefined ? 'nothing' : 'saved');
  const keeper = useRef<DraftKeeper | undefined>(undefined);
  keeper.current ??= new DraftKeeper(first, {
    save: (kept, keepalive) =>
      kept === undefined
        ? change('DELETE', draftPath(id), {}, { keepalive })
        : change('PUT', draftPath(id), kept, { keepalive }),
    tell: setKeeping,
  });
  useEffect(() => keeper.current?.change(draft));
  useEffect(() => {
    const leaving = () => document.hidden && void keeper.current?.flush(true);
    const online = () => void keeper.current?.flush();
    document.addEventListener('visibilitychange', leaving);
    addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      removeEventListener('online', online);
      void keeper.current?.flush(true);
    };
  }, []);
  return {
    keeping,
    stop: async () => keeper.current?.stop(),
    resume: () => keeper.current?.change(draft),
    forget: async () => {
      try {
        await change('DELETE', draftPath(id));
      } catch {
        // It stays among the drafts, where it can be taken away.
      }
    },
  };
}
