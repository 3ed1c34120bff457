import { useSay } from '../../language/language';

/** *Skriv ut*. */
export function PrintButton() {
  const say = useSay();
  return (
    <button
      class="ds-button screen-only"
      type="button"
      data-variant="secondary"
      onClick={() => window.print()}
    >
      {say('common.print')}
    </button>
  );
}
