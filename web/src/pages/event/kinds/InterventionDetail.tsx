import type { Intervention } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';
import { OfficialName } from './OfficialName';

/** Insats: what the person gets, from whom, by which decision. */
export function InterventionDetail({ of }: { of: Intervention }) {
  const say = useSay();
  const word = useWord();
  const { day, period } = useDates();
  const base = of.baseDecision;
  return (
    <Facts
      of={[
        [say('event.status'), word('interventionStatus', of.status)],
        [say('event.period'), of.period === undefined ? undefined : period(of.period)],
        [say('intervention.caseworker'), <OfficialName of={of.caseworker} />],
        [
          say('intervention.coCaseworker'),
          of.coCaseworker === undefined ? undefined : <OfficialName of={of.coCaseworker} />,
        ],
        [say('intervention.organisation'), <OfficeText>{of.organisation}</OfficeText>],
        [
          say('intervention.baseDecision'),
          base === undefined ? undefined : (
            <>
              <OfficeText>{base.decision}</OfficeText>, {day(base.date)},{' '}
              <OfficialName of={base.decisionMaker} />
            </>
          ),
        ],
        [
          say('intervention.endReason'),
          of.endReason === undefined ? undefined : <OfficeText>{of.endReason}</OfficeText>,
        ],
      ]}
    />
  );
}
