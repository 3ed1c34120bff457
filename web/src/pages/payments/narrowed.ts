import { dayIn } from '../../format/format';
import { knownCode } from '../../words/words';

/** What `GET /api/payments` can be narrowed to. */
export type Narrowed = Partial<
  Record<'area' | 'case' | 'status' | 'from' | 'to', string | undefined>
>;

/** Of an address what the API takes; the rest is left out, so that an odd link still shows a list. */
export function narrowedTo(query: Record<string, string>): Narrowed {
  return {
    area: knownCode('area', query['area']),
    case: query['case'] === '' ? undefined : query['case'],
    status: knownCode('paymentStatus', query['status']),
    from: dayIn(query['from']),
    to: dayIn(query['to']),
  };
}
