import type { ComponentChildren } from 'preact';
import { useSay } from '../../language/language';
import type { Keeping } from '../../writing/DraftKeeper';
import { lengthOf, LONGEST_TEXT } from '../../writing/text';
import './writing-box.css';

/** So many characters before the end they are counted aloud. */
const NEAR = 500;

interface Props {
  id: string;
  label: string;
  hint?: ComponentChildren;
  text: string;
  /** What is wrong with it. */
  wrong: string | undefined;
  keeping: Keeping;
  rows?: number;
  onText: (text: string) => void;
}

/** A long text, how much room is left, and that it is kept. */
export function WritingBox({ id, label, hint, text, wrong, keeping, rows = 6, onText }: Props) {
  const say = useSay();
  const left = LONGEST_TEXT - lengthOf(text);
  const numbers = new Intl.NumberFormat('sv-SE');
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p class="small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        class="ds-input writing-box"
        id={id}
        rows={rows}
        value={text}
        aria-invalid={wrong !== undefined || left < 0}
        aria-describedby={`${hint === undefined ? '' : `${id}-hint `}${id}-wrong ${id}-left`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p class="ds-validation-message" id={`${id}-wrong`}>
        {wrong ?? ''}
      </p>
      <p class="writing-state small">
        <span id={`${id}-left`} role={left < NEAR ? 'status' : undefined}>
          {left < 0
            ? say('writing.over', { count: numbers.format(-left) })
            : say('writing.left', { count: numbers.format(left) })}
        </span>
        <KeptState keeping={left < 0 ? 'failed' : keeping} />
      </p>
    </div>
  );
}

/** Says quietly that it is kept, and aloud that it is not. */
function KeptState({ keeping }: { keeping: Keeping }) {
  const say = useSay();
  return (
    <>
      {keeping === 'saving' || keeping === 'saved' ? (
        <span>{say(`writing.${keeping}`)}</span>
      ) : null}
      <span role="status">{keeping === 'failed' ? say('writing.failed') : ''}</span>
    </>
  );
}
