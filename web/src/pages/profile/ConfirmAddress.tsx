import { useRef, useState } from 'preact/hooks';
import { ApiError, change } from '../../api/client';
import type { Profile } from '../../api/shapes';
import { Trouble } from '../../components/Trouble/Trouble';
import { useSay } from '../../language/language';
import { bodyOf, codeOf, wishesOf, type Channel } from './rules';
import '../../components/SendForm/form.css';

interface Props {
  channel: Channel;
  profile: Profile;
  confirmed: () => void;
}

/** The code that went to an address comes back; or a new one is asked for. */
export function ConfirmAddress({ channel, profile, confirmed }: Props) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const isClosed = profile.channels[channel] === 'closed';
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<'empty' | 'code'>();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const address = (channel === 'sms' ? profile.phone : profile.email) ?? '';
  const id = `code-${channel}`;

  const act = async (what: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    setWrong(undefined);
    try {
      await what();
    } catch (problem) {
      const known = ApiError.of(problem);
      if (known.problem.status === 422) {
        setWrong('code');
        input.current?.focus();
      } else {
        setError(known);
      }
    } finally {
      setBusy(false);
    }
  };
  const confirm = () =>
    act(async () => {
      await change('POST', '/api/profile/confirmations', { channel, code: codeOf(code) });
      confirmed();
    });
  const askAgain = () =>
    act(async () => {
      // The same profile again: a new code for what is not confirmed.
      await change('PUT', '/api/profile', bodyOf(wishesOf(profile)));
      setAsked(true);
      setCode('');
      input.current?.focus();
    });

  return (
    <section class="ds-card part" aria-labelledby={`${id}-heading`}>
      <h2 class="ds-heading" data-size="xs" id={`${id}-heading`}>
        {say(`profile.confirm-${channel}`)}
      </h2>
      <p>{say(isClosed ? 'profile.closed' : 'profile.codeSent', { address })}</p>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (codeOf(code) === '') {
            setWrong('empty');
            input.current?.focus();
          } else if (!isBusy) {
            void confirm();
          }
        }}
      >
        <div class="ds-field">
          <label class="ds-label" for={id}>
            {say('profile.code')}
          </label>
          <input
            ref={input}
            class="ds-input code"
            id={id}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            aria-invalid={wrong !== undefined}
            aria-describedby={`${id}-wrong`}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <p class="ds-validation-message" id={`${id}-wrong`} role="alert">
            {wrong === undefined
              ? ''
              : say(wrong === 'empty' ? 'profile.codeEmpty' : 'profile.codeWrong')}
          </p>
        </div>
        <Trouble error={error} />
        <div class="form-acts">
          <button class="ds-button" type="submit" aria-disabled={isBusy}>
            {say('profile.confirm')}
          </button>
          <button
            class="ds-button"
            type="button"
            data-variant="secondary"
            aria-disabled={isBusy}
            onClick={() => isBusy || void askAgain()}
          >
            {say('profile.newCode')}
          </button>
        </div>
        <p role="status">{isAsked ? say('profile.newCodeSent') : ''}</p>
      </form>
    </section>
  );
}
