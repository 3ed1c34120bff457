package se.insyn.profile;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.exports.Held;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;

/**
 * Whether the viewer still sees all that an export holds. Reads the lists again that it was made
 * of: one batch for the cases, one query for each and one for the messages, page by page.
 */
@Singleton
final class SeenAgain {

  private final Cases cases;
  private final CaseEvents events;
  private final Threads threads;
  private final Clock clock;

  SeenAgain(Cases cases, CaseEvents events, Threads threads, Clock clock) {
    this.cases = cases;
    this.events = events;
    this.threads = threads;
    this.clock = clock;
  }

  boolean isAll(Viewer viewer, List<Held> held) {
    var visible = new ArrayList<VisibleCase>();
    for (CaseId id : held.stream().map(Held::caseId).distinct().toList()) {
      var found = viewer.visible(id.value());
      if (found.isEmpty()) {
        return false;
      }
      visible.add(found.get());
    }
    Map<CaseId, ViewedCase> viewed = new HashMap<>();
    Map<CaseId, List<Line>> lines = new HashMap<>();
    for (ViewedCase each : ViewedCase.all(cases, visible, Stockholm.today(clock))) {
      viewed.put(each.stored().id(), each);
      lines.put(each.stored().id(), events.all(each.viewed()));
    }
    Map<CaseId, Map<EventId, Instant>> messages = threads.all(viewer);
    return held.stream()
        .allMatch(
            part -> {
              ViewedCase of = viewed.get(part.caseId());
              return of != null
                  && part.isStillSeen(
                      of,
                      lines.getOrDefault(part.caseId(), List.of()),
                      messages.getOrDefault(part.caseId(), Map.of()));
            });
  }
}
