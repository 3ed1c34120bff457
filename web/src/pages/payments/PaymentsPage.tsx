import { useLocation } from 'preact-iso';
import { withQuery } from '../../api/client';
import type { ListedPayment } from '../../api/shapes';
import { paths } from '../../app/paths';
import { Chosen } from '../../components/Filter/Chosen';
import { Choice, Filter, type Values } from '../../components/Filter/Filter';
import { BackLink } from '../../components/BackLink/BackLink';
import { Empty } from '../../components/Empty/Empty';
import { Meaning } from '../../components/Meaning/Meaning';
import { Page } from '../../components/Page/Page';
import { Paged } from '../../components/Paged/Paged';
import { PaymentList } from '../../components/PaymentList/PaymentList';
import { PrintButton } from '../../components/PrintButton/PrintButton';
import { useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { CODES, useWord } from '../../words/words';
import { narrowedTo } from './narrowed';

/** Betalningar: what was paid or will be, to whom; narrowed to what the address says. */
export default function PaymentsPage() {
  const say = useSay();
  const word = useWord();
  const { day } = useDates();
  const { query, route } = useLocation();
  const narrowed = narrowedTo(query);
  const { from, to, status, area, case: ofCase } = narrowed;
  const isNarrowed = Object.values(narrowed).some((value) => value !== undefined);
  const narrow = (value: Values) =>
    route(
      withQuery(paths.payments(), {
        ...narrowed,
        status: value('status'),
        from: value('from'),
        to: value('to'),
      }),
    );
  return (
    <Page
      heading={say('payments.heading')}
      before={
        <>
          <BackLink to={paths.start()} />
          <PrintButton />
        </>
      }
    >
      <Filter from={narrowed.from} to={narrowed.to} onNarrow={narrow}>
        <Choice
          name="status"
          label={say('payments.status')}
          all={say('payments.all')}
          chosen={narrowed.status}
        >
          {CODES.paymentStatus.map((status) => [status, word('paymentStatus', status) ?? status])}
        </Choice>
      </Filter>
      <Chosen
        of={[
          word('area', area),
          ofCase === undefined ? undefined : say('events.oneCase'),
          word('paymentStatus', status),
          from === undefined ? undefined : say('events.fromDay', { day: day(from) }),
          to === undefined ? undefined : say('events.toDay', { day: day(to) }),
        ]}
        clear={paths.payments()}
      />
      <Paged<ListedPayment>
        path="/api/payments"
        query={narrowed}
        empty={<Empty>{say(isNarrowed ? 'payments.noneNarrowed' : 'payments.none')}</Empty>}
        shown={(count) => say.counted('payments.shown', count)}
      >
        {(payments) => (
          <>
            <CaseNumber of={payments} />
            <PaymentList of={payments} />
          </>
        )}
      </Paged>
      <Meaning of="payment" />
    </Page>
  );
}

/** On paper: the number of the case, where it does not stand at each payment. */
function CaseNumber({ of }: { of: ListedPayment[] }) {
  const say = useSay();
  const [number, ...others] = new Set(of.map(({ caseNumber }) => caseNumber));
  return number === undefined || others.length > 0 ? null : (
    <p class="print-only">{`${say('event.caseNumber')} ${number}`}</p>
  );
}
