package se.insyn.profile;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.accesslog.AccessLog;
import se.insyn.domain.accesslog.LogEntry;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.value.Page;
import se.insyn.http.AskedPage;
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
    AskedPage asked = AskedPage.of(query, session, Pages.LATEST);
    Page<LogEntry> page = log.newestFirst(viewer, asked.limit(), asked.after());
    return Pages.answer(SealedCursor.close(session, page).map(LogEntry::shown));
  }
}
