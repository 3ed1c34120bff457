import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, change } from '../../api/client';
import type { Profile } from '../../api/shapes';
import { paths } from '../../app/paths';
import { useStore } from '../../app/store';
import { Trouble } from '../../components/Trouble/Trouble';
import { chooseLanguage, isLanguage, LANGUAGES, useSay } from '../../language/language';
import { session } from '../../session/session';
import { bodyOf, isFresh, wrongMembers, type Wishes } from './rules';
import '../../components/SendForm/form.css';

interface Props {
  profile: Profile;
  first: Wishes;
  cancel: () => void;
  saved: (after: Profile) => void;
}

/** *Spara* or *Avbryt*; addresses only while the login is fresh. */
export function ProfileForm({ profile, first, cancel, saved }: Props) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const state = useStore(session);
  const [wishes, setWishes] = useState(first);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [wrong, setWrong] = useState<string[]>([]);
  const [canChange] = useState(() => state.is !== 'in' || isFresh(state.expiresAt, Date.now()));
  const loginAgain = paths.login(`${paths.profile()}?edit=1`);
  const wish = (with_: Partial<Wishes>) => setWishes((before) => ({ ...before, ...with_ }));
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('a, input, select')?.focus();
  }, []);
  useEffect(() => {
    if (wrong.length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
  }, [wrong]);

  const save = async () => {
    setSaving(true);
    setError(undefined);
    setWrong([]);
    try {
      const after = await change<Profile>(
        'PUT',
        '/api/profile',
        bodyOf(
          canChange
            ? wishes
            : { ...wishes, phone: profile.phone ?? '', email: profile.email ?? '' },
        ),
      );
      if (after.language !== profile.language && isLanguage(after.language)) {
        await chooseLanguage(after.language).catch(() => undefined);
      }
      saved(after);
    } catch (problem) {
      const known = ApiError.of(problem);
      const members = wrongMembers(known.problem.errors);
      setWrong(members);
      setError(members.length > 0 ? undefined : known);
      setSaving(false);
    }
  };

  const address = (name: 'phone' | 'email', type: { type: 'tel' } | { type: 'email' }) => (
    <div class="ds-field">
      <label class="ds-label" for={name}>
        {say(`profile.${name}`)}
      </label>
      <p class="small" id={`${name}-hint`}>
        {say(`profile.${name}Hint`)}
      </p>
      <input
        class="ds-input"
        id={name}
        {...type}
        autoComplete={type.type}
        maxLength={name === 'phone' ? 40 : 254}
        value={wishes[name]}
        aria-invalid={wrong.includes(name)}
        aria-describedby={`${name}-hint ${name}-wrong`}
        onInput={(event) => wish({ [name]: event.currentTarget.value })}
      />
      <p class="ds-validation-message" id={`${name}-wrong`}>
        {wrong.includes(name) ? say(`profile.${name}Wrong`) : ''}
      </p>
    </div>
  );
  const choice = (name: 'notifyBySms' | 'notifyByEmail') => (
    <label class="choice">
      <input
        class="ds-input"
        type="checkbox"
        checked={wishes[name]}
        onChange={(event) => wish({ [name]: event.currentTarget.checked })}
      />
      <span>{say(`profile.${name}`)}</span>
    </label>
  );

  return (
    <form
      ref={form}
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) {
          void save();
        }
      }}
    >
      {canChange ? (
        <>
          {address('phone', { type: 'tel' })}
          {address('email', { type: 'email' })}
        </>
      ) : (
        <div class="ds-alert" data-color="info">
          <p>{say('profile.notFresh')}</p>
          <p>
            <a class="ds-link" href={loginAgain}>
              {say('welcome.logInAgain')}
            </a>
          </p>
        </div>
      )}
      <fieldset class="ds-fieldset choices">
        <legend class="ds-label">{say('profile.notices')}</legend>
        <p class="small">{say('profile.noticesHint')}</p>
        {choice('notifyBySms')}
        {choice('notifyByEmail')}
      </fieldset>
      <div class="ds-field">
        <label class="ds-label" for="language">
          {say('shell.language')}
        </label>
        <select
          class="ds-input"
          id="language"
          value={wishes.language}
          onChange={(event) => wish({ language: event.currentTarget.value })}
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {say(`language.${language}`)}
            </option>
          ))}
        </select>
      </div>
      <Trouble error={error} />
      {error?.problem.type === '/problems/login-again' ? (
        <p>
          <a class="ds-button" href={loginAgain}>
            {say('welcome.logInAgain')}
          </a>
        </p>
      ) : null}
      <div class="form-acts">
        <button class="ds-button" type="submit" aria-disabled={isSaving}>
          {say('profile.save')}
        </button>
        <button class="ds-button" type="button" data-variant="secondary" onClick={cancel}>
          {say('profile.cancel')}
        </button>
      </div>
    </form>
  );
}
