import { useRef, useState } from 'preact/hooks';
import { ApiError } from '../../api/client';
import type { Draft, KeptDraft } from '../../api/shapes';
import { useSay } from '../../language/language';
import { draftOf } from '../../writing/drafts';
import { cleaned, newId } from '../../writing/text';
import { useDraft } from '../../writing/useDraft';
import { wrongText } from '../../writing/wrong';
import { AttachmentsField } from '../Attachments/AttachmentsField';
import { useAttachments } from '../Attachments/useAttachments';
import { Trouble } from '../Trouble/Trouble';
import { WritingBox } from '../WritingBox/WritingBox';
import './form.css';

/** What is sent: the same `id` is the same message. */
export interface Written {
  id: string;
  text: string;
  attachmentIds: string[];
}

interface Props {
  /** Of the draft, and of the message that it becomes. */
  id: string;
  kept: KeptDraft | undefined;
  /** What else its draft is told by. */
  members: Draft;
  label: string;
  send: (message: Written) => Promise<unknown>;
  onSent: () => void;
}

/** A text and files, kept while they are written, sent once. */
export function WriteForm({ id, kept, members, label, send, onSent }: Props) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(kept?.text ?? '');
  const [messageId, setMessageId] = useState(id);
  const [wrong, setWrong] = useState<{ text?: string | undefined; files?: string | undefined }>({});
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<ApiError>();
  const files = useAttachments(kept?.attachmentIds);
  const draft = draftOf({ ...members, text, attachmentIds: files.ids });
  const writing = useDraft(id, kept === undefined ? undefined : draft, draft);

  const submit = async () => {
    const found = {
      text: wrongText(text, say),
      files: files.blocked === undefined ? undefined : say(`attachments.blocked-${files.blocked}`),
    };
    setWrong(found);
    setError(undefined);
    if (found.text !== undefined || found.files !== undefined) {
      if (found.text !== undefined) {
        form.current?.querySelector('textarea')?.focus();
      }
      return;
    }
    setSending(true);
    await writing.stop();
    try {
      await send({ id: messageId, text: cleaned(text), attachmentIds: files.ids });
      await writing.forget();
      onSent();
    } catch (problem) {
      const known = problem instanceof ApiError ? problem : new ApiError('unavailable');
      setError(known);
      setSending(false);
      writing.resume();
      if (known.problem.type === '/problems/other-content') {
        // What went out under this id is another text: what stands here now is a new message.
        setMessageId(newId());
      }
    }
  };

  return (
    <form
      ref={form}
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) {
          void submit();
        }
      }}
    >
      <WritingBox
        id="text"
        label={label}
        text={text}
        wrong={wrong.text}
        keeping={writing.keeping}
        onText={setText}
      />
      <AttachmentsField of={files} id="files" />
      <p class="ds-validation-message" role="alert">
        {wrong.files ?? ''}
      </p>
      <Trouble error={error} />
      <p>
        <button class="ds-button" type="submit" aria-disabled={isSending}>
          {say(isSending ? 'messages.sending' : 'messages.send')}
        </button>
      </p>
    </form>
  );
}
