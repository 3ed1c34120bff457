import type { Decision } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { Meaning } from '../../../components/Meaning/Meaning';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { colourOf, Tag } from '../../../components/Tag/Tag';
import { money, useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';
import { Appeal } from './Appeal';
import { ClaimFacts } from './ClaimFacts';
import { DecisionRows } from './DecisionRows';
import { OfficialName } from './OfficialName';

/** Beslut: what, by whom, why, line by line, and how to appeal. */
export function DecisionDetail({ of }: { of: Decision }) {
  const say = useSay();
  const word = useWord();
  const { period } = useDates();
  const outcome = word('outcome', of.outcome);
  const status = word('decisionStatus', of.status);
  return (
    <>
      <Facts
        of={[
          [
            say('decision.outcome'),
            outcome === undefined ? undefined : <Tag colour={colourOf(of.outcome)}>{outcome}</Tag>,
          ],
          [
            say('decision.type'),
            of.decisionType === undefined ? undefined : <OfficeText>{of.decisionType}</OfficeText>,
          ],
          [say('decision.status'), status],
          [say('decision.amount'), of.amountOre === undefined ? undefined : money(of.amountOre)],
          [say('event.period'), of.period === undefined ? undefined : period(of.period)],
          [say('decision.maker'), <OfficialName of={of.decisionMaker} />],
          [
            say('decision.organisation'),
            of.organisation === undefined ? undefined : <OfficeText>{of.organisation}</OfficeText>,
          ],
          [
            say('decision.legalBasis'),
            of.legalBasis === undefined ? undefined : <OfficeText>{of.legalBasis}</OfficeText>,
          ],
        ]}
      />
      <Why of={of} />
      {of.rows === undefined ? null : (
        <section class="part" aria-labelledby="decision-rows">
          <h2 class="ds-heading" data-size="sm" id="decision-rows">
            {say('decision.rows')}
          </h2>
          <DecisionRows of={of} />
        </section>
      )}
      {of.claim === undefined ? null : (
        <section class="part" aria-labelledby="decision-claim">
          <h2 class="ds-heading" data-size="sm" id="decision-claim">
            {say('decision.claim')}
          </h2>
          <ClaimFacts of={of.claim} />
        </section>
      )}
      <Appeal of={of} />
    </>
  );
}

/** Each adult reads their own; nothing stands in for a missing one. */
function Why({ of }: { of: Decision }) {
  const say = useSay();
  const cause = of.cause ?? of.coApplicantCause;
  const grounds = of.grounds ?? of.coApplicantGrounds;
  return (
    <section class="part" aria-labelledby="decision-grounds">
      <h2 class="ds-heading" data-size="sm" id="decision-grounds">
        {say('decision.grounds')}
      </h2>
      {grounds === undefined ? (
        <p>{say('decision.noGrounds')}</p>
      ) : (
        <OfficeText long>{grounds}</OfficeText>
      )}
      {cause === undefined ? null : (
        <Facts of={[[say('decision.cause'), <OfficeText key="cause">{cause}</OfficeText>]]} />
      )}
      <Meaning of="grounds" />
    </section>
  );
}
