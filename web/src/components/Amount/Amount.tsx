import type { ComponentChildren } from 'preact';
import { money } from '../../format/format';
import './amount.css';

interface Props {
  label: ComponentChildren;
  ore: number;
  /** The label is the row's name. */
  isNamed?: boolean;
  /** Leads to the amount that counts. */
  isSub?: boolean;
  /** "+" or "−" before it. */
  operator?: string;
}

/** What it is, and how much, so that all amounts stand under each other. */
export function Amount({ label, ore, isNamed, isSub, operator }: Props) {
  return (
    <p class={isSub ? 'line-amount line-sub' : 'line-amount'}>
      <span class={isNamed ? 'line-name' : undefined}>{label}</span>{' '}
      <span class="amount">
        {operator === undefined ? '' : `${operator} `}
        {money(ore)}
      </span>
    </p>
  );
}
