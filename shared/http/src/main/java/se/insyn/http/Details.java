package se.insyn.http;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;
import se.insyn.domain.views.ViewedEvent;

/** Facts in full, one at a time. That one was opened is written down before it is shown. */
@Singleton
@Requires(beans = {CaseEvents.class, Cases.class, Openings.class})
public final class Details {

  private final CaseEvents events;
  private final Cases cases;
  private final Openings openings;
  private final Clock clock;

  Details(CaseEvents events, Cases cases, Openings openings, Clock clock) {
    this.events = events;
    this.cases = cases;
    this.openings = openings;
    this.clock = clock;
  }

  /** The fact that an address names, if the viewer sees it; else 404. */
  public SeenEvent seen(Viewer viewer, String caseId, String id) {
    VisibleCase viewed = viewer.visible(caseId).orElseThrow(Problem::notFound);
    return EventId.parse(id)
        .flatMap(known -> events.find(viewed, known))
        .orElseThrow(Problem::notFound);
  }

  /** The same with its links, if it is of a kind that is shown there; else 404. */
  public ViewedEvent find(Viewer viewer, String caseId, String id, Predicate<Kind> shownThere) {
    SeenEvent seen = seen(viewer, caseId, id);
    if (!shownThere.test(seen.event().kind())) {
      throw Problem.notFound();
    }
    ViewedCase of =
        ViewedCase.all(cases, List.of(seen.line().viewed()), Stockholm.today(clock)).stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    return new ViewedEvent(seen, of.onlooker(seen), Links.of(events, seen));
  }

  /** Answers with what is shown of it. To be called last, when nothing else can fail any more. */
  public Map<String, Object> open(Viewer viewer, ViewedEvent event, Shown shown) {
    Line line = event.seen().line();
    openings.opened(viewer, line, clock.instant());
    return shown.members();
  }
}
