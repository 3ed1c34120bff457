import type { Decision } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { Meaning } from '../../../components/Meaning/Meaning';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { today, useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';

type Props = Pick<Decision, 'howToAppeal' | 'appeal' | 'status' | 'organisation'>;

/** How and by when to appeal, and how an appeal stands; as a part of a page. */
export function Appeal({ of }: { of: Props }) {
  const say = useSay();
  return (
    <section class="part" aria-labelledby="decision-appeal">
      <h2 class="ds-heading" data-size="sm" id="decision-appeal">
        {say('decision.appealHeading')}
      </h2>
      <AppealWords of={of} level={3} />
    </section>
  );
}

/** The same without its heading; `level` of the heading over an appeal that was made. */
export function AppealWords({ of, level }: { of: Props; level: 3 | 4 }) {
  const say = useSay();
  const { day } = useDates();
  const { appealable, appealTo, basis, lastDay, receivedOn } = of.howToAppeal;
  const name = appealTo?.name ?? of.organisation ?? say('decision.appealToOffice');
  const sentence = () => {
    if (!appealable) {
      return say(of.status === 'in-force' ? 'decision.notAppealable' : 'decision.notInForce');
    }
    return lastDay === undefined || receivedOn === undefined
      ? say('decision.appealUnknown', { appealTo: name })
      : say('decision.appealKnown', {
          appealTo: name,
          lastDay: day(lastDay),
          receivedOn: day(receivedOn),
        });
  };
  return (
    <>
      <p>{sentence()}</p>
      {appealable && lastDay !== undefined && basis === 'read-here' ? (
        <p>{say('decision.appealReadHere')}</p>
      ) : null}
      {appealable && lastDay !== undefined && lastDay < today() ? (
        <p>{say('decision.appealPassed')}</p>
      ) : null}
      {appealable ? (
        <Facts
          of={[
            [
              say('decision.appealAddress'),
              appealTo?.address === undefined ? undefined : (
                <OfficeText>{appealTo.address}</OfficeText>
              ),
            ],
            [
              say('common.email'),
              appealTo?.email === undefined ? undefined : (
                <a class="ds-link" href={`mailto:${appealTo.email}`}>
                  {appealTo.email}
                </a>
              ),
            ],
          ]}
        />
      ) : null}
      <Meaning of="appeal" />
      {of.appeal === undefined ? null : <Made of={of.appeal} level={level} />}
    </>
  );
}

/** An appeal that has come in. */
function Made({ of, level }: { of: NonNullable<Decision['appeal']>; level: 3 | 4 }) {
  const say = useSay();
  const word = useWord();
  const { day } = useDates();
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <>
      <Heading class="ds-heading" data-size="xs">
        {say('decision.theAppeal')}
      </Heading>
      <Facts
        of={[
          [say('decision.appealReceivedOn'), day(of.receivedOn)],
          [say('decision.appealStatus'), word('appealStatus', of.status)],
          [say('decision.appealResult'), word('appealResult', of.result)],
          [
            say('decision.appealDecidedOn'),
            of.decidedOn === undefined ? undefined : day(of.decidedOn),
          ],
          [
            say('decision.appealCourt'),
            of.court === undefined ? undefined : <OfficeText>{of.court}</OfficeText>,
          ],
          [say('decision.appealCaseNumber'), of.courtCaseNumber],
        ]}
      />
    </>
  );
}
