import { useStore } from '../../app/store';
import { today, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { session } from '../../session/session';
import './print-head.css';

/** On paper, under the municipality's name: whose it is, of which case, and when it was printed. */
export function PrintHead({ caseNumber }: { caseNumber?: string | undefined }) {
  const say = useSay();
  const { day } = useDates();
  const state = useStore(session);
  return (
    <div class="print-head">
      {state.is === 'in' ? <p>{state.name}</p> : null}
      {caseNumber === undefined ? null : <p>{`${say('event.caseNumber')} ${caseNumber}`}</p>}
      <p>{say('common.printedOn', { day: day(today()) })}</p>
    </div>
  );
}
