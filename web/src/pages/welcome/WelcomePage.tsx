import { useLocation } from 'preact-iso';
import { paths } from '../../app/paths';
import { Page } from '../../components/Page/Page';
import { config } from '../../config/config';
import { useSay } from '../../language/language';

/** Before login, and after it is over. */
export function WelcomePage({ how }: { how: 'left' | 'expired' | 'none' }) {
  const say = useSay();
  const { url } = useLocation();
  const { municipality } = config();
  const login = paths.login(how === 'left' ? paths.start() : url);
  if (how === 'left') {
    return (
      <Page heading={say('welcome.leftHeading')}>
        <p class="lead">{say('welcome.left')}</p>
        <p>
          <a class="ds-button" data-variant="secondary" href={login}>
            {say('welcome.logInAgain')}
          </a>
        </p>
      </Page>
    );
  }
  const hasExpired = how === 'expired';
  return (
    <Page heading={say(hasExpired ? 'welcome.expiredHeading' : 'welcome.heading')}>
      <p class="lead">
        {hasExpired ? say('welcome.expired') : say('welcome.lead', { municipality })}
      </p>
      {hasExpired ? null : <p>{say('welcome.eid')}</p>}
      <p>
        <a class="ds-button" href={login}>
          {say(hasExpired ? 'welcome.logInAgain' : 'welcome.logIn')}
        </a>
      </p>
      <p>
        <a class="ds-link" href={paths.help()}>
          {say('welcome.trouble')}
        </a>
      </p>
    </Page>
  );
}
