package se.insyn.decisions;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.value.Stockholm;

/** Beslut: those of the last 90 days, with what was paid and how to appeal. */
@Controller("/api/decisions")
final class DecisionsController {

  private final ListedDecisions decisions;
  private final Clock clock;

  DecisionsController(ListedDecisions decisions, Clock clock) {
    this.decisions = decisions;
    this.clock = clock;
  }

  @Get
  Map<String, Object> list(Viewer viewer) {
    return decisions.shown(viewer, RecentDecisions.on(Stockholm.today(clock))).members();
  }
}
