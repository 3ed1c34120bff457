import { useLocation } from 'preact-iso';
import type { EventSummary } from '../../api/shapes';
import { Empty } from '../../components/Empty/Empty';
import { EventList } from '../../components/EventList/EventList';
import { Page } from '../../components/Page/Page';
import { Paged } from '../../components/Paged/Paged';
import { useSay } from '../../language/language';
import { EventFilter, filterOf } from './EventFilter';

/** Händelser: what has happened, newest first; narrowed to what the address says. */
export default function EventsPage() {
  const say = useSay();
  const { query } = useLocation();
  const filter = filterOf(query);
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page heading={say('events.heading')}>
      <EventFilter filter={filter} />
      <Paged<EventSummary>
        path="/api/events"
        query={filter}
        empty={<Empty>{say(isNarrowed ? 'events.noneFiltered' : 'events.none')}</Empty>}
        shown={(count) => say.counted('events.shown', count)}
      >
        {(events) => <EventList events={events} />}
      </Paged>
    </Page>
  );
}
