import { useState } from 'preact/hooks';
import type { Draft, KeptDraft } from '../../api/shapes';
import { draftOf } from '../../writing/drafts';
import { useAttachments } from '../Attachments/useAttachments';
import { SendForm } from './SendForm';
import { useSending, type Written } from './useSending';

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
  const [text, setText] = useState(kept?.text ?? '');
  const files = useAttachments(kept?.attachmentIds);
  const draft = draftOf({ ...members, text, attachmentIds: files.ids });
  const first = kept === undefined ? undefined : draft;
  const sending = useSending({ id, first, draft, text, files, send, onSent });
  return <SendForm of={sending} label={label} text={text} onText={setText} files={files} />;
}
