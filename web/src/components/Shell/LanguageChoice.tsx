import { chooseLanguage, htmlLanguage, LANGUAGES, useSay } from '../../language/language';

/** Swedish, easy Swedish or English: each named in itself. */
export function LanguageChoice() {
  const say = useSay();
  return (
    <div class="languages" role="group" aria-label={say('shell.language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          class="language"
          type="button"
          lang={htmlLanguage(language)}
          aria-pressed={say.language === language}
          onClick={() => void chooseLanguage(language).catch(() => undefined)}
        >
          {say(`language.${language}`)}
        </button>
      ))}
    </div>
  );
}
