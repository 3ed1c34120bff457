import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, change, withQuery } from '../../api/client';
import type { About, Case, KeptDraft } from '../../api/shapes';
import { paths } from '../../app/paths';
import { AttachmentsField } from '../../components/Attachments/AttachmentsField';
import { useAttachments } from '../../components/Attachments/useAttachments';
import { Trouble } from '../../components/Trouble/Trouble';
import { WritingBox } from '../../components/WritingBox/WritingBox';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { cleaned, LONGEST_SUBJECT, newId } from '../../writing/text';
import { useDraft } from '../../writing/useDraft';
import { wrongText } from '../../writing/wrong';
import { AboutLink, useAbout } from './AboutLink';
import { draftOf } from '../../writing/drafts';
import type { Contact } from './NewMessagePage';
import { byCase, firstChosen, keyOf } from './recipients';
import '../../components/WriteForm/form.css';

interface Props {
  id: string;
  cases: Case[];
  contacts: Contact[];
  kept: KeptDraft | undefined;
}

/** To whom, about what, the text, the files. */
export function NewMessageForm({ id, cases, contacts, kept }: Props) {
  const say = useSay();
  const { query, route } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const about = kept === undefined ? aboutOf(query) : kept.about;
  const fact = useAbout(about);
  const [chosen, setChosen] = useState(() => firstChosen(contacts, kept, query));
  const [subject, setSubject] = useState(kept?.subject ?? '');
  const [isSubjectTouched, setSubjectTouched] = useState(kept !== undefined);
  const [text, setText] = useState(kept?.text ?? '');
  const [wasTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [messageId, setMessageId] = useState(id);
  const [error, setError] = useState<ApiError>();
  const files = useAttachments(kept?.attachmentIds);

  const proposed =
    about !== undefined && fact !== undefined
      ? say('messages.askAbout', { what: fact.title || say('messages.aboutFact') })
      : '';
  const line = isSubjectTouched || subject !== '' ? subject : proposed.slice(0, LONGEST_SUBJECT);
  const to = contacts
    .filter((contact) => chosen.includes(keyOf(contact)))
    .map(({ caseId, caseworkerId }) => ({ caseId, caseworkerId }));
  // A question about a fact goes to its case; sent elsewhere, it is a message like any other.
  const asked = to.some(({ caseId }) => caseId === about?.caseId) ? about : undefined;
  const draft = draftOf({
    to,
    subject: line,
    text,
    attachmentIds: files.ids,
    ...(about === undefined ? {} : { about }),
  });
  // What was only proposed is not worth keeping.
  const isBegun = text.trim() !== '' || isSubjectTouched || files.ids.length > 0;
  const writing = useDraft(id, kept === undefined ? undefined : draft, isBegun ? draft : undefined);

  const wrong = {
    to: to.length === 0 ? say('messages.wrongTo') : undefined,
    subject: line.trim() === '' ? say('messages.wrongSubject') : undefined,
    text: wrongText(text, say),
    files: files.blocked === undefined ? undefined : say(`attachments.blocked-${files.blocked}`),
  };
  const shown = wasTried ? wrong : { to: undefined, subject: undefined, text: undefined };
  useEffect(() => {
    if (wasTried && error === undefined) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
  }, [wasTried, error]);

  const send = async () => {
    setError(undefined);
    if (Object.values(wrong).some((one) => one !== undefined)) {
      setTried(false);
      // After the messages are there, so that they are read out with the field.
      setTimeout(() => setTried(true));
      return;
    }
    setSending(true);
    await writing.stop();
    try {
      const { threadIds } = await change<{ threadIds: string[] }>('POST', '/api/threads', {
        id: messageId,
        to,
        subject: cleaned(line, false).trim(),
        text: cleaned(text),
        attachmentIds: files.ids,
        ...(asked === undefined ? {} : { about: asked }),
      });
      await writing.forget();
      const [only] = threadIds;
      route(
        threadIds.length === 1 && only !== undefined
          ? withQuery(paths.thread(only), { sent: 1 })
          : withQuery(paths.messages(), { sent: threadIds.length }),
        true,
      );
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
          void send();
        }
      }}
    >
      {about === undefined ? null : <AboutLink about={about} fact={fact} />}
      <Recipients
        cases={cases}
        contacts={contacts}
        chosen={chosen}
        wrong={shown.to}
        onChosen={setChosen}
      />
      <div class="ds-field">
        <label class="ds-label" for="subject">
          {say('messages.subject')}
        </label>
        <input
          class="ds-input"
          id="subject"
          type="text"
          maxLength={LONGEST_SUBJECT}
          autoComplete="off"
          value={line}
          aria-invalid={shown.subject !== undefined}
          aria-describedby="subject-wrong"
          onInput={(event) => {
            setSubjectTouched(true);
            setSubject(event.currentTarget.value);
          }}
        />
        <p class="ds-validation-message" id="subject-wrong">
          {shown.subject ?? ''}
        </p>
      </div>
      <WritingBox
        id="text"
        label={say('messages.text')}
        text={text}
        wrong={shown.text}
        keeping={writing.keeping}
        onText={setText}
      />
      <AttachmentsField of={files} id="files" />
      <p class="ds-validation-message" role="alert">
        {wasTried ? (wrong.files ?? '') : ''}
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

/** What the address says that it is about. */
function aboutOf(query: Record<string, string>): About | undefined {
  const { case: caseId, event: eventId, row } = query;
  return caseId === undefined || eventId === undefined
    ? undefined
    : { caseId, eventId, ...(row === undefined ? {} : { row }) };
}

interface RecipientsProps {
  cases: Case[];
  contacts: Contact[];
  chosen: string[];
  wrong: string | undefined;
  onChosen: (keys: string[]) => void;
}

function Recipients({ cases, contacts, chosen, wrong, onChosen }: RecipientsProps) {
  const say = useSay();
  const word = useWord();
  const groups = byCase(cases, contacts);
  const ofCases = new Set(chosen.map((key) => key.split(' ')[0]));
  return (
    <fieldset class="ds-fieldset recipients" aria-describedby="to-wrong">
      <legend class="ds-label">{say('messages.to')}</legend>
      {groups.map(({ of, contacts }) => (
        <div
          key={of.caseId}
          class="recipients-case"
          role="group"
          aria-labelledby={`to-${of.caseId}`}
        >
          <p class="small" id={`to-${of.caseId}`}>
            <span lang="sv">{of.type}</span>, {say('contacts.case', { number: of.caseNumber })}
          </p>
          {contacts.map((contact) => {
            const key = keyOf(contact);
            return (
              <label key={key} class="choice">
                <input
                  class="ds-input"
                  type="checkbox"
                  checked={chosen.includes(key)}
                  aria-invalid={wrong !== undefined}
                  onChange={(event) =>
                    onChosen(
                      event.currentTarget.checked
                        ? [...chosen, key]
                        : chosen.filter((one) => one !== key),
                    )
                  }
                />
                <span>
                  {contact.name}
                  <span class="choice-more small">
                    <span lang="sv">{contact.title}</span>
                    {` · ${word('caseworkerRole', contact.role) ?? ''}`}
                  </span>
                </span>
              </label>
            );
          })}
        </div>
      ))}
      <p class="small" role="status">
        {ofCases.size > 1 ? say('messages.severalCases') : ''}
      </p>
      <p class="ds-validation-message" id="to-wrong">
        {wrong ?? ''}
      </p>
    </fieldset>
  );
}
