import { ApiError } from '../../api/client';
import { Failed } from '../../components/Failed/Failed';

/** An address that no page has. */
export function NotFoundPage() {
  return <Failed whole error={new ApiError('not-found')} />;
}
