import { useLocation } from 'preact-iso';
import { withQuery } from '../../api/client';
import type { EventSummary, Page } from '../../api/shapes';
import { paths } from '../../app/paths';
import { Chosen } from '../../components/Filter/Chosen';
import { Choice, Filter, type Values } from '../../components/Filter/Filter';
import { useLoad } from '../../components/Load/useLoad';
import { dayIn, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { CODES, knownCode, useWord } from '../../words/words';

/** What `GET /api/events` can be narrowed to. */
export type Narrowed = {
  area?: string | undefined;
  case?: string | undefined;
  kind?: string | undefined;
  application?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const NAMES = ['area', 'case', 'kind', 'application', 'from', 'to'] as const;

/** Of an address what the API takes; the rest is left out, so that an odd link still shows a list. */
export function filterOf(query: Record<string, string>): Narrowed {
  const filter: Narrowed = Object.fromEntries(
    NAMES.map((name) => [name, query[name] === '' ? undefined : query[name]]),
  );
  filter.area = knownCode('area', filter.area);
  filter.kind = knownCode('kind', filter.kind);
  filter.from = dayIn(filter.from);
  filter.to = dayIn(filter.to);
  return filter;
}

/** The form that narrows the list, and what it is narrowed to; it stands in the address. */
export function EventFilter({ filter }: { filter: Narrowed }) {
  const say = useSay();
  const word = useWord();
  const { day, shortDay } = useDates();
  const { route } = useLocation();
  const applications = useLoad<Page<EventSummary>>(withQuery('/api/applications', { limit: 100 }));
  const narrow = (value: Values) => {
    // An application is named by its case and its id.
    const [ofCase, application] = value('application')?.split(' ') ?? [filter.case];
    route(
      withQuery(paths.events(), {
        area: value('area'),
        kind: value('kind'),
        case: ofCase,
        application,
        from: value('from'),
        to: value('to'),
      }),
    );
  };
  const listed = applications.is === 'loaded' ? applications.value.items : [];
  const { area, kind, from, to } = filter;
  const application = listed.find(
    ({ caseId, id }) => id === filter.application && caseId === filter.case,
  );
  return (
    <>
      <Filter from={from} to={to} onNarrow={narrow}>
        <Choice name="kind" label={say('events.kind')} all={say('events.allKinds')} chosen={kind}>
          {CODES.kind
            .filter((kind) => kind !== 'calculation')
            .map((kind) => [kind, word('kind', kind) ?? kind])}
        </Choice>
        <Choice name="area" label={say('events.area')} all={say('events.allAreas')} chosen={area}>
          {CODES.area.map((area) => [area, word('area', area) ?? area])}
        </Choice>
        <Choice
          name="application"
          label={say('events.application')}
          all={say('events.allApplications')}
          chosen={filter.application && `${filter.case ?? ''} ${filter.application}`}
        >
          {listed.map(({ caseId, id, title, date }) => [
            `${caseId} ${id}`,
            `${title}, ${shortDay(date)}`,
          ])}
        </Choice>
      </Filter>
      <Chosen
        of={[
          word('area', area),
          word('kind', kind),
          application?.title ?? (filter.case === undefined ? undefined : say('events.oneCase')),
          from === undefined ? undefined : say('events.fromDay', { day: day(from) }),
          to === undefined ? undefined : say('events.toDay', { day: day(to) }),
        ]}
        clear={paths.events()}
      />
    </>
  );
}
