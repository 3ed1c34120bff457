package se.insyn.timeline;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.http.OpenSession;
import se.insyn.http.Pages;
import se.insyn.http.Query;

/** Ansökningar: what the citizen has asked for, newest first. */
@Controller("/api/applications")
final class ApplicationsController {

  private final Pages pages;

  ApplicationsController(Pages pages) {
    this.pages = pages;
  }

  @Get
  Map<String, Object> list(Viewer viewer, OpenSession session, Query query) {
    return Pages.answer(
        pages
            .page(viewer, session, query.read(ApplicationsController::asked))
            .map(line -> line.listedFor(viewer)));
  }

  private static EventQuery asked(Query query) {
    return new EventQuery(
        query.code("area", Area.class),
        query.text("case"),
        Kind.APPLICATION,
        null,
        null,
        null,
        query.limit(Pages.LATEST),
        query.text("cursor"));
  }
}
