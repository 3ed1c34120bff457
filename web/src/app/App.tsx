import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { countStep } from '../components/BackLink/BackLink';
import { Failed } from '../components/Failed/Failed';
import { Shell } from '../components/Shell/Shell';
import { chosenLanguage, current, say, SayContext, takeLanguage } from '../language/language';
import { NotFoundPage } from '../pages/not-found/NotFoundPage';
import { StartPage } from '../pages/start/StartPage';
import { WelcomePage } from '../pages/welcome/WelcomePage';
import { checkSession, session } from '../session/session';
import { OPEN_PAGES, PAGES } from './pages';
import { useStore } from './store';

/** Paths that are no pages: the browser asks the server for them. */
const SCOPE = /^(?!\/(?:api|login|logout|caseworker|dev)(?:[/?]|$))/;

export function App() {
  const texts = useStore(current);
  const saying = useMemo(() => say(texts), [texts]);
  return (
    <SayContext.Provider value={saying}>
      <LocationProvider scope={SCOPE}>
        <Shell>
          <Content />
        </Shell>
      </LocationProvider>
    </SayContext.Provider>
  );
}

function Content() {
  const state = useStore(session);
  const { path } = useLocation();
  const [broken, setBroken] = useState<string>();
  const language = state.is === 'in' ? state.language : undefined;
  useEffect(() => {
    // The profile's language, where none was chosen in this browser.
    if (language !== undefined && chosenLanguage() === undefined) {
      void takeLanguage(language).catch(() => undefined);
    }
  }, [language]);
  if (broken === path) {
    // Its code could not be fetched, or it is faulty: a fresh start is the best one can do.
    return <Failed whole error={new ApiError('unavailable')} again={() => location.reload()} />;
  }
  const isOpen = path in OPEN_PAGES;
  if (!isOpen && state.is === 'out') {
    return <WelcomePage how={state.how} />;
  }
  if (!isOpen && state.is === 'unreachable') {
    return <Failed whole error={new ApiError('unavailable')} again={() => void checkSession()} />;
  }
  return (
    <ErrorBoundary onError={() => setBroken(path)}>
      <Router onRouteChange={countStep}>
        <Route path="/" component={StartPage} />
        {Object.entries({ ...PAGES, ...OPEN_PAGES }).map(([path, component]) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route default component={NotFoundPage} />
      </Router>
    </ErrorBoundary>
  );
}
