import type { EventSummary } from '../../api/shapes';
import { paths } from '../../app/paths';
import { money, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { STATUS_OF_KIND, useWord } from '../../words/words';
import { colourOf, Tag } from '../Tag/Tag';
import './event-list.css';

/** Where a summary leads. */
export function hrefOf(event: EventSummary): string {
  return event.kind === 'calculation'
    ? paths.calculation(event.caseId, event.id)
    : paths.event(event.caseId, event.id);
}

interface Props<T> {
  events: T[];
  /** What else stands in the line. */
  more?: (event: T) => string | undefined;
}

/** Events, one line each: what, when, how much, how it stands. */
export function EventList<T extends EventSummary>({ events, more }: Props<T>) {
  return (
    <ul class="event-list">
      {events.map((event) => (
        <EventLine key={`${event.caseId} ${event.id}`} event={event} more={more?.(event)} />
      ))}
    </ul>
  );
}

function EventLine({ event, more }: { event: EventSummary; more: string | undefined }) {
  const say = useSay();
  const word = useWord();
  const { day } = useDates();
  const kind = word('kind', event.kind);
  const status = statusOf(event, word);
  return (
    <li class="event-line">
      <a class="event-link" href={hrefOf(event)}>
        <span class="event-meta">
          <time dateTime={event.date}>{day(event.date)}</time>
          {kind === undefined || event.title === '' ? null : <span>{kind}</span>}
        </span>
        <span class="event-title" lang={event.title === '' ? undefined : 'sv'}>
          {event.title === '' ? (kind ?? event.id) : event.title}
        </span>
        {more === undefined ? null : <span class="event-meta">{more}</span>}
      </a>
      {event.amountOre === undefined &&
      status === undefined &&
      !event.new &&
      !event.changed ? null : (
        <span class="event-state">
          {event.amountOre === undefined ? null : (
            <span class="event-amount">{money(event.amountOre)}</span>
          )}
          {status}
          {event.new ? <Tag colour="info">{say('common.new')}</Tag> : null}
          {event.changed && !event.new ? <Tag colour="info">{say('common.changed')}</Tag> : null}
        </span>
      )}
    </li>
  );
}

/** A word for the state, where it says more than that everything is as usual. */
function statusOf(event: EventSummary, word: ReturnType<typeof useWord>) {
  const set = STATUS_OF_KIND[event.kind];
  if (set === undefined || event.status === 'in-force' || event.status === 'paid') {
    return undefined;
  }
  const text = word(set, event.status);
  return text === undefined ? undefined : <Tag colour={colourOf(event.status)}>{text}</Tag>;
}
