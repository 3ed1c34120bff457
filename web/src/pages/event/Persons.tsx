import type { Person } from '../../api/shapes';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';

/** Persons and their roles, one line each. */
export function Persons({ of }: { of: Person[] }) {
  const say = useSay();
  const word = useWord();
  return (
    <ul class="persons">
      {of.map(({ name, role, you }, at) => {
        const said = word('role', role);
        return (
          <li key={at}>
            {name}
            {you ? ` (${say('common.you')})` : ''}
            {said === undefined ? '' : ` – ${said}`}
          </li>
        );
      })}
    </ul>
  );
}
