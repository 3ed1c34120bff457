import type { Attachment, Message } from '../../api/shapes';
import { fileSize, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { AboutLink, type AboutFact } from './AboutLink';

interface Props {
  threadId: string;
  message: Message;
  fact: AboutFact | undefined;
}

/** One message: from whom, when, what, and who has read it. */
export function MessageOf({ threadId, message, fact }: Props) {
  const say = useSay();
  const { instant } = useDates();
  const isOwn = message.from.you === true;
  const { about, attachments, readBy } = message;
  const read = readBy.filter(({ you }) => (you === true) !== isOwn);
  return (
    <li class="message" data-own={isOwn}>
      <h2 class="message-head">
        <span class="message-from">{isOwn ? say('messages.you') : message.from.name}</span>{' '}
        <time class="small" dateTime={message.sentAt}>
          {instant(message.sentAt)}
        </time>
      </h2>
      {about === undefined ? null : <AboutLink about={about} fact={fact} />}
      <p class="message-text" lang={isOwn ? undefined : 'sv'}>
        {message.text}
      </p>
      {attachments.length === 0 ? null : (
        <ul class="attachments-list" aria-label={say('attachments.of')}>
          {attachments.map((attachment) => (
            <AttachmentOf
              key={attachment.id}
              of={attachment}
              path={`/api/threads/${threadId}/messages/${encodeURIComponent(message.id)}/attachments/`}
            />
          ))}
        </ul>
      )}
      {message.state === 'waiting' || message.state === 'stopped' ? (
        <p role={message.state === 'stopped' ? 'alert' : undefined}>
          {say(`messages.is-${message.state}`)}
        </p>
      ) : null}
      {read.map(({ name, at }) => (
        <p class="small" key={name + at}>
          {isOwn
            ? say('messages.readBy', { name, time: instant(at) })
            : say('messages.readByYou', { time: instant(at) })}
        </p>
      ))}
      {isOwn && read.length === 0 && message.state === undefined ? (
        <p class="small">{say('messages.notRead')}</p>
      ) : null}
    </li>
  );
}

function AttachmentOf({ of, path }: { of: Attachment; path: string }) {
  const say = useSay();
  const word = useWord();
  const { name, size, state } = of;
  return (
    <li class="attachment">
      {state === 'ok' ? (
        <a
          class="ds-link attachment-name"
          href={path + encodeURIComponent(of.id)}
          target="_blank"
          rel="noopener"
        >
          {name} <span class="small">({say('attachments.newTab')})</span>
        </a>
      ) : (
        <span class="attachment-name">{name}</span>
      )}
      <span class="small">
        {fileSize(size)}
        {state === 'ok' ? '' : ` · ${word('attachmentState', state) ?? ''}`}
      </span>
    </li>
  );
}
