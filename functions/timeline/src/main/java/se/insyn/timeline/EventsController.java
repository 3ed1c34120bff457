package se.insyn.timeline;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.LocalDate;
import java.util.Map;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.http.OpenSession;
import se.insyn.http.Problem;
import se.insyn.http.Query;

/** Händelser: what has happened in the citizen's own cases, newest first. */
@Controller("/api/events")
final class EventsController {

  private final Pages pages;

  EventsController(Pages pages) {
    this.pages = pages;
  }

  @Get
  Map<String, Object> list(Viewer viewer, OpenSession session, Query query) {
    return pages.page(viewer, session, query.read(EventsController::asked), Line::summary);
  }

  private static EventQuery asked(Query query) {
    String application = query.text("application");
    LocalDate from = query.date("from");
    LocalDate to = query.date("to");
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.malformed("from must not be after to.");
    }
    return new EventQuery(
        query.code("area", Area.class),
        query.text("case"),
        query.code("kind", Kind.class),
        application == null
            ? null
            : EventId.parse(application)
                .orElseThrow(() -> Problem.malformed("application is not an id.")),
        from,
        to,
        query.limit(Pages.LATEST),
        query.text("cursor"));
  }
}
