import type { Appointment } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';

/** Kallelse: when, where, with whom; for one's own calendar too. */
export function AppointmentDetail({ of }: { of: Appointment }) {
  const say = useSay();
  const word = useWord();
  const { dayOf, time } = useDates();
  const when = { day: dayOf(of.startsAt), from: time(of.startsAt) };
  return (
    <>
      {of.cancelled ? (
        <p class="ds-alert" data-color="warning">
          {say('appointment.cancelled')}
        </p>
      ) : null}
      <Facts
        of={[
          [
            say('appointment.when'),
            of.endsAt === undefined
              ? say('appointment.time', when)
              : say('appointment.timeTo', { ...when, to: time(of.endsAt) }),
          ],
          [say('appointment.form'), word('form', of.form)],
          [
            say('appointment.place'),
            of.place === undefined ? undefined : <OfficeText>{of.place}</OfficeText>,
          ],
          [
            say('appointment.with'),
            of.with === undefined ? undefined : <OfficeText>{of.with}</OfficeText>,
          ],
        ]}
      />
      {of.cancelled ? null : (
        <p class="document-file screen-only">
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/api/cases/${encodeURIComponent(of.caseId)}/events/${encodeURIComponent(of.id)}/calendar`}
            download
          >
            {say('appointment.calendar')}
          </a>
          <span class="small">{say('appointment.calendarHint')}</span>
        </p>
      )}
    </>
  );
}
