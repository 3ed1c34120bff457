import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './done.css';

/** Says that it is done, where the form was: the focus goes on from there. */
export function Done({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) {
      place.current?.focus();
    }
  }, []);
  return (
    <div class="done" role="status" tabIndex={-1} ref={place}>
      {children}
    </div>
  );
}
