import { useState } from 'preact/hooks';
import { useSay } from '../../language/language';

/** Copies a text and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span class="copy screen-only">
      <button
        class="ds-button"
        type="button"
        data-variant="tertiary"
        data-size="sm"
        aria-label={label}
        onClick={copy}
      >
        {say('common.copy')}
      </button>
      <span role="status">{isCopied ? say('common.copied') : ''}</span>
    </span>
  );
}
