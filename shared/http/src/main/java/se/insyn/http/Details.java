package se.insyn.http;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;
import se.insyn.domain.views.ViewedEvents;

/** Facts in full, one at a time. That one was opened is written down before it is shown. */
@Singleton
@Requires(beans = {CaseEvents.class, Cases.class, Openings.class})
public final class Details {

  private final CaseEvents events;
  private final Cases cases;
  private final Openings openings;
  private final ViewedEvents full;
  private final Clock clock;

  Details(CaseEvents events, Cases cases, Openings openings, Clock clock) {
    this.events = events;
    this.cases = cases;
    this.openings = openings;
    this.full = new ViewedEvents(events, openings);
    this.clock = clock;
  }

  /** The fact that an address names, if the viewer sees it; else 404. */
  public SeenEvent seen(Viewer viewer, String caseId, String id) {
    VisibleCase viewed = viewer.visible(caseId).orElseThrow(Problem::notFound);
    return EventId.parse(id)
        .flatMap(known -> events.find(viewed, known))
        .orElseThrow(Problem::notFound);
  }

  /** Answers with all that is shown of it, if it is of a kind that is shown there; else 404. */
  public Map<String, Object> open(
      Viewer viewer, String caseId, String id, Predicate<Kind> shownThere) {
    SeenEvent seen = seen(viewer, caseId, id);
    if (!shownThere.test(seen.event().kind())) {
      throw Problem.notFound();
    }
    ViewedCase of =
        ViewedCase.all(cases, List.of(seen.line().viewed()), Stockholm.today(clock)).stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    // What is written down next is an opening too: the day of it may be the day they got it.
    Instant now = clock.instant();
    Map<String, Object> shown =
        full.of(viewer, of, List.of(seen), now).getFirst().shown(viewer).members();
    openings.opened(viewer, seen.line(), now);
    return shown;
  }
}
