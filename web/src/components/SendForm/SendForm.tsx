import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSay } from '../../language/language';
import { AttachmentsField } from '../Attachments/AttachmentsField';
import type { Attachments } from '../Attachments/useAttachments';
import { Trouble } from '../Trouble/Trouble';
import { WritingBox } from '../WritingBox/WritingBox';
import type { Sending } from './useSending';
import './form.css';

interface Props {
  of: Sending;
  label: string;
  text: string;
  onText: (text: string) => void;
  files: Attachments;
  /** What stands before the text. */
  children?: ComponentChildren;
}

/** A text, files and *Skicka*. */
export function SendForm({ of, label, text, onText, files, children }: Props) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (of.wasTried) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
  }, [of.wasTried]);
  return (
    <form
      ref={form}
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        of.submit();
      }}
    >
      {children}
      <WritingBox
        id="text"
        label={label}
        text={text}
        wrong={of.wasTried ? of.wrong.text : undefined}
        keeping={of.keeping}
        onText={onText}
      />
      <AttachmentsField of={files} id="files" />
      <p class="ds-validation-message" role="alert">
        {of.wasTried ? (of.wrong.files ?? '') : ''}
      </p>
      <Trouble error={of.error} />
      <p>
        <button class="ds-button" type="submit" aria-disabled={of.isSending}>
          {say(of.isSending ? 'messages.sending' : 'messages.send')}
        </button>
      </p>
    </form>
  );
}
