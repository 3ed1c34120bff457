import { useSay } from '../../language/language';

interface Props {
  /** What the list is narrowed to, in words. */
  of: (string | undefined)[];
  /** The address of the whole list. */
  clear: string;
}

/** Says what a list is narrowed to, also on paper, where no form is seen. */
export function Chosen({ of, clear }: Props) {
  const say = useSay();
  const said = of.filter((part) => part !== undefined);
  return said.length === 0 ? null : (
    <p class="chosen">
      <span>{say('events.chosen', { what: said.join(', ') })}</span>
      <a class="ds-link screen-only" href={clear}>
        {say('events.clear')}
      </a>
    </p>
  );
}
