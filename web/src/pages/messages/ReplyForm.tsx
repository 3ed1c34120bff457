import { useState } from 'preact/hooks';
import { change } from '../../api/client';
import type { KeptDraft } from '../../api/shapes';
import { WriteForm } from '../../components/SendForm/WriteForm';
import { useSay } from '../../language/language';
import { newId } from '../../writing/text';

interface Props {
  threadId: string;
  kept: KeptDraft | undefined;
  onSent: () => void;
}

/** A reply in the thread. */
export function ReplyForm({ threadId, kept, onSent }: Props) {
  const say = useSay();
  const [id] = useState(() => kept?.id ?? newId());
  return (
    <section class="part screen-only" aria-labelledby="reply">
      <h2 class="ds-heading" data-size="sm" id="reply">
        {say('messages.reply')}
      </h2>
      <WriteForm
        id={id}
        kept={kept}
        members={{ threadId }}
        label={say('messages.text')}
        send={(message) => change('POST', `/api/threads/${threadId}/messages`, message)}
        onSent={onSent}
      />
    </section>
  );
}
