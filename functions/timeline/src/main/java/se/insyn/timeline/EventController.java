package se.insyn.timeline;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;
import se.insyn.domain.views.ViewedEvent;
import se.insyn.http.Problem;

/**
 * Händelse: one fact in full, as far as it is this viewer's, and what it is linked to. That it was
 * opened is written down before it is shown.
 */
@Controller("/api/cases/{caseId}/events/{id}")
final class EventController {

  private final CaseEvents events;
  private final Cases cases;
  private final Openings openings;
  private final Clock clock;

  EventController(CaseEvents events, Cases cases, Openings openings, Clock clock) {
    this.events = events;
    this.cases = cases;
    this.openings = openings;
    this.clock = clock;
  }

  @Get
  Map<String, Object> one(Viewer viewer, String caseId, String id) {
    VisibleCase viewed = viewer.visible(caseId).orElseThrow(Problem::notFound);
    SeenEvent seen =
        EventId.parse(id)
            .flatMap(known -> events.find(viewed, known))
            .filter(found -> found.event().kind().inTimeline())
            .orElseThrow(Problem::notFound);
    ViewedCase of =
        ViewedCase.all(cases, List.of(viewed), Stockholm.today(clock)).stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    Shown shown = new ViewedEvent(seen, of.onlooker(seen), Links.of(events, seen)).shown(viewer);
    openings.opened(viewer, viewed, seen.line(), clock.instant());
    return shown.members();
  }
}
