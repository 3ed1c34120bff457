import { useSay } from '../../language/language';

/**
 * *Tillbaka*: to where one came from inside the portal; from a deep link, to the page above. It is
 * a link, so that it can be opened and read out as one.
 */
export function BackLink({ to }: { to: string }) {
  const say = useSay();
  const goBack = (event: MouseEvent) => {
    if (cameFromHere() && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      history.back();
    }
  };
  return (
    <a class="ds-link back-link screen-only" href={to} onClick={goBack}>
      {say('common.back')}
    </a>
  );
}

let steps = 0;

/** Counts the pages of this visit, so that back never leads out of the portal. */
export function countStep(): void {
  steps += 1;
}

function cameFromHere(): boolean {
  return steps > 0;
}
