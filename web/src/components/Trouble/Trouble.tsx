import type { ApiError } from '../../api/client';
import { config, telephone } from '../../config/config';
import { useSay, type TextKey } from '../../language/language';
import './trouble.css';

/** Problem types that have words of their own; the rest is said by how the call failed. */
const SAID = [
  'login-again',
  'too-many-codes',
  'too-many-messages',
  'too-many-attachments',
  'too-many-exports',
  'other-content',
  'invalid-members',
] as const;

/** The text that says why something could not be done, and what to do. */
export function troubleKey({ failure, problem }: ApiError): TextKey {
  const type = (problem.type ?? '').replace('/problems/', '');
  const said = SAID.find((one) => one === type);
  return said === undefined ? `trouble.${failure}` : `trouble.${said}`;
}

/** What stands at a form when its call failed; what was written is still there. */
export function Trouble({ error }: { error: ApiError | undefined }) {
  const say = useSay();
  const { phone, phoneHours: hours } = config();
  return (
    <div class="trouble" role="alert">
      {error === undefined ? null : (
        <div class="ds-alert" data-color="warning">
          <p>{say(troubleKey(error))}</p>
          <p>
            <a class="ds-link" href={telephone(phone)}>
              {say('failed.call', { phone, hours })}
            </a>
          </p>
          {error.problem.traceId === undefined || error.failure === 'too-many' ? null : (
            <p class="small">{say('failed.trace', { trace: error.problem.traceId })}</p>
          )}
        </div>
      )}
    </div>
  );
}
