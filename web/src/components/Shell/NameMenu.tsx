import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { paths } from '../../app/paths';
import { chosenLanguage, keepLanguage, useSay } from '../../language/language';
import { logOut } from '../../session/session';

/** The name, top right: what is the person's own. */
export function NameMenu({ name }: { name: string }) {
  const say = useSay();
  const menu = useRef<HTMLDetailsElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const { url } = useLocation();
  useEffect(() => menu.current?.removeAttribute('open'), [url]);
  useEffect(() => {
    const close = (event: Event) => {
      const isOutside = event.target instanceof Node && !menu.current?.contains(event.target);
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      if (isOutside || isEscape) {
        if (isEscape && menu.current?.open) {
          menu.current.querySelector('summary')?.focus();
        }
        menu.current?.removeAttribute('open');
      }
    };
    const names = ['click', 'focusin', 'keydown'] as const;
    names.forEach((event) => document.addEventListener(event, close));
    return () => names.forEach((event) => document.removeEventListener(event, close));
  }, []);
  const leave = async () => {
    const chosen = chosenLanguage();
    const isOut = await logOut();
    setFailed(!isOut);
    if (isOut && chosen !== undefined) {
      // The server has told the browser to empty its storage.
      keepLanguage(chosen);
    }
  };
  const pages: [string, string][] = [
    [paths.profile(), say('shell.profile')],
    [paths.contacts(), say('shell.contacts')],
    [paths.log(), say('shell.log')],
    [paths.export(), say('shell.export')],
  ];
  return (
    <nav aria-label={say('shell.own')}>
      <details class="name-menu" ref={menu}>
        <summary>{name}</summary>
        <ul class="name-menu-list">
          {pages.map(([href, text]) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => void leave()}>
              {say('shell.logOut')}
            </button>
            <p role="alert">{hasFailed ? say('shell.logOutFailed') : ''}</p>
          </li>
        </ul>
      </details>
    </nav>
  );
}
