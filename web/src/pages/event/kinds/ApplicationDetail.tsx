import type { Application, EventSummary } from '../../../api/shapes';
import { Empty } from '../../../components/Empty/Empty';
import { EventList } from '../../../components/EventList/EventList';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { Paged } from '../../../components/Paged/Paged';
import { colourOf, Tag } from '../../../components/Tag/Tag';
import { money, useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';

/** Ansökan: what was applied for, and everything that belongs to it. */
export function ApplicationDetail({ of }: { of: Application }) {
  const say = useSay();
  const word = useWord();
  const { period } = useDates();
  const status = word('applicationStatus', of.status);
  return (
    <>
      <Facts
        of={[
          [
            say('event.status'),
            status === undefined ? undefined : <Tag colour={colourOf(of.status)}>{status}</Tag>,
          ],
          [say('event.period'), of.period === undefined ? undefined : period(of.period)],
        ]}
      />
      {of.appliedFor === undefined ? null : (
        <section class="part" aria-labelledby="application-applied">
          <h2 class="ds-heading" data-size="sm" id="application-applied">
            {say('application.applied')}
          </h2>
          <ul class="rows">
            {of.appliedFor.map(({ purpose, amountOre }, at) => (
              <li class="row" key={at}>
                <span class="row-head">
                  <OfficeText>{purpose}</OfficeText>
                  {amountOre === undefined ? null : <span>{money(amountOre)}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="part" aria-labelledby="application-events">
        <h2 class="ds-heading" data-size="sm" id="application-events">
          {say('application.events')}
        </h2>
        <Paged<EventSummary>
          path="/api/events"
          query={{ case: of.caseId, application: of.id }}
          empty={<Empty>{say('events.none')}</Empty>}
          shown={(count) => say.counted('events.shown', count)}
        >
          {(events) => <EventList events={events} />}
        </Paged>
      </section>
    </>
  );
}
