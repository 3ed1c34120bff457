package se.insyn.messages;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.messages.Draft;
import se.insyn.http.JsonBody;
import se.insyn.http.Problem;

/** Utkast: what the viewer has begun to write. It outlives the session, and nobody else sees it. */
@Controller("/api/drafts")
final class DraftsController {

  private final DynamoDrafts drafts;
  private final Clock clock;

  DraftsController(DynamoDrafts drafts, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  @Get
  Map<String, Object> list(Viewer viewer) {
    List<Shown> items =
        drafts.all(viewer, clock.instant()).stream()
            .sorted(Comparator.comparing(Draft::updatedAt).reversed())
            .map(Draft::shown)
            .toList();
    return new Shown().put("items", items).members();
  }

  @Get("/{id}")
  Map<String, Object> one(Viewer viewer, String id) {
    return drafts
        .find(viewer, named(id), clock.instant())
        .orElseThrow(Problem::notFound)
        .shown()
        .members();
  }

  @Put("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void keep(Viewer viewer, JsonBody body, String id) {
    Instant now = clock.instant();
    EventId named = named(id);
    var draft = new Draft(named, now, body.read(DraftBody::members));
    boolean isMore =
        drafts.all(viewer, now).stream().filter(each -> !each.id().equals(named)).count()
            >= Draft.MOST;
    if (isMore) {
      throw new InvalidMembers("", "there are " + Draft.MOST + " drafts already");
    }
    drafts.put(viewer, draft);
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void forget(Viewer viewer, String id) {
    drafts.delete(viewer, named(id));
  }

  private static EventId named(String id) {
    return EventId.parse(id).orElseThrow(Problem::notFound);
  }
}
