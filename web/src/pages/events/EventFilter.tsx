import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { withQuery } from '../../api/client';
import type { EventSummary, Page } from '../../api/shapes';
import { paths } from '../../app/paths';
import { useLoad } from '../../components/Load/useLoad';
import { useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { CODES, useWord } from '../../words/words';
import './events.css';

/** What `GET /api/events` can be narrowed to. */
export type Filter = {
  area?: string | undefined;
  case?: string | undefined;
  kind?: string | undefined;
  application?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const NAMES = ['area', 'case', 'kind', 'application', 'from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Of an address what the API takes; the rest is left out, so that an odd link still shows a list. */
export function filterOf(query: Record<string, string>): Filter {
  const filter: Filter = Object.fromEntries(
    NAMES.map((name) => [name, query[name] === '' ? undefined : query[name]]),
  );
  const known = (set: readonly string[], code: string | undefined) =>
    code !== undefined && set.includes(code) ? code : undefined;
  filter.area = known(CODES.area, filter.area);
  filter.kind = known(CODES.kind, filter.kind);
  filter.from = DAY.test(filter.from ?? '') ? filter.from : undefined;
  filter.to = DAY.test(filter.to ?? '') ? filter.to : undefined;
  return filter;
}

/** The form that narrows the list; what it says stands in the address. */
export function EventFilter({ filter, isNarrowed }: { filter: Filter; isNarrowed: boolean }) {
  const say = useSay();
  const word = useWord();
  const { shortDay } = useDates();
  const { route, url } = useLocation();
  const applications = useLoad<Page<EventSummary>>(withQuery('/api/applications', { limit: 100 }));
  const [isWrong, setWrong] = useState(false);
  useEffect(() => setWrong(false), [url]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const value = (name: string) => String(form.get(name) ?? '') || undefined;
    const [from, to] = [value('from'), value('to')];
    if (from !== undefined && to !== undefined && from > to) {
      setWrong(true);
      return;
    }
    // An application is named by its case and its id.
    const [ofCase, application] = value('application')?.split(' ') ?? [filter.case];
    route(
      withQuery(paths.events(), {
        area: value('area'),
        kind: value('kind'),
        case: ofCase,
        application,
        from,
        to,
      }),
    );
  };
  const listed = applications.is === 'loaded' ? applications.value.items : [];
  return (
    <details class="filter screen-only" open={isNarrowed}>
      <summary>{say('events.filter')}</summary>
      <form class="filter-form" key={url} onSubmit={submit} noValidate>
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
        {listed.length === 0 ? null : (
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
        )}
        <Day name="from" label={say('events.from')} chosen={filter.from} isWrong={isWrong} />
        <Day name="to" label={say('events.to')} chosen={filter.to} isWrong={isWrong} />
        <p class="ds-validation-message filter-wide" id="wrong-period" role="alert">
          {isWrong ? say('events.wrongPeriod') : ''}
        </p>
        <div class="filter-acts filter-wide">
          <button class="ds-button" type="submit">
            {say('events.apply')}
          </button>
          {isNarrowed ? (
            <a class="ds-link" href={paths.events()}>
              {say('events.clear')}
            </a>
          ) : null}
        </div>
      </form>
    </details>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** Of the choice that narrows nothing. */
  all: string;
  chosen: string | undefined;
  children: [value: string, text: string][];
}

function Choice({ name, label, all, chosen, children }: ChoiceProps) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={`filter-${name}`}>
        {label}
      </label>
      <select class="ds-input" id={`filter-${name}`} name={name}>
        <option value="">{all}</option>
        {children.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DayProps {
  name: string;
  label: string;
  chosen: string | undefined;
  isWrong: boolean;
}

function Day({ name, label, chosen, isWrong }: DayProps) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={`filter-${name}`}>
        {label}
      </label>
      <input
        class="ds-input"
        type="date"
        id={`filter-${name}`}
        name={name}
        defaultValue={chosen ?? ''}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'wrong-period' : undefined}
      />
    </div>
  );
}
