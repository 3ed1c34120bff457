import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { change } from '../../api/client';
import type { KeptDraft, Thread } from '../../api/shapes';
import { paths } from '../../app/paths';
import { Done } from '../../components/Done/Done';
import { Empty } from '../../components/Empty/Empty';
import { useLoad } from '../../components/Load/useLoad';
import { Page } from '../../components/Page/Page';
import { Paged } from '../../components/Paged/Paged';
import { Tag } from '../../components/Tag/Tag';
import { useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { draftPath } from '../../writing/useDraft';
import { placeOf } from '../../writing/drafts';
import './messages.css';

/** Meddelanden: the threads, the newest first, and what is not sent yet. */
export default function MessagesPage() {
  const say = useSay();
  const { query } = useLocation();
  const drafts = useLoad<{ items: KeptDraft[] }>('/api/drafts');
  return (
    <Page heading={say('messages.heading')}>
      {query['sent'] === undefined ? null : <Done>{say('messages.sentSeveral')}</Done>}
      <p class="screen-only">
        <a class="ds-button" href={paths.newMessage()}>
          {say('start.newMessage')}
        </a>
      </p>
      <Paged<Thread>
        path="/api/threads"
        empty={<Empty>{say('messages.none')}</Empty>}
        shown={(count) => say.counted('messages.shown', count)}
        waits={drafts.is === 'loading'}
        after={drafts.is === 'loaded' ? <Drafts kept={drafts.value.items} /> : null}
      >
        {(threads) => (
          <ul class="event-list">
            {threads.map((thread) => (
              <ThreadLine key={thread.id} thread={thread} />
            ))}
          </ul>
        )}
      </Paged>
    </Page>
  );
}

/** "Karin Sjöström, Omar Haddad". */
export function namesOf(thread: Thread): string {
  return thread.with.map(({ name }) => name).join(', ');
}

function ThreadLine({ thread }: { thread: Thread }) {
  const say = useSay();
  const { instant } = useDates();
  return (
    <li class="event-line">
      <a class="event-link" href={paths.thread(thread.id)}>
        <span class="event-title thread-title" data-unread={thread.unread > 0} lang="sv">
          {thread.subject ?? say('messages.noSubject')}
        </span>
        <span class="event-meta">
          <span>{namesOf(thread)}</span>
          <time dateTime={thread.updatedAt}>{instant(thread.updatedAt)}</time>
        </span>
      </a>
      {thread.unread > 0 ? (
        <span class="event-state">
          <Tag colour="info">{say.counted('messages.unread', thread.unread)}</Tag>
        </span>
      ) : null}
    </li>
  );
}

/** What was begun and not sent. */
function Drafts({ kept }: { kept: KeptDraft[] }) {
  const say = useSay();
  const [gone, setGone] = useState<string[]>([]);
  const drafts = kept.filter(({ id }) => !gone.includes(id));
  const remove = async (id: string) => {
    await change('DELETE', draftPath(id)).then(
      () => setGone((before) => [...before, id]),
      () => undefined,
    );
    document.getElementById('drafts')?.focus();
  };
  return drafts.length === 0 && gone.length === 0 ? null : (
    <section class="part screen-only" aria-labelledby="drafts">
      <h2 class="ds-heading" data-size="sm" id="drafts" tabIndex={-1}>
        {say('messages.drafts')}
      </h2>
      <p role="status">{gone.length > 0 ? say('messages.draftGone') : ''}</p>
      <ul class="event-list">
        {drafts.map((draft) => (
          <DraftLine key={draft.id} draft={draft} remove={() => void remove(draft.id)} />
        ))}
      </ul>
    </section>
  );
}

function DraftLine({ draft, remove }: { draft: KeptDraft; remove: () => void }) {
  const say = useSay();
  const { instant } = useDates();
  const name = draft.subject ?? firstWords(draft.text) ?? say('messages.noSubject');
  return (
    <li class="event-line">
      <a class="event-link" href={placeOf(draft)}>
        <span class="event-title">{name}</span>
        <span class="event-meta">
          {say('messages.draftOf', { time: instant(draft.updatedAt) })}
        </span>
      </a>
      <button
        class="ds-button"
        type="button"
        data-variant="tertiary"
        aria-label={say('messages.removeDraftOf', { name })}
        onClick={remove}
      >
        {say('messages.removeDraft')}
      </button>
    </li>
  );
}

function firstWords(text: string | undefined): string | undefined {
  return text === undefined || text.length <= 60 ? text : `${[...text].slice(0, 60).join('')} …`;
}
