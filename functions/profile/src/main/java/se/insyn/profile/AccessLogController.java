package se.insyn.profile;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.accesslog.AccessLog;
import se.insyn.domain.accesslog.LogEntry;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.value.Page;
import se.insyn.http.OpenSession;
import se.insyn.http.Pages;
import se.insyn.http.Query;
import se.insyn.http.SealedCursor;

/** Min logg: when the citizen logged in, what they opened, and what was pushed of theirs. */
@Controller("/api/access-log")
final class AccessLogController {

  private final AccessLog log;

  AccessLogController(AccessLog log) {
    this.log = log;
  }

  @Get
  Map<String, Object> list(Viewer viewer, OpenSession session, Query query) {
    Asked asked = query.read(Asked::of);
    String after = asked.cursor() == null ? null : SealedCursor.open(session, asked.cursor());
    Page<LogEntry> page = log.newestFirst(viewer, asked.limit(), after);
    String next = page.next() == null ? null : SealedCursor.close(session, page.next());
    return Pages.answer(new Page<>(page.items().stream().map(LogEntry::shown).toList(), next));
  }

  private record Asked(int limit, @Nullable String cursor) {

    static Asked of(Query query) {
      return new Asked(query.limit(Pages.LATEST), query.text("cursor"));
    }
  }
}
