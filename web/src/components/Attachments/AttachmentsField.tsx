import { useRef } from 'preact/hooks';
import { fileSize } from '../../format/format';
import { useSay } from '../../language/language';
import { Trouble } from '../Trouble/Trouble';
import { ACCEPTED } from './files';
import type { Attachments, Chosen } from './useAttachments';
import './attachments.css';

/** Chooses files, shows how far each has come, and takes one away again. */
export function AttachmentsField({ of, id }: { of: Attachments; id: string }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  if (!of.isOffered) {
    return <p role="status">{say('attachments.notOffered')}</p>;
  }
  const choose = () => {
    of.add([...(input.current?.files ?? [])]);
    if (input.current !== null) {
      input.current.value = '';
    }
  };
  return (
    <div class="attachments">
      <input
        ref={input}
        class="ds-sr-only attachments-input"
        type="file"
        id={id}
        multiple
        accept={ACCEPTED}
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
      <label class="ds-button attachments-button" data-variant="secondary" for={id}>
        {say('attachments.label')}
      </label>
      <p class="small" id={`${id}-hint`}>
        {say('attachments.hint')}
      </p>
      <div role="status">{of.isFull ? say('attachments.full') : ''}</div>
      {of.chosen.length === 0 ? null : (
        <ul class="attachments-list">
          {of.chosen.map((chosen) => (
            <AttachmentLine
              key={chosen.key}
              of={chosen}
              again={() => of.again(chosen.key)}
              remove={() => {
                of.remove(chosen.key);
                input.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <Trouble error={of.error} />
    </div>
  );
}

interface LineProps {
  of: Chosen;
  again: () => void;
  remove: () => void;
}

function AttachmentLine({ of: { name, size, state, share, file }, again, remove }: LineProps) {
  const say = useSay();
  const isWrong = !['sending', 'checking', 'ok'].includes(state);
  return (
    <li class="attachment">
      <span class="attachment-name">
        {name} <span class="small">{fileSize(size)}</span>
      </span>
      {state === 'sending' ? (
        <progress max={1} value={share} aria-label={say('attachments.progress', { name })} />
      ) : null}
      <span class={isWrong ? 'ds-validation-message' : 'small'} role="status">
        {say(`attachments.is-${state}`)}
      </span>
      <span class="attachment-acts">
        {state === 'failed' && file !== undefined ? (
          <button
            class="ds-button"
            type="button"
            data-variant="tertiary"
            data-size="sm"
            aria-label={say('attachments.againOf', { name })}
            onClick={again}
          >
            {say('common.again')}
          </button>
        ) : null}
        <button
          class="ds-button"
          type="button"
          data-variant="tertiary"
          data-size="sm"
          aria-label={say('attachments.removeOf', { name })}
          onClick={remove}
        >
          {say('attachments.remove')}
        </button>
      </span>
    </li>
  );
}
