import type { Payment } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { colourOf, Tag } from '../../../components/Tag/Tag';
import { money, useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';

/** Utbetalning: how much, to whom, how, when. */
export function PaymentDetail({ of }: { of: Payment }) {
  const say = useSay();
  const word = useWord();
  const { day, month } = useDates();
  const status = word('paymentStatus', of.status);
  const { payee } = of;
  return (
    <Facts
      of={[
        [say('payment.amount'), <strong>{money(of.amountOre)}</strong>],
        [
          say('event.status'),
          status === undefined ? undefined : <Tag colour={colourOf(of.status)}>{status}</Tag>,
        ],
        [
          say(of.status === 'planned' ? 'payment.planned-on' : 'payment.paid-on'),
          of.status === 'planned' || of.status === 'paid' ? day(of.date) : undefined,
        ],
        [
          say('event.date'),
          of.status === 'planned' || of.status === 'paid' ? undefined : day(of.date),
        ],
        [
          say('payment.payee'),
          <span lang="sv">{payee.you ? `${payee.name} (${say('common.you')})` : payee.name}</span>,
        ],
        [
          say('payment.address'),
          payee.address === undefined ? undefined : (
            <OfficeText long>{payee.address.join('\n')}</OfficeText>
          ),
        ],
        [say('payment.method'), <OfficeText>{of.method}</OfficeText>],
        [
          say('payment.account'),
          of.account === undefined
            ? undefined
            : say('payment.accountValue', { digits: of.account }),
        ],
        [say('payment.reference'), of.reference],
        [
          say('payment.month'),
          of.concernedMonth === undefined ? undefined : month(of.concernedMonth),
        ],
        [
          say('payment.message'),
          of.message === undefined ? undefined : <OfficeText long>{of.message}</OfficeText>,
        ],
      ]}
    />
  );
}
