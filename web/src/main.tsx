// First, because it puts the layers in order.
import './styles/styles.css';
import { render } from 'preact';
import { App } from './app/App';
import { loadConfig } from './config/config';
import { chosenLanguage, takeLanguage } from './language/language';
import { checkSession, watchSession } from './session/session';

const place = document.getElementById('app');

async function begin(): Promise<void> {
  // All three on their way at once; the first two must be there before anything can be said.
  const asked = checkSession();
  await Promise.all([loadConfig(), takeLanguage(chosenLanguage() ?? 'sv')]);
  watchSession();
  if (place !== null) {
    render(<App />, place);
  }
  await asked;
}

begin().catch(() => {
  // Neither texts nor configuration: the only words that stand in code.
  if (place !== null) {
    place.textContent =
      'Sidan kunde inte hämtas. Försök igen om en stund. – The page could not be loaded.';
  }
});
