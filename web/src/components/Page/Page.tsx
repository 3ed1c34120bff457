import type { ComponentChildren } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { config } from '../../config/config';
import './page.css';

interface Props {
  heading: string;
  /** The heading is what a caseworker wrote. */
  fromOffice?: boolean;
  /** What the heading names comes later: room is kept for a second line. */
  isLate?: boolean;
  /** Stands over the heading: *Tillbaka*, the kind of an event. */
  before?: ComponentChildren;
  children?: ComponentChildren;
}

let shown: string | undefined;
let hasMoved = false;

/** One page: its title, its h1, and the focus that moves there with it. */
export function Page({ heading, fromOffice, isLate, before, children }: Props) {
  const h1 = useRef<HTMLHeadingElement>(null);
  // Its own, also while the next page is on its way; what stands outside the router has none.
  const route: { path?: string } = useRoute();
  const path = route.path ?? heading;
  useEffect(() => {
    document.title = `${heading} – ${config().municipality}`;
    // At the first page of a visit the browser has put the focus where it belongs. Later it goes
    // with the page, and with the heading where that is read or what had the focus is gone.
    const isAnother = shown !== undefined && shown !== path;
    hasMoved ||= isAnother;
    const focus = document.activeElement;
    if (isAnother || focus === h1.current || (hasMoved && focus === document.body)) {
      h1.current?.blur();
      h1.current?.focus({ preventScroll: true });
    }
    shown = path;
  }, [path, heading]);
  return (
    <div class="page">
      {before === undefined ? null : <div class="page-before">{before}</div>}
      <h1
        ref={h1}
        class="ds-heading page-heading"
        data-size="lg"
        data-late={isLate}
        tabIndex={-1}
        lang={fromOffice ? 'sv' : undefined}
      >
        {heading}
      </h1>
      {children}
    </div>
  );
}
