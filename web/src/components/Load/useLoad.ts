import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiError, get } from '../../api/client';

export type Loading<T> =
  { is: 'loading' } | { is: 'loaded'; value: T } | { is: 'failed'; error: ApiError };

/** What a GET of the path answers. Being online again asks again. */
export function useLoad<T>(path: string): Loading<T> & { again: () => void } {
  const [state, setState] = useState<Loading<T> & { of: string }>({ is: 'loading', of: path });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const abort = new AbortController();
    setState((before) =>
      before.of === path && before.is === 'loaded' ? before : { is: 'loading', of: path },
    );
    get<T>(path, abort.signal).then(
      (value) => abort.signal.aborted || setState({ is: 'loaded', value, of: path }),
      (error: unknown) => {
        if (!abort.signal.aborted) {
          const known = ApiError.of(error);
          setState({ is: 'failed', error: known, of: path });
        }
      },
    );
    return () => abort.abort();
  }, [path, round]);
  useEffect(() => {
    if (state.is === 'failed' && state.error.failure === 'offline') {
      addEventListener('online', again);
      return () => removeEventListener('online', again);
    }
    return undefined;
  }, [state, again]);
  // Of another path than the one asked for now: as good as nothing.
  const current: Loading<T> = state.of === path ? state : { is: 'loading' };
  return { ...current, again };
}
