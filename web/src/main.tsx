// First, because it puts the layers in order.
import './styles/styles.css';
import { render } from 'preact';
import { App } from './app/App';
import { isSeen } from './app/seen';
import { loadConfig } from './config/config';
import { chosenLanguage, takeLanguage } from './language/language';
import { checkSession, watchSession } from './session/session';

/** How long the page waits for the answer whose session it is, in milliseconds. */
const PATIENCE = 1000;

const place = document.getElementById('app');

async function begin(): Promise<void> {
  // All three on their way at once; the first two must be there before anything can be said.
  const asked = checkSession();
  await Promise.all([loadConfig(), takeLanguage(chosenLanguage() ?? 'sv')]);
  watchSession();
  if (place !== null) {
    // Fetches at once, and is seen when it is known who looks: nothing moves then. Where the answer
    // is late, one sees what waits for it.
    place.hidden = true;
    render(<App />, place);
    await Promise.race([asked, after(PATIENCE)]);
    await after(0);
    place.hidden = false;
    isSeen.set(true);
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

begin().catch(() => {
  // Neither texts nor configuration: the only words that stand in code.
  if (place !== null) {
    place.hidden = false;
    place.textContent =
      'Sidan kunde inte hämtas. Försök igen om en stund. – The page could not be loaded.';
  }
});
