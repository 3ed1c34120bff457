import type { EventSummary, Opened } from '../../api/shapes';
import { paths } from '../../app/paths';
import { EventList } from '../../components/EventList/EventList';
import { useSay } from '../../language/language';

/** What it belongs together with. */
export function Linked({ event }: { event: Opened }) {
  const say = useSay();
  const { links } = event;
  // An application shows all that belongs to it by itself.
  const isApplication = event.kind === 'application';
  const related = [
    links.application,
    ...links.decisions,
    ...links.interventions,
    ...links.resourceAllocations,
    ...links.payments,
    ...links.documents,
  ].filter((link): link is EventSummary => link !== undefined);
  const parts: [heading: string, events: EventSummary[]][] = [
    [say('event.replacedBy'), links.replacedBy === undefined ? [] : [links.replacedBy]],
    [say('event.replaces'), links.replaces === undefined ? [] : [links.replaces]],
    [say('event.linked'), isApplication ? [] : related],
  ];
  return (
    <>
      {links.calculation === undefined ? null : (
        <p class="screen-only">
          <a
            class="ds-button"
            data-variant="secondary"
            href={paths.calculation(links.calculation.caseId, links.calculation.id)}
          >
            {say('event.calculation')}
          </a>
        </p>
      )}
      {parts
        .filter(([, events]) => events.length > 0)
        .map(([heading, events]) => (
          <section class="part" key={heading}>
            <h2 class="ds-heading" data-size="sm">
              {heading}
            </h2>
            <EventList events={events} />
          </section>
        ))}
    </>
  );
}
