import { useLocation } from 'preact-iso';
import { withQuery } from '../../api/client';
import type { EventSummary, Page } from '../../api/shapes';
import { paths } from '../../app/paths';
import { Choice, Filter, type Values } from '../../components/Filter/Filter';
import { useLoad } from '../../components/Load/useLoad';
import { dayIn, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { CODES, useWord } from '../../words/words';

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
  const known = (set: readonly string[], code: string | undefined) =>
    code !== undefined && set.includes(code) ? code : undefined;
  filter.area = known(CODES.area, filter.area);
  filter.kind = known(CODES.kind, filter.kind);
  filter.from = dayIn(filter.from);
  filter.to = dayIn(filter.to);
  return filter;
}

/** The form that narrows the list; what it says stands in the address. */
export function EventFilter({ filter, isNarrowed }: { filter: Narrowed; isNarrowed: boolean }) {
  const say = useSay();
  const word = useWord();
  const { shortDay } = useDates();
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
  return (
    <Filter
      isNarrowed={isNarrowed}
      clear={paths.events()}
      from={filter.from}
      to={filter.to}
      onNarrow={narrow}
    >
      <Choice
        name="kind"
        label={say('events.kind')}
        all={say('events.allKinds')}
        chosen={filter.kind}
      >
        {CODES.kind
          .filter((kind) => kind !== 'calculation')
          .map((kind) => [kind, word('kind', kind) ?? kind])}
      </Choice>
      <Choice
        name="area"
        label={say('events.area')}
        all={say('events.allAreas')}
        chosen={filter.area}
      >
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
  );
}
