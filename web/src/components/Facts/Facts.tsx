import type { ComponentChildren } from 'preact';
import './facts.css';

export type Fact = [label: string, value: ComponentChildren];

/** Label and value, line by line; a line without a value is left out. */
export function Facts({ of }: { of: Fact[] }) {
  const there = of.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return there.length === 0 ? null : (
    <dl class="facts">
      {there.map(([label, value]) => (
        <div class="facts-line" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
