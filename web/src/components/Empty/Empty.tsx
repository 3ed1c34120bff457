import type { ComponentChildren } from 'preact';

/** Says what will come here. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
