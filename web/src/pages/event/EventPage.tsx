import { useRoute } from 'preact-iso';
import type { Opened } from '../../api/shapes';
import { paths } from '../../app/paths';
import { BackLink } from '../../components/BackLink/BackLink';
import { Facts } from '../../components/Facts/Facts';
import { Load } from '../../components/Load/Load';
import { isTerm, Meaning } from '../../components/Meaning/Meaning';
import { Page } from '../../components/Page/Page';
import { PrintButton } from '../../components/PrintButton/PrintButton';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { Detail } from './Detail';
import { Linked } from './Linked';
import { Persons } from './Persons';
import './event.css';

/** One fact in full, whatever its kind. */
export default function EventPage() {
  const say = useSay();
  const { params } = useRoute();
  const { caseId = '', id = '' } = params;
  const path = `/api/cases/${encodeURIComponent(caseId)}/events/${encodeURIComponent(id)}`;
  return (
    <Load<Opened>
      path={path}
      whole
      skeleton={
        <Page heading={say('common.loading')} before={<BackLink to={paths.events()} />}>
          <Skeleton lines={5} blocks={2} />
        </Page>
      }
    >
      {(event) => <EventOf event={event} />}
    </Load>
  );
}

function EventOf({ event }: { event: Opened }) {
  const say = useSay();
  const word = useWord();
  const { day } = useDates();
  const kind = word('kind', event.kind);
  const hasTitle = event.title !== '';
  return (
    <Page
      heading={hasTitle ? event.title : (kind ?? event.id)}
      fromOffice={hasTitle}
      before={
        <>
          <BackLink to={paths.events()} />
          <PrintButton />
        </>
      }
    >
      <p class="event-kind">
        {[hasTitle ? kind : undefined, day(event.date)].filter(Boolean).join(', ')}
      </p>
      {event.changed && !event.new ? <p class="small">{say('event.changedNote')}</p> : null}
      <Detail event={event} />
      <Facts
        of={[
          [
            say('event.persons'),
            event.concernedPersons === undefined ? undefined : (
              <Persons of={event.concernedPersons} />
            ),
          ],
          [say('event.area'), word('area', event.area)],
          [say('event.caseNumber'), event.caseNumber],
        ]}
      />
      <Linked event={event} />
      <div class="event-help screen-only">
        {isTerm(event.kind) ? <Meaning of={event.kind} /> : null}
        <a class="ds-link" href={paths.newMessage({ case: event.caseId, event: event.id })}>
          {say('event.ask')}
        </a>
      </div>
    </Page>
  );
}
