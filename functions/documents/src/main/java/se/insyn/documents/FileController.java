package se.insyn.documents;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.time.Clock;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Document;
import se.insyn.domain.events.Files;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;
import se.insyn.http.Details;
import se.insyn.http.Problem;

/**
 * The file of a document: the browser is sent on to where the bytes lie, for a minute. The address
 * needs no login, so whoever was given one is written down before it leaves.
 */
@Controller("/api/cases/{caseId}/documents/{id}/file")
final class FileController {

  private final Details details;
  private final Files files;
  private final Openings openings;
  private final Clock clock;

  FileController(Details details, Files files, Openings openings, Clock clock) {
    this.details = details;
    this.files = files;
    this.openings = openings;
    this.clock = clock;
  }

  @Get
  HttpResponse<?> file(Viewer viewer, String caseId, String id) {
    SeenEvent seen = details.seen(viewer, caseId, id);
    if (!(seen.event() instanceof Document document) || document.file() == null) {
      throw Problem.notFound();
    }
    Line line = seen.line();
    URI address = files.address(line.viewed(), line.id(), document.file(), document.title());
    openings.openedFile(viewer, line, clock.instant());
    return HttpResponse.seeOther(address);
  }
}
