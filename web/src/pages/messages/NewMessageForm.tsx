import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { change, withQuery } from '../../api/client';
import type { About, Case, KeptDraft } from '../../api/shapes';
import { paths } from '../../app/paths';
import { useAttachments } from '../../components/Attachments/useAttachments';
import { SendForm } from '../../components/SendForm/SendForm';
import { useSending } from '../../components/SendForm/useSending';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { cleaned, LONGEST_SUBJECT } from '../../writing/text';
import { AboutLink, useAbout } from './AboutLink';
import { draftOf } from '../../writing/drafts';
import type { Contact } from './NewMessagePage';
import { byCase, firstChosen, keyOf } from './recipients';

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
  const about = kept === undefined ? aboutOf(query) : kept.about;
  const fact = useAbout(about);
  const [chosen, setChosen] = useState(() => firstChosen(contacts, kept, query));
  const [subject, setSubject] = useState(kept?.subject ?? '');
  const [isSubjectTouched, setSubjectTouched] = useState(kept !== undefined);
  const [text, setText] = useState(kept?.text ?? '');
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
  const wrongTo = to.length === 0 ? say('messages.wrongTo') : undefined;
  const wrongSubject = line.trim() === '' ? say('messages.wrongSubject') : undefined;
  const sending = useSending({
    id,
    first: kept === undefined ? undefined : draft,
    draft: isBegun ? draft : undefined,
    text,
    files,
    isWrong: wrongTo !== undefined || wrongSubject !== undefined,
    send: (message) =>
      change<{ threadIds: string[] }>('POST', '/api/threads', {
        ...message,
        to,
        subject: cleaned(line, false).trim(),
        ...(asked === undefined ? {} : { about: asked }),
      }),
    onSent({ threadIds: [only, ...others] }) {
      route(
        only === undefined || others.length > 0
          ? withQuery(paths.messages(), { sent: others.length + 1 })
          : withQuery(paths.thread(only), { sent: 1 }),
        true,
      );
    },
  });
  const shown = sending.wasTried ? { to: wrongTo, subject: wrongSubject } : {};

  return (
    <SendForm of={sending} label={say('messages.text')} text={text} onText={setText} files={files}>
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
    </SendForm>
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
