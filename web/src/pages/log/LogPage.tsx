import type { LogEntry } from '../../api/shapes';
import { paths } from '../../app/paths';
import { Empty } from '../../components/Empty/Empty';
import { Page } from '../../components/Page/Page';
import { Paged } from '../../components/Paged/Paged';
import { PrintButton } from '../../components/PrintButton/PrintButton';
import { today, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { systemName } from '../start/StartPage';
import './log.css';

/** Min logg: when one logged in, what one opened, and what the office put in. */
export default function LogPage() {
  const say = useSay();
  return (
    <Page heading={say('log.heading')} before={<PrintButton />}>
      <p>{say('log.lead')}</p>
      <Paged<LogEntry>
        path="/api/access-log"
        empty={<Empty>{say('log.none')}</Empty>}
        shown={(count) => say.counted('log.shown', count)}
      >
        {(entries) => byDay(entries).map(([day, of]) => <Day key={day} day={day} of={of} />)}
      </Paged>
    </Page>
  );
}

/** The entries by their Swedish day, in their order. */
export function byDay(entries: LogEntry[]): [day: string, entries: LogEntry[]][] {
  const days = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const day = today(new Date(entry.at));
    const of = days.get(day);
    if (of === undefined) {
      days.set(day, [entry]);
    } else {
      of.push(entry);
    }
  }
  return [...days];
}

function Day({ day, of }: { day: string; of: LogEntry[] }) {
  const { dayOf } = useDates();
  return (
    <section class="log-day">
      <h2 class="ds-heading" data-size="xs">
        {dayOf(`${day}T12:00:00Z`)}
      </h2>
      <ul class="log-entries">
        {of.map((entry, at) => (
          <Entry key={at} of={entry} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ of }: { of: LogEntry }) {
  const say = useSay();
  const word = useWord();
  const { time } = useDates();
  const kind = word('kind', of.kind);
  const act =
    of.act === 'pushed' && of.source !== undefined
      ? say('log.pushed', { source: systemName(of.source) })
      : (word('act', of.act) ?? say('log.unknown'));
  return (
    <li class="log-entry">
      <time class="log-time" dateTime={of.at}>
        {time(of.at)}
      </time>
      <span>
        {act}
        {of.caseId === undefined || of.id === undefined ? null : (
          <>
            {kind === undefined ? ': ' : `: ${kind}, `}
            <a
              class="ds-link"
              lang={of.title === '' ? undefined : 'sv'}
              href={
                of.kind === 'calculation'
                  ? paths.calculation(of.caseId, of.id)
                  : paths.event(of.caseId, of.id)
              }
            >
              {of.title === '' || of.title === undefined ? (kind ?? of.id) : of.title}
            </a>
          </>
        )}
      </span>
    </li>
  );
}
