import { useEffect, useState } from 'preact/hooks';

/** A value that more than one component looks at. */
export interface Store<T> {
  get: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
}

export function store<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (value !== current) {
        current = value;
        for (const listener of listeners) {
          listener();
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value now; the component follows it. */
export function useStore<T>(of: Store<T>): T {
  const [value, setValue] = useState(of.get);
  useEffect(() => {
    setValue(() => of.get());
    return of.subscribe(() => setValue(() => of.get()));
  }, [of]);
  return value;
}
