import type { ComponentChildren } from 'preact';
import { config, telephone } from '../../config/config';
import { paths } from '../../app/paths';
import { useStore } from '../../app/store';
import { today, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { leaveQuickly, session } from '../../session/session';
import { SessionWarning } from '../SessionWarning/SessionWarning';
import { LanguageChoice } from './LanguageChoice';
import { MainMenu } from './MainMenu';
import { NameMenu } from './NameMenu';
import './shell.css';

/** What stands around every page. */
export function Shell({ children }: { children: ComponentChildren }) {
  const say = useSay();
  const state = useStore(session);
  const { day } = useDates();
  const { municipality, phone, links } = config();
  // Who has not come in yet must find their language first of all.
  const isOutside = state.is === 'out' || state.is === 'unreachable';
  return (
    <>
      <a class="ds-skip-link" href="#content">
        {say('common.skip')}
      </a>
      <header class="header">
        <div class="header-top">
          <a class="brand" href={paths.start()}>
            <span class="brand-service">{say('shell.service')}</span>
            <span class="brand-municipality">{municipality}</span>
          </a>
          <button
            class="ds-button leave"
            type="button"
            data-color="danger"
            title={say('shell.leaveHint')}
            onClick={() => leaveQuickly(links.leave)}
          >
            {say('shell.leave')}
          </button>
        </div>
        {state.is === 'in' ? (
          <p class="print-only small">
            {say('shell.printed', { day: day(today()), name: state.name })}
          </p>
        ) : null}
        <div class="header-bar">
          {isOutside ? <LanguageChoice /> : <MainMenu />}
          {state.is === 'in' ? <NameMenu name={state.name} /> : null}
          {state.is === 'unknown' ? <div class="name-menu" /> : null}
        </div>
      </header>
      <main class="content" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="footer" aria-label={say('shell.footer')}>
        {isOutside ? null : <LanguageChoice />}
        <ul class="footer-links">
          <li>
            <a class="ds-link" href={telephone(phone)}>
              {say('shell.call', { municipality })}
            </a>
          </li>
          {links.home === undefined ? null : (
            <li>
              <a class="ds-link" href={links.home}>
                {say('shell.home', { municipality })}
              </a>
            </li>
          )}
          <li>
            <a class="ds-link" href={paths.words()}>
              {say('shell.words')}
            </a>
          </li>
          <li>
            <a class="ds-link" href={paths.help()}>
              {say('shell.help')}
            </a>
          </li>
          {links.accessibility === undefined ? null : (
            <li>
              <a class="ds-link" href={links.accessibility}>
                {say('shell.accessibility')}
              </a>
            </li>
          )}
          {links.personalData === undefined ? null : (
            <li>
              <a class="ds-link" href={links.personalData}>
                {say('shell.personalData')}
              </a>
            </li>
          )}
        </ul>
      </footer>
      <SessionWarning />
    </>
  );
}
