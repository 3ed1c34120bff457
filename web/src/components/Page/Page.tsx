import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { config } from '../../config/config';
import './page.css';

interface Props {
  heading: string;
  /** The heading is what a caseworker wrote. */
  fromOffice?: boolean;
  /** Stands over the heading: *Tillbaka*, the kind of an event. */
  before?: ComponentChildren;
  children?: ComponentChildren;
}

let shownPath: string | undefined;

/** One page: its title, its h1, and the focus that moves there with it. */
export function Page({ heading, fromOffice, before, children }: Props) {
  const h1 = useRef<HTMLHeadingElement>(null);
  const { path } = useLocation();
  useEffect(() => {
    document.title = `${heading} – ${config().municipality}`;
    // At the first page of a visit the browser has put the focus where it belongs; a heading that
    // comes with what was fetched is read out only where its page is being read.
    const isAnother = shownPath !== undefined && shownPath !== path;
    if (isAnother || document.activeElement === h1.current) {
      h1.current?.blur();
      h1.current?.focus({ preventScroll: true });
    }
    shownPath = path;
  }, [path, heading]);
  return (
    <div class="page">
      {before === undefined ? null : <div class="page-before">{before}</div>}
      <h1
        ref={h1}
        class="ds-heading page-heading"
        data-size="lg"
        tabIndex={-1}
        lang={fromOffice ? 'sv' : undefined}
      >
        {heading}
      </h1>
      {children}
    </div>
  );
}
