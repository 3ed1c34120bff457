import type { ComponentChildren } from 'preact';
import type { ListedDecision } from '../../api/shapes';
import { paths } from '../../app/paths';
import { Facts } from '../../components/Facts/Facts';
import { OfficeText } from '../../components/OfficeText/OfficeText';
import { PaymentList } from '../../components/PaymentList/PaymentList';
import { colourOf, Tag } from '../../components/Tag/Tag';
import { money, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { AppealWords } from '../event/kinds/Appeal';
import { ClaimFacts } from '../event/kinds/ClaimFacts';
import { DecisionRows } from '../event/kinds/DecisionRows';
import { OfficialName } from '../event/kinds/OfficialName';

/** A decision: what, who, why; its rows, its payments and how to appeal are opened. */
export function DecisionCard({ of }: { of: ListedDecision }) {
  const say = useSay();
  const word = useWord();
  const { day, period } = useDates();
  const id = `decision-${of.caseId}-${of.id}`;
  const outcome = word('outcome', of.outcome);
  const status = of.status === 'in-force' ? undefined : word('decisionStatus', of.status);
  const { appealable, lastDay } = of.howToAppeal;
  const rows = of.rows ?? [];
  const links: [href: string, text: string][] = [
    [paths.event(of.caseId, of.id), say('decisions.open')],
  ];
  if (of.calculationId !== undefined) {
    links.push([paths.calculation(of.caseId, of.calculationId), say('event.calculation')]);
  }
  if (of.documentId !== undefined) {
    links.push([paths.event(of.caseId, of.documentId), say('decisions.document')]);
  }
  if (of.replacedBy !== undefined) {
    links.push([paths.event(of.caseId, of.replacedBy), say('decisions.replacedBy')]);
  }
  return (
    <article class="ds-card decision" aria-labelledby={id}>
      <header class="decision-head">
        <p class="small">
          <time dateTime={of.date}>{day(of.date)}</time>
        </p>
        <h2 class="ds-heading" data-size="sm" id={id} lang="sv">
          {of.decision}
        </h2>
        <p class="decision-answer">
          {outcome === undefined ? null : <Tag colour={colourOf(of.outcome)}>{outcome}</Tag>}
          {status === undefined ? null : <Tag colour={colourOf(of.status)}>{status}</Tag>}
          {of.amountOre === undefined ? null : (
            <strong class="amount">{money(of.amountOre)}</strong>
          )}
        </p>
      </header>
      <Facts
        of={[
          [
            say('decision.type'),
            of.decisionType === undefined || of.decisionType === of.decision ? undefined : (
              <OfficeText>{of.decisionType}</OfficeText>
            ),
          ],
          [say('decision.maker'), <OfficialName of={of.decisionMaker} />],
          [say('event.period'), of.period === undefined ? undefined : period(of.period)],
          [
            say('decisions.lastDay'),
            appealable && lastDay !== undefined ? day(lastDay) : undefined,
          ],
          [say('event.caseNumber'), of.caseNumber],
          [
            say('decision.cause'),
            of.cause === undefined ? undefined : <OfficeText>{of.cause}</OfficeText>,
          ],
        ]}
      />
      <div class="part">
        <h3 class="ds-heading" data-size="2xs">
          {say('decision.grounds')}
        </h3>
        {of.grounds === undefined ? (
          <p>{say('decision.noGrounds')}</p>
        ) : (
          <OfficeText long>{of.grounds}</OfficeText>
        )}
      </div>
      {of.claim === undefined ? null : (
        <div class="part">
          <h3 class="ds-heading" data-size="2xs">
            {say('decision.claim')}
          </h3>
          <ClaimFacts of={of.claim} />
        </div>
      )}
      <div class="decision-more">
        {rows.length === 0 ? null : (
          <More title={say('decisions.rows', { count: rows.length })}>
            <DecisionRows of={of} />
          </More>
        )}
        {of.payments.length === 0 ? null : (
          <More title={say('decisions.payments', { count: of.payments.length })}>
            <PaymentList of={of.payments} />
          </More>
        )}
        {appealable || of.appeal !== undefined ? (
          <More title={say('decision.appealHeading')}>
            <AppealWords of={of} level={3} />
          </More>
        ) : null}
      </div>
      <ul class="links screen-only">
        {links.map(([href, text]) => (
          <li key={href}>
            <a class="ds-link" href={href}>
              {text}
              <span class="ds-sr-only">
                {': '}
                <OfficeText>{of.decision}</OfficeText>
                {`, ${day(of.date)}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </article>
  );
}

function More({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="more">
      <summary>{title}</summary>
      <div class="more-content">{children}</div>
    </details>
  );
}
