package se.insyn.timeline;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Appointment;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;
import se.insyn.http.Details;
import se.insyn.http.Problem;

/** Kallelse, to be added to the citizen's own calendar. */
@Controller("/api/cases/{caseId}/events/{id}/calendar")
final class CalendarController {

  private final Details details;
  private final Openings openings;
  private final Clock clock;

  CalendarController(Details details, Openings openings, Clock clock) {
    this.details = details;
    this.openings = openings;
    this.clock = clock;
  }

  @Get
  HttpResponse<byte[]> one(Viewer viewer, String caseId, String id) {
    SeenEvent seen = details.seen(viewer, caseId, id);
    if (!(seen.event() instanceof Appointment appointment)) {
      throw Problem.notFound();
    }
    byte[] file = CalendarFile.of(seen.line(), appointment).getBytes(StandardCharsets.UTF_8);
    openings.opened(viewer, seen.line(), clock.instant());
    return HttpResponse.ok(file)
        .header("Content-Type", "text/calendar; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"mote.ics\"");
  }
}
