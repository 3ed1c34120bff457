import type { ComponentChildren } from 'preact';
import { Failed } from '../Failed/Failed';
import { Skeleton } from '../Skeleton/Skeleton';
import { useLoad } from './useLoad';

interface Props<T> {
  /** Of the API. */
  path: string;
  /** What is shown until it is there; about as high as what comes. */
  skeleton?: ComponentChildren;
  /** A page of its own when it cannot be had, not a part of one. */
  whole?: boolean;
  children: (value: T, again: () => void) => ComponentChildren;
}

/** Fetches, and shows what came, that it is coming, or why it does not. */
export function Load<T>({ path, skeleton, whole, children }: Props<T>) {
  const loading = useLoad<T>(path);
  switch (loading.is) {
    case 'loaded':
      return <>{children(loading.value, loading.again)}</>;
    case 'failed':
      return <Failed error={loading.error} again={loading.again} whole={whole ?? false} />;
    default:
      return <>{skeleton ?? <Skeleton />}</>;
  }
}
