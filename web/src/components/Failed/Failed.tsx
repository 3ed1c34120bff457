import type { ApiError } from '../../api/client';
import { config, telephone } from '../../config/config';
import { useSay } from '../../language/language';
import { Page } from '../Page/Page';

interface Props {
  error: ApiError;
  again?: () => void;
  /** As a page with its own heading. */
  whole?: boolean;
}

/** What went wrong and what to do now. */
export function Failed({ error, again, whole }: Props) {
  const say = useSay();
  const { failure, problem } = error;
  const heading = say(`failed.${failure}-heading`);
  const { phone, phoneHours: hours } = config();
  const canTryAgain = again !== undefined && failure !== 'not-found' && failure !== 'logged-out';
  const what = (
    <div class="ds-alert" data-color={failure === 'not-found' ? 'info' : 'warning'} role="alert">
      {whole ? null : (
        <h2 class="ds-heading" data-size="xs">
          {heading}
        </h2>
      )}
      <p>{say(`failed.${failure}`)}</p>
      {failure === 'unavailable' || failure === 'refused' ? (
        <p>
          <a class="ds-link" href={telephone(phone)}>
            {say('failed.call', { phone, hours })}
          </a>
        </p>
      ) : null}
      {problem.traceId === undefined || failure === 'not-found' ? null : (
        <p class="small">{say('failed.trace', { trace: problem.traceId })}</p>
      )}
      {canTryAgain ? (
        <button class="ds-button" type="button" data-variant="secondary" onClick={again}>
          {say('common.again')}
        </button>
      ) : null}
    </div>
  );
  return whole ? (
    <Page heading={heading}>
      {what}
      <p>
        <a class="ds-link" href="/">
          {say('common.toStart')}
        </a>
      </p>
    </Page>
  ) : (
    what
  );
}
