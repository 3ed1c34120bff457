import { useLocation } from 'preact-iso';
import { paths } from '../../app/paths';
import { useSay } from '../../language/language';

/** The pages that one goes to all the time. */
export function MainMenu() {
  const say = useSay();
  const { path } = useLocation();
  const pages: [string, string][] = [
    [paths.start(), say('shell.start')],
    [paths.cases(), say('shell.cases')],
    [paths.events(), say('shell.events')],
    [paths.messages(), say('shell.messages')],
  ];
  return (
    <nav aria-label={say('shell.menu')}>
      <ul class="menu">
        {pages.map(([href, name]) => (
          <li key={href}>
            <a class="menu-link" href={href} aria-current={path === href ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
