package se.insyn.domain.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.insyn.domain.cases.VisibleCase;

/**
 * The lines that the links of some facts of one case are made of: one batch for all that they name,
 * one query for each application. A fact is never linked to itself.
 */
final class LinkedLines {

  private final CaseEvents events;
  private final VisibleCase viewed;
  private final Map<EventId, Line> named;
  private final Map<EventId, List<Line>> ofApplications = new HashMap<>();
  private boolean complete = true;

  LinkedLines(CaseEvents events, VisibleCase viewed, Collection<SeenEvent> seen) {
    this.events = events;
    this.viewed = viewed;
    Set<EventId> ids =
        seen.stream()
            .flatMap(each -> ids(each.event()).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.named =
        ids.isEmpty()
            ? Map.of()
            : events.lines(viewed, ids).stream()
                .collect(Collectors.toMap(Line::id, Function.identity()));
  }

  /** What the fact names, its application among it. */
  Map<EventId, Line> named(CaseEvent event) {
    return ids(event).stream()
        .flatMap(id -> Stream.ofNullable(named.get(id)))
        .collect(Collectors.toMap(Line::id, Function.identity()));
  }

  private static Set<EventId> ids(CaseEvent event) {
    var ids = new LinkedHashSet<>(event.references().values());
    EventId applicationId = event.fact().applicationId();
    if (applicationId != null) {
      ids.add(applicationId);
    }
    ids.remove(event.fact().id());
    return ids;
  }

  /** What hangs under the fact. */
  List<Line> under(CaseEvent event) {
    return others(event, read(events.under(viewed, event.fact().id())));
  }

  /** What belongs to an application. */
  List<Line> ofApplication(CaseEvent event, EventId application) {
    return others(
        event,
        ofApplications.computeIfAbsent(application, id -> read(events.ofApplication(viewed, id))));
  }

  /** Whether no list has been so long that there may be more. */
  boolean areComplete() {
    return complete;
  }

  private List<Line> read(List<Line> lines) {
    complete &= lines.size() < CaseEvents.MOST_LINKED;
    return lines;
  }

  private static List<Line> others(CaseEvent event, List<Line> lines) {
    return lines.stream().filter(line -> !line.id().equals(event.fact().id())).toList();
  }
}
