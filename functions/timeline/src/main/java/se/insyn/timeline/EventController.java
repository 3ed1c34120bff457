package se.insyn.timeline;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Kind;
import se.insyn.http.Details;

/** Händelse: one fact in full, as far as it is this viewer's, and what it is linked to. */
@Controller("/api/cases/{caseId}/events/{id}")
final class EventController {

  private final Details details;

  EventController(Details details) {
    this.details = details;
  }

  @Get
  Map<String, Object> one(Viewer viewer, String caseId, String id) {
    return details.open(viewer, caseId, id, Kind::inTimeline);
  }
}
