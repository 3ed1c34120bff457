import { useState } from 'preact/hooks';
import { ApiError } from '../../api/client';
import type { Draft } from '../../api/shapes';
import { useSay } from '../../language/language';
import type { Keeping } from '../../writing/DraftKeeper';
import { cleaned, newId } from '../../writing/text';
import { useDraft } from '../../writing/useDraft';
import { wrongText } from '../../writing/wrong';
import type { Attachments } from '../Attachments/useAttachments';

/** What is sent: the same `id` is the same message. */
export interface Written {
  id: string;
  text: string;
  attachmentIds: string[];
}

interface Of<T> {
  /** Of the draft, and of the message that it becomes. */
  id: string;
  /** What the server has of it. */
  first: Draft | undefined;
  /** What it looks like now; undefined: nothing worth keeping. */
  draft: Draft | undefined;
  text: string;
  files: Attachments;
  /** Something besides the text and the files is not as it must be. */
  isWrong?: boolean;
  send: (message: Written) => Promise<T>;
  onSent: (answer: T) => void;
}

export interface Sending {
  keeping: Keeping;
  isSending: boolean;
  /** One has pressed *Skicka*: from now on it is said what is wrong. */
  wasTried: boolean;
  wrong: { text: string | undefined; files: string | undefined };
  error: ApiError | undefined;
  submit: () => void;
}

/** Sends what was written once; keeps it until then, and where it could not be sent. */
export function useSending<T>(of: Of<T>): Sending {
  const say = useSay();
  const [messageId, setMessageId] = useState(of.id);
  const [isSending, setSending] = useState(false);
  const [wasTried, setTried] = useState(false);
  const [error, setError] = useState<ApiError>();
  const writing = useDraft(of.id, of.first, of.draft);
  const { blocked, ids } = of.files;
  const wrong = {
    text: wrongText(of.text, say),
    files: blocked === undefined ? undefined : say(`attachments.blocked-${blocked}`),
  };

  const send = async () => {
    setSending(true);
    await writing.stop();
    try {
      const answer = await of.send({ id: messageId, text: cleaned(of.text), attachmentIds: ids });
      await writing.forget();
      of.onSent(answer);
    } catch (problem) {
      const known = ApiError.of(problem);
      setError(known);
      setSending(false);
      writing.resume();
      if (known.problem.type === '/problems/other-content') {
        // What went out under this id is another text: what stands here now is a new message.
        setMessageId(newId());
      }
    }
  };
  const submit = () => {
    if (isSending) {
      return;
    }
    setError(undefined);
    if (of.isWrong || wrong.text !== undefined || wrong.files !== undefined) {
      setTried(false);
      // After it is said what is wrong, so that it is read out with the field.
      setTimeout(() => setTried(true));
    } else {
      void send();
    }
  };
  return { keeping: writing.keeping, isSending, wasTried, wrong, error, submit };
}
