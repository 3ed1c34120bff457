import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../api/client';
import { MOST_FILES, wrongWith } from './files';
import { follow, stateOf, upload } from './upload';

/** A file on its way, or there. */
export interface Chosen {
  key: number;
  name: string;
  size: number;
  /** The API's id, when it has one. */
  id?: string;
  state:
    'sending' | 'checking' | 'ok' | 'refused' | 'failed' | 'wrong-type' | 'empty' | 'too-large';
  /** 0 to 1 while it is sent. */
  share: number;
  file?: File;
}

export interface Attachments {
  chosen: Chosen[];
  /** No: this service takes no files. */
  isOffered: boolean;
  /** There were too many; some were left out. */
  isFull: boolean;
  error: ApiError | undefined;
  add: (files: File[]) => void;
  again: (key: number) => void;
  remove: (key: number) => void;
  /** Those that can go with the message. */
  ids: string[];
  /** Something is still being sent, or cannot go along. */
  blocked: 'sending' | 'wrong' | undefined;
}

let keys = 0;
const READY = new Set<string>(['checking', 'ok']);

/** The files that are to go with what is being written. */
export function useAttachments(first: string[] = []): Attachments {
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const [isOffered, setOffered] = useState(true);
  const [isFull, setFull] = useState(false);
  const [error, setError] = useState<ApiError>();
  const handedOver = useRef(first);
  const aborts = useRef(new Map<number, AbortController>());

  const update = (key: number, with_: Partial<Chosen>) =>
    setChosen((before) => before.map((one) => (one.key === key ? { ...one, ...with_ } : one)));
  const remove = (key: number) => {
    aborts.current.get(key)?.abort();
    setChosen((before) => before.filter((one) => one.key !== key));
    setFull(false);
  };
  const watch = (key: number, id: string, signal: AbortSignal) =>
    follow(id, ({ state }) => update(key, { state: known(state) }), signal);

  const send = async (key: number, file: File) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    try {
      const id = await upload(file, (share) => update(key, { share }), abort.signal);
      update(key, { id, state: 'checking', share: 1 });
      await watch(key, id, abort.signal);
    } catch (problem) {
      if (abort.signal.aborted) {
        return;
      }
      const known = ApiError.of(problem);
      if (known.failure === 'not-found') {
        setOffered(false);
        setChosen([]);
      } else {
        update(key, { state: 'failed' });
        setError(known.failure === 'too-many' ? known : undefined);
      }
    }
  };

  useEffect(() => {
    // What was handed over before the session ended.
    const abort = new AbortController();
    const giveBack = async (id: string) => {
      const { name, size, state } = await stateOf(id, abort.signal);
      const key = (keys += 1);
      setChosen((before) => [...before, { key, id, name, size, state: known(state), share: 1 }]);
      if (state === 'checking') {
        await watch(key, id, abort.signal);
      }
    };
    for (const id of handedOver.current) {
      void giveBack(id).catch(() => undefined);
    }
    const running = aborts.current;
    return () => {
      abort.abort();
      running.forEach((one) => one.abort());
    };
  }, []);

  return {
    chosen,
    isOffered,
    isFull,
    error,
    remove,
    add(files) {
      setError(undefined);
      const room = MOST_FILES - chosen.length;
      setFull(files.length > room);
      for (const file of files.slice(0, room)) {
        const key = (keys += 1);
        const wrong = wrongWith(file);
        const { name, size } = file;
        setChosen((before) => [
          ...before,
          { key, name, size, state: wrong ?? 'sending', share: 0, file },
        ]);
        if (wrong === undefined) {
          void send(key, file);
        }
      }
    },
    again(key) {
      const file = chosen.find((one) => one.key === key)?.file;
      if (file !== undefined) {
        update(key, { state: 'sending', share: 0 });
        void send(key, file);
      }
    },
    ids: chosen.flatMap(({ id, state }) => (id !== undefined && READY.has(state) ? [id] : [])),
    blocked: chosen.some(({ state }) => state === 'sending')
      ? 'sending'
      : chosen.some(({ state }) => !READY.has(state))
        ? 'wrong'
        : undefined,
  };
}

function known(state: string): Chosen['state'] {
  return state === 'ok' || state === 'refused' ? state : 'checking';
}
