import type { Case } from '../../api/shapes';
import { paths } from '../../app/paths';
import { Contact } from '../../components/Contact/Contact';
import { CopyButton } from '../../components/CopyButton/CopyButton';
import { Facts } from '../../components/Facts/Facts';
import { OfficeText } from '../../components/OfficeText/OfficeText';
import { telephone } from '../../config/config';
import { today, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { systemName } from '../start/StartPage';
import { lasting } from './lasting';
import './cases.css';

/** A case: type, number, since when, who is in it, who works with it. */
export function CaseCard({ of }: { of: Case }) {
  const say = useSay();
  const word = useWord();
  const { day, instant } = useDates();
  const { unit, count } = lasting(of.openedOn, of.closedOn ?? today());
  const id = `case-${of.caseId}`;
  const { office, nextStep } = of;
  return (
    <section class="ds-card case" aria-labelledby={id}>
      <h2 class="ds-heading" data-size="sm" id={id} lang="sv">
        {of.type}
      </h2>
      <Facts
        of={[
          [
            say('cases.number'),
            <span key="number" class="case-number">
              {of.caseNumber} <CopyButton text={of.caseNumber} label={say('cases.copyNumber')} />
              <span class="small">{say('cases.numberHint')}</span>
            </span>,
          ],
          [say('cases.area'), word('area', of.area)],
          [
            say('cases.since'),
            say('cases.sinceFor', {
              day: day(of.openedOn),
              time: say.counted(`cases.${unit}`, count),
            }),
          ],
          [say('cases.closedOn'), of.closedOn === undefined ? undefined : day(of.closedOn)],
          [
            say('cases.next'),
            nextStep === undefined ? undefined : (
              <>
                <OfficeText>{nextStep.text}</OfficeText>
                {nextStep.expectedOn === undefined
                  ? ''
                  : `. ${say('start.expectedOn', { day: day(nextStep.expectedOn) })}`}
              </>
            ),
          ],
          [
            say('cases.persons'),
            <ul key="persons" class="case-persons">
              {of.persons.map(({ name, role, you }, at) => (
                <li key={at}>
                  {name}
                  {you ? ` (${say('common.you')})` : ''}
                  {word('role', role) === undefined ? '' : ` – ${word('role', role)}`}
                </li>
              ))}
            </ul>,
          ],
          [
            say('cases.office'),
            <>
              <OfficeText>{office.name}</OfficeText>,{' '}
              <a class="ds-link" href={telephone(office.phone)}>
                {office.phone}
              </a>
              {office.phoneHours === undefined ? null : (
                <>
                  , <OfficeText>{office.phoneHours}</OfficeText>
                </>
              )}
            </>,
          ],
        ]}
      />
      {of.caseworkers.length === 0 ? null : (
        <div class="case-caseworkers">
          {of.caseworkers.map((caseworker) => (
            <Contact
              key={caseworker.caseworkerId}
              caseworker={caseworker}
              caseId={of.caseId}
              level={3}
            />
          ))}
        </div>
      )}
      <p class="screen-only">
        <a class="ds-link" href={paths.events({ case: of.caseId })}>
          {say('cases.events')}
        </a>
      </p>
      <p class="small">
        {say('cases.fresh', { source: systemName(of.source), time: instant(of.updatedAt) })}
      </p>
    </section>
  );
}
