package se.insyn.profile;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Shown;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.value.Stockholm;
import se.insyn.http.Problem;
import se.insyn.s3.S3Addresses;

/** Utdrag: everything that the citizen sees here, ordered and then fetched as one file. */
@Controller("/api/exports")
final class ExportsController {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String ZIP = "application/zip";
  private static final String SAVED = "attachment; filename=\"insyn.zip\"";

  private final Exports exports;
  private final SeenAgain seenAgain;
  private final S3Addresses addresses;
  private final Clock clock;

  ExportsController(Exports exports, SeenAgain seenAgain, S3Addresses addresses, Clock clock) {
    this.exports = exports;
    this.seenAgain = seenAgain;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Post
  @Status(HttpStatus.ACCEPTED)
  Map<String, Object> order(Viewer viewer) {
    Instant now = clock.instant();
    Export export = exports.order(viewer, now).orElseThrow(() -> usedUp(now));
    return new Shown().put("id", export.id()).members();
  }

  private static Problem usedUp(Instant now) {
    return Problem.of(429, "too-many-exports", "No more exports today", null)
        .with("Retry-After", Long.toString(Stockholm.untilNextDay(now).toSeconds() + 1));
  }

  /** That the address is given is written down before it is. */
  @Get("/{id}")
  HttpResponse<?> fetch(Viewer viewer, String id) {
    Instant now = clock.instant();
    Export export =
        Optional.of(id)
            .filter(given -> ID.matcher(given).matches())
            .flatMap(given -> exports.find(viewer, given))
            .filter(found -> !found.isOver(now))
            .orElseThrow(Problem::notFound);
    Export.Content content = export.content();
    if (content == null) {
      return HttpResponse.ok(new Shown().put("state", export.state()).members());
    }
    List<Held> held = exports.held(viewer, export, content).orElseThrow(Problem::notFound);
    if (!seenAgain.isAll(viewer, held)) {
      throw Problem.notFound();
    }
    URI address = addresses.of(content.place(), ZIP, SAVED);
    exports.opened(viewer, export, now);
    return HttpResponse.seeOther(address);
  }
}
