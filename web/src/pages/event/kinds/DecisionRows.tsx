import type { Decision, DecisionRow } from '../../../api/shapes';
import { Amount } from '../../../components/Amount/Amount';
import { AskAboutRow } from '../../../components/AskAboutRow/AskAboutRow';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { colourOf, Tag } from '../../../components/Tag/Tag';
import { useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';

type Of = Pick<Decision, 'caseId' | 'id' | 'rows'>;

/** What was decided about each thing, the amounts under each other. */
export function DecisionRows({ of }: { of: Of }) {
  return (
    <ul class="lines">
      {of.rows?.map((row) => (
        <Row key={row.id} row={row} of={of} />
      ))}
    </ul>
  );
}

function Row({ row, of }: { row: DecisionRow; of: Of }) {
  const say = useSay();
  const word = useWord();
  const { period } = useDates();
  const outcome = word('outcome', row.outcome);
  return (
    <li class="line">
      <p class="line-head">
        <span class="line-name">
          <OfficeText>{row.purpose}</OfficeText>
        </span>{' '}
        {outcome === undefined ? null : <Tag colour={colourOf(row.outcome)}>{outcome}</Tag>}
      </p>
      {row.appliedOre === undefined ? null : (
        <Amount label={say('decision.applied')} ore={row.appliedOre} isSub />
      )}
      {row.grantedOre === undefined ? null : (
        <Amount label={say('decision.granted')} ore={row.grantedOre} />
      )}
      <div class="line-why">
        <div class="line-words">
          {row.period === undefined ? null : <p>{period(row.period)}</p>}
          {row.grounds === undefined ? null : (
            <p>
              {say('calculation.why')}: <OfficeText>{row.grounds}</OfficeText>
            </p>
          )}
        </div>
        <AskAboutRow caseId={of.caseId} eventId={of.id} row={row.id} name={row.purpose} />
      </div>
    </li>
  );
}
