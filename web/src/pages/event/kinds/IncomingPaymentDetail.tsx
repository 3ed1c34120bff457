import type { IncomingPayment } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { money, useDates } from '../../../format/format';
import { useSay } from '../../../language/language';

/** Inbetalning: money in to the municipality. */
export function IncomingPaymentDetail({ of }: { of: IncomingPayment }) {
  const say = useSay();
  const { month } = useDates();
  return (
    <Facts
      of={[
        [say('payment.amount'), <strong>{money(of.amountOre)}</strong>],
        [say('incoming.type'), <OfficeText>{of.paymentType}</OfficeText>],
        [
          say('incoming.payer'),
          of.payer === undefined ? undefined : (
            <span lang="sv">
              {of.payer.you ? `${of.payer.name} (${say('common.you')})` : of.payer.name}
            </span>
          ),
        ],
        [
          say('payment.month'),
          of.concernedMonth === undefined ? undefined : month(of.concernedMonth),
        ],
      ]}
    />
  );
}
