import type { ComponentChildren } from 'preact';

type Colour = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

/** A short word about a state. The word says it all; the colour only helps. */
export function Tag({
  colour = 'neutral',
  children,
}: {
  colour?: Colour;
  children: ComponentChildren;
}) {
  return (
    <span class="ds-tag" data-color={colour}>
      {children}
    </span>
  );
}

const COLOURS: Record<string, Colour> = {
  granted: 'success',
  'partly-granted': 'info',
  rejected: 'neutral',
  planned: 'info',
  paid: 'success',
  stopped: 'warning',
  returned: 'warning',
  open: 'warning',
  'waiting-for-applicant': 'warning',
  replaced: 'neutral',
  revoked: 'neutral',
  ongoing: 'success',
};

/** The colour that goes with a code. */
export function colourOf(code: string | undefined): Colour {
  return COLOURS[code ?? ''] ?? 'neutral';
}
