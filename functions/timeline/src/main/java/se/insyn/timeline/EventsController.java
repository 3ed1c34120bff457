package se.insyn.timeline;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.http.OpenSession;
import se.insyn.http.Pages;
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
    return Pages.answer(
        pages
            .page(viewer, session, query.read(EventsController::asked))
            .map(line -> line.summary(viewer)));
  }

  private static EventQuery asked(Query query) {
    String application = query.text("application");
    return new EventQuery(
        query.code("area", Area.class),
        query.text("case"),
        query.code("kind", Kind.class),
        application == null
            ? null
            : EventId.parse(application)
                .orElseThrow(() -> Problem.malformed("application is not an id.")),
        query.date("from"),
        query.date("to"),
        query.limit(Pages.LATEST),
        query.text("cursor"));
  }
}
