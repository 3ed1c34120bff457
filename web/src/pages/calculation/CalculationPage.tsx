import { useRoute } from 'preact-iso';
import type { Calculation } from '../../api/shapes';
import { paths } from '../../app/paths';
import { AskAboutRow } from '../../components/AskAboutRow/AskAboutRow';
import { Amount } from '../../components/Amount/Amount';
import { BackLink } from '../../components/BackLink/BackLink';
import { Facts } from '../../components/Facts/Facts';
import { Failed } from '../../components/Failed/Failed';
import { useLoad } from '../../components/Load/useLoad';
import { Meaning, type Term } from '../../components/Meaning/Meaning';
import { OfficeText } from '../../components/OfficeText/OfficeText';
import { Page } from '../../components/Page/Page';
import { PrintButton } from '../../components/PrintButton/PrintButton';
import { Said } from '../../components/Said/Said';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { money, monthOf, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { stepsOf, type Row, type Step, type Sum } from './steps';
import './calculation.css';

/** Normberäkning: how an amount was worked out, line by line. */
export default function CalculationPage() {
  const say = useSay();
  const dates = useDates();
  const { params } = useRoute();
  const { caseId = '', id = '' } = params;
  const loading = useLoad<Calculation>(
    `/api/cases/${encodeURIComponent(caseId)}/calculations/${encodeURIComponent(id)}`,
  );
  if (loading.is === 'failed') {
    return <Failed whole error={loading.error} again={loading.again} />;
  }
  const calculation = loading.is === 'loaded' ? loading.value : undefined;
  const heading = () => {
    if (calculation === undefined) {
      return say('kind.calculation');
    }
    const month = monthOf(calculation.period);
    return say('calculation.heading', {
      period: month === undefined ? dates.period(calculation.period) : dates.month(month),
    });
  };
  return (
    <Page
      isLate
      heading={heading()}
      before={
        <>
          <BackLink to={paths.decisions()} />
          <PrintButton />
        </>
      }
    >
      {calculation === undefined ? <Skeleton lines={6} blocks={4} /> : <Whole of={calculation} />}
    </Page>
  );
}

function Whole({ of }: { of: Calculation }) {
  const say = useSay();
  const dates = useDates();
  const steps = stepsOf(of, dates);
  return (
    <>
      <Answer of={of} />
      <div class="meanings screen-only">
        <Meaning of="calculation" />
        <Meaning of="norm" />
      </div>
      {steps.map((step, at) => (
        <StepPart key={step.name} step={step} number={at + 1} of={of} />
      ))}
      <Result steps={steps} of={of} />
      <p class="screen-only">
        <a class="ds-link" href={paths.newMessage({ case: of.caseId, event: of.id })}>
          {say('calculation.askWhole')}
        </a>
      </p>
    </>
  );
}

/** What it came to, before how. */
function Answer({ of }: { of: Calculation }) {
  const say = useSay();
  const word = useWord();
  const { day } = useDates();
  const { resultOre, decidedOre, paidOre } = of;
  const isOther = decidedOre !== undefined && decidedOre !== Math.max(resultOre, 0);
  return (
    <div class="ds-card part answer">
      <p class="answer-result">
        <strong>
          {say(`calculation.result-${sign(resultOre)}`, { amount: money(Math.abs(resultOre)) })}
        </strong>
      </p>
      {of.stage === 'preliminary' ? <p>{say('calculation.preliminary')}</p> : null}
      <Facts
        of={[
          [
            say('calculation.decided'),
            decidedOre === undefined ? undefined : <span class="amount">{money(decidedOre)}</span>,
          ],
          [
            say('calculation.paid'),
            paidOre === undefined ? undefined : <span class="amount">{money(paidOre)}</span>,
          ],
          [
            say('calculation.decisions'),
            of.links.decisions.length === 0 ? undefined : (
              <ul class="plain-list">
                {of.links.decisions.map((decision) => (
                  <li key={decision.id}>
                    <a class="ds-link" href={paths.event(decision.caseId, decision.id)}>
                      <OfficeText>{decision.title}</OfficeText>
                      {`, ${day(decision.date)}`}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          ],
          [say('calculation.madeOn'), day(of.date)],
          [say('event.status'), word('stage', of.stage)],
          [say('calculation.normName'), <OfficeText>{of.norm}</OfficeText>],
          [say('event.caseNumber'), of.caseNumber],
        ]}
      />
      {isOther ? (
        <>
          <p>{say('calculation.decidedOther')}</p>
          <AskAboutRow
            caseId={of.caseId}
            eventId={of.id}
            row="result"
            name={say('calculation.result')}
            isOurs
            isUnexplained
          />
        </>
      ) : null}
    </div>
  );
}

const TERM: Partial<Record<Step['name'], Term>> = {
  norm: 'household-cost',
  otherNeeds: 'other-needs',
};

function StepPart({ step, number, of }: { step: Step; number: number; of: Calculation }) {
  const say = useSay();
  const id = `step-${step.name}`;
  const term = TERM[step.name];
  return (
    <section class="step" aria-labelledby={id}>
      <h2 class="ds-heading" data-size="sm" id={id}>
        {number}. {say(`calculation.step-${step.name}`)}
      </h2>
      <p class="step-lead">{say(`calculation.lead-${step.name}`)}</p>
      {term === undefined ? null : <Meaning of={term} />}
      <ul class="lines">
        {step.lines.map((line) =>
          line.is === 'sum' ? (
            <SumLine key={line.label} of={line} />
          ) : (
            <RowLine key={line.id} row={line} of={of} />
          ),
        )}
      </ul>
    </section>
  );
}

function SumLine({ of }: { of: Sum }) {
  const say = useSay();
  return (
    <li class={of.isPart ? 'line sum sum-part' : 'line sum'}>
      <Amount label={say(of.label)} ore={of.ore} />
    </li>
  );
}

function RowLine({ row, of }: { row: Row; of: Calculation }) {
  const say = useSay();
  const name = row.name === '' ? say('calculation.householdCost') : row.name;
  const isPersonsOwn = row.person !== undefined && row.person.name === row.name;
  const you = row.person?.you ? ` (${say('common.you')})` : '';
  const title = (
    <>
      {row.fromOffice ? <OfficeText>{name}</OfficeText> : name}
      {row.person === undefined || isPersonsOwn ? you : `, ${row.person.name}${you}`}
    </>
  );
  return (
    <li class="line">
      {row.figures.length === 0 ? (
        <Amount label={title} ore={row.ore} isNamed />
      ) : (
        <>
          <p class="line-name">{title}</p>
          {row.figures.map(({ label, ore }, at) => (
            <Amount key={at} label={<Said of={label} />} ore={ore} isSub />
          ))}
          <Amount label={say('calculation.counts')} ore={row.ore} />
        </>
      )}
      <div class="line-why">
        <div class="line-words">
          <p>
            {row.sentences.map((sentence, at) => (
              <span key={at}>
                <Said of={sentence} />{' '}
              </span>
            ))}
          </p>
          {row.reason === undefined ? null : (
            <p>
              {say('calculation.why')}: <OfficeText>{row.reason}</OfficeText>
            </p>
          )}
          {row.isUnexplained ? <p>{say('decision.noGrounds')}</p> : null}
        </div>
        <AskAboutRow
          caseId={of.caseId}
          eventId={of.id}
          row={row.id}
          name={name}
          isOurs={!row.fromOffice}
          isUnexplained={row.isUnexplained}
        />
      </div>
    </li>
  );
}

/** The sums under each other, and what they come to. */
function Result({ steps, of }: { steps: Step[]; of: Calculation }) {
  const say = useSay();
  return (
    <section class="step result" aria-labelledby="step-result">
      <h2 class="ds-heading" data-size="sm" id="step-result">
        {say('calculation.result')}
      </h2>
      <ul class="lines">
        {steps.map(({ name, sum }, at) => (
          <li class="line" key={name}>
            <Amount
              label={say(`calculation.step-${name}`)}
              ore={Math.abs(sum)}
              {...(at === 0 && sum >= 0
                ? {}
                : { operator: sum < 0 || (sum === 0 && name === 'incomes') ? '−' : '+' })}
            />
          </li>
        ))}
        <li class="line sum">
          <Amount label={say('calculation.result')} ore={of.resultOre} operator="=" />
          <p class="line-words">
            {say(`calculation.result-${sign(of.resultOre)}`, {
              amount: money(Math.abs(of.resultOre)),
            })}
          </p>
        </li>
      </ul>
    </section>
  );
}

function sign(ore: number): 'shortfall' | 'even' | 'surplus' {
  if (ore === 0) {
    return 'even';
  }
  return ore > 0 ? 'shortfall' : 'surplus';
}
