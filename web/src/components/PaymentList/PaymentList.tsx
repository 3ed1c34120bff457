import type { ListedPayment } from '../../api/shapes';
import { paths } from '../../app/paths';
import { money, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { OfficeText } from '../OfficeText/OfficeText';
import { colourOf, Tag } from '../Tag/Tag';
import '../Amount/amount.css';
import '../EventList/event-list.css';
import './payment-list.css';

/** Payments: to whom, how much, when, how; the amounts under each other. */
export function PaymentList({ of }: { of: ListedPayment[] }) {
  const numbers = new Set(of.map(({ caseNumber }) => caseNumber));
  return (
    <ul class="lines payments">
      {of.map((payment) => (
        <Line
          key={`${payment.caseId} ${payment.id}`}
          of={payment}
          isOfSeveralCases={numbers.size > 1}
        />
      ))}
    </ul>
  );
}

function Line({ of, isOfSeveralCases }: { of: ListedPayment; isOfSeveralCases: boolean }) {
  const say = useSay();
  const word = useWord();
  const { day, month } = useDates();
  const status = word('paymentStatus', of.status);
  const { payee } = of;
  return (
    <li class="line payment">
      <a class="event-link payment-link" href={paths.event(of.caseId, of.id)}>
        <span class="event-meta">
          <time dateTime={of.date}>{day(of.date)}</time>
        </span>
        <span class="event-title">
          {payee.you ? `${payee.name} (${say('common.you')})` : payee.name}
        </span>
      </a>
      <span class="amount payment-amount">{money(of.amountOre)}</span>
      <p class="payment-how">
        {status === undefined ? null : <Tag colour={colourOf(of.status)}>{status}</Tag>}
        <span>
          <OfficeText>{of.method}</OfficeText>
        </span>
        {of.account === undefined ? null : (
          <span>{say('payments.account', { digits: of.account })}</span>
        )}
        {of.reference === undefined ? null : (
          <span>{say('payments.reference', { reference: of.reference })}</span>
        )}
        {of.concernedMonth === undefined ? null : (
          <span>{say('payments.month', { month: month(of.concernedMonth) })}</span>
        )}
        {isOfSeveralCases ? <span>{`${say('event.caseNumber')} ${of.caseNumber}`}</span> : null}
      </p>
    </li>
  );
}
