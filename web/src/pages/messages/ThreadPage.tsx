import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { ApiError, change, get, withQuery } from '../../api/client';
import type { Case, KeptDraft, Message, Thread } from '../../api/shapes';
import { paths } from '../../app/paths';
import { BackLink } from '../../components/BackLink/BackLink';
import { Done } from '../../components/Done/Done';
import { Load } from '../../components/Load/Load';
import { useLoad } from '../../components/Load/useLoad';
import { Page } from '../../components/Page/Page';
import { PrintButton } from '../../components/PrintButton/PrintButton';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { Trouble } from '../../components/Trouble/Trouble';
import { useSay } from '../../language/language';
import { useAbout } from './AboutLink';
import { MessageOf } from './MessageOf';
import { namesOf } from './MessagesPage';
import { ReplyForm } from './ReplyForm';
import './messages.css';

type Opened = Thread & { messages: Message[]; next?: string };

/** A thread: what was written, the oldest first, and a reply. */
export default function ThreadPage() {
  const say = useSay();
  const { params } = useRoute();
  const { id = '' } = params;
  return (
    <Load<Opened>
      key={id}
      path={`/api/threads/${encodeURIComponent(id)}`}
      whole
      skeleton={
        <Page heading={say('common.loading')} before={<BackLink to={paths.messages()} />}>
          <Skeleton lines={4} blocks={3} />
        </Page>
      }
    >
      {(thread, again) => <ThreadOf thread={thread} again={again} />}
    </Load>
  );
}

/** When one looks again how the check of a file went, in seconds: looking extends the session. */
const PAUSES = [2, 3, 5, 10, 20];

function useAgainWhile(isWaiting: boolean, again: () => void): void {
  useEffect(() => {
    let at = 0;
    let alarm: ReturnType<typeof setTimeout>;
    const next = () => {
      const pause = PAUSES[at++];
      if (isWaiting && pause !== undefined) {
        alarm = setTimeout(() => {
          again();
          next();
        }, pause * 1000);
      }
    };
    next();
    return () => clearTimeout(alarm);
  }, [isWaiting, again]);
}

function ThreadOf({ thread, again }: { thread: Opened; again: () => void }) {
  const say = useSay();
  const { query, route, path } = useLocation();
  const cases = useLoad<{ items: Case[] }>('/api/cases');
  const drafts = useLoad<{ items: KeptDraft[] }>('/api/drafts');
  const [older, setOlder] = useState<{ messages: Message[]; next?: string }>();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState(query['sent'] === undefined ? 0 : 1);
  const messages = [...(older?.messages ?? []), ...thread.messages];
  const next = older === undefined ? thread.next : older.next;
  const about = messages.find((message) => message.about !== undefined)?.about;
  const fact = useAbout(about);
  useEffect(() => {
    if (thread.unread > 0) {
      void change('POST', `/api/threads/${thread.id}/read`).catch(() => undefined);
    }
  }, [thread]);
  useAgainWhile(
    messages.some(({ state }) => state === 'waiting'),
    again,
  );
  const showOlder = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const page = await get<Opened>(
        withQuery(`/api/threads/${thread.id}`, { limit: 50, cursor: next }),
      );
      setOlder({ ...page, messages: [...page.messages, ...(older?.messages ?? [])] });
    } catch (problem) {
      setError(ApiError.of(problem));
    } finally {
      setBusy(false);
    }
  };
  const of =
    cases.is === 'loaded'
      ? cases.value.items.find(({ caseId }) => caseId === thread.caseId)
      : undefined;
  const isAnswered = of?.caseworkers.some((one) => one.canReceiveMessages) ?? true;
  return (
    <Page
      heading={thread.subject ?? say('messages.noSubject')}
      fromOffice={thread.subject !== undefined}
      before={
        <>
          <BackLink to={paths.messages()} />
          <PrintButton />
        </>
      }
    >
      <p class="small">
        {say('messages.with', { names: namesOf(thread) })}{' '}
        {of === undefined ? '' : say('messages.inCase', { number: of.caseNumber })}
      </p>
      {next === undefined ? null : (
        <p class="screen-only">
          <button
            class="ds-button"
            type="button"
            data-variant="secondary"
            aria-busy={isBusy}
            onClick={() => isBusy || void showOlder()}
          >
            {say('messages.older')}
          </button>
        </p>
      )}
      <Trouble error={error} />
      <ol class="messages">
        {messages.map((message) => (
          <MessageOf key={message.id} threadId={thread.id} message={message} fact={fact} />
        ))}
      </ol>
      {sent > 0 ? <Done key={`sent ${sent}`}>{say('messages.sent')}</Done> : null}
      {cases.is === 'loading' || drafts.is === 'loading' ? null : isAnswered ? (
        <ReplyForm
          key={sent}
          threadId={thread.id}
          kept={
            drafts.is === 'loaded' && sent < 2
              ? drafts.value.items.find(({ threadId }) => threadId === thread.id)
              : undefined
          }
          onSent={() => {
            setSent((before) => before + 2);
            route(path, true);
            again();
          }}
        />
      ) : (
        <p>
          {say('messages.closed')}{' '}
          <a class="ds-link" href={paths.contacts()}>
            {say('shell.contacts')}
          </a>
        </p>
      )}
    </Page>
  );
}
