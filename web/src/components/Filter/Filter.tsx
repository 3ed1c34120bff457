import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSay } from '../../language/language';
import './filter.css';

/** What was chosen by that name; undefined where nothing was. */
export type Values = (name: string) => string | undefined;

interface Props {
  from: string | undefined;
  to: string | undefined;
  /** Says in the address what was chosen. */
  onNarrow: (value: Values) => void;
  /** Choices besides the period. */
  children: ComponentChildren;
}

/** The form that narrows a list, to a period and whatever else it offers. */
export function Filter({ from, to, onNarrow, children }: Props) {
  const say = useSay();
  const { url } = useLocation();
  const details = useRef<HTMLDetailsElement>(null);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => setWrong(false), [url]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const value: Values = (name) => String(form.get(name) ?? '') || undefined;
    const [first, last] = [value('from'), value('to')];
    if (first !== undefined && last !== undefined && first > last) {
      setWrong(true);
    } else {
      onNarrow(value);
      // Closed, it does not stand in the way of what was asked for.
      details.current?.querySelector('summary')?.focus();
      details.current?.removeAttribute('open');
    }
  };
  return (
    <details class="filter screen-only" ref={details}>
      <summary>{say('events.filter')}</summary>
      <form class="filter-form" key={url} onSubmit={submit} noValidate>
        {children}
        <Day name="from" label={say('events.from')} chosen={from} isWrong={isWrong} />
        <Day name="to" label={say('events.to')} chosen={to} isWrong={isWrong} />
        <p class="ds-validation-message filter-wide" id="wrong-period" role="alert">
          {isWrong ? say('events.wrongPeriod') : ''}
        </p>
        <p class="filter-wide">
          <button class="ds-button" type="submit">
            {say('events.apply')}
          </button>
        </p>
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

/** One of several, or all. */
export function Choice({ name, label, all, chosen, children }: ChoiceProps) {
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
