import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, get, withQuery, type Query } from '../../api/client';
import type { Page } from '../../api/shapes';
import { useSay } from '../../language/language';
import { Failed } from '../Failed/Failed';
import { useLoad } from '../Load/useLoad';
import { Skeleton } from '../Skeleton/Skeleton';

/** As many at first as one looks at; the rest in pages. */
const FIRST = 10;
const REST = 50;

interface Props<T> {
  /** Of the API, without query. */
  path: string;
  query?: Query;
  /** What is shown when there is nothing. */
  empty: ComponentChildren;
  /** "12 händelser visas." */
  shown: (count: number) => string;
  children: (items: T[]) => ComponentChildren;
  /** What stands below the list, and comes with it; "waits" while it is not there. */
  after?: ComponentChildren;
  waits?: boolean;
}

/** A list that is fetched page by page: the latest ten, *Visa alla*, then *Visa fler*. */
export function Paged<T>(props: Props<T>) {
  const first = withQuery(props.path, { ...props.query, limit: FIRST });
  return <PagedOf key={first} {...props} first={first} />;
}

function PagedOf<T>({
  path,
  query,
  empty,
  shown,
  children,
  after,
  waits = false,
  first,
}: Props<T> & { first: string }) {
  const say = useSay();
  const loading = useLoad<Page<T>>(first);
  const [rest, setRest] = useState<Page<T>>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const list = useRef<HTMLDivElement>(null);
  const firstNew = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (firstNew.current !== undefined) {
      // On to the first of the new ones: the button may be gone.
      list.current?.querySelectorAll<HTMLElement>('li > a')[firstNew.current]?.focus();
      firstNew.current = undefined;
    }
  }, [rest]);
  if (loading.is === 'loading' || waits) {
    return <Skeleton lines={2} blocks={5} />;
  }
  if (loading.is === 'failed') {
    return (
      <>
        <Failed error={loading.error} again={loading.again} />
        {after}
      </>
    );
  }
  const items = [...loading.value.items, ...(rest?.items ?? [])];
  const next = rest === undefined ? loading.value.next : rest.next;
  const more = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const page = await get<Page<T>>(withQuery(path, { ...query, limit: REST, cursor: next }));
      firstNew.current = items.length;
      setRest({ ...page, items: [...(rest?.items ?? []), ...page.items] });
    } catch (problem) {
      setError(ApiError.of(problem));
    } finally {
      setBusy(false);
    }
  };
  const shownList = (
    <div class="part" ref={list}>
      {items.length === 0 && next === undefined ? empty : children(items)}
      {items.length === 0 ? null : (
        <p class="small screen-only" role="status">
          {shown(items.length)}
        </p>
      )}
      {error === undefined ? null : <Failed error={error} />}
      {next === undefined ? null : (
        <button
          class="ds-button screen-only"
          type="button"
          data-variant="secondary"
          aria-busy={busy}
          onClick={() => busy || void more()}
        >
          {say(rest === undefined ? 'events.all' : 'common.more')}
        </button>
      )}
    </div>
  );
  return (
    <>
      {shownList}
      {after}
    </>
  );
}
