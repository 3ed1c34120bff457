import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { withQuery } from '../../api/client';
import type { Case, Caseworker, KeptDraft } from '../../api/shapes';
import { paths } from '../../app/paths';
import { BackLink } from '../../components/BackLink/BackLink';
import { Empty } from '../../components/Empty/Empty';
import { Load } from '../../components/Load/Load';
import { Page } from '../../components/Page/Page';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { useSay } from '../../language/language';
import { newId } from '../../writing/text';
import { NewMessageForm } from './NewMessageForm';
import './messages.css';

export type Contact = Caseworker & { caseId: string };

/**
 * Nytt meddelande. Its id stands in the address from the beginning, so that the same page after a
 * reload or a new login is the same message.
 */
export default function NewMessagePage() {
  const say = useSay();
  const { path, query, route } = useLocation();
  const id = query['draft'];
  useEffect(() => {
    const isHere = path === paths.newMessage();
    if (isHere && (id === undefined || !/^[A-Za-z0-9._-]{1,64}$/.test(id))) {
      route(withQuery(path, { ...query, draft: newId() }), true);
    }
  }, [id, path, query, route]);
  const skeleton = <Skeleton lines={4} blocks={3} />;
  return (
    <Page heading={say('start.newMessage')} before={<BackLink to={paths.messages()} />}>
      {id === undefined ? (
        skeleton
      ) : (
        <Load<{ items: Case[] }> path="/api/cases" skeleton={skeleton}>
          {({ items: cases }) => (
            <Load<{ items: Contact[] }> path="/api/contacts" skeleton={skeleton}>
              {({ items: contacts }) => (
                <Load<{ items: KeptDraft[] }> path="/api/drafts" skeleton={skeleton}>
                  {({ items: drafts }) =>
                    contacts.some(({ canReceiveMessages }) => canReceiveMessages) ? (
                      <NewMessageForm
                        key={id}
                        id={id}
                        cases={cases}
                        contacts={contacts.filter((one) => one.canReceiveMessages)}
                        kept={drafts.find((draft) => draft.id === id)}
                      />
                    ) : (
                      <Empty>
                        {say('messages.nobody')}{' '}
                        <a class="ds-link" href={paths.contacts()}>
                          {say('shell.contacts')}
                        </a>
                      </Empty>
                    )
                  }
                </Load>
              )}
            </Load>
          )}
        </Load>
      )}
    </Page>
  );
}
