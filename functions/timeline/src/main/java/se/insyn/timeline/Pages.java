package se.insyn.timeline;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.BiFunction;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Page;
import se.insyn.http.OpenSession;
import se.insyn.http.Problem;

/**
 * Answers a list, page by page: {@code {items, next?}}. A page may end at a fact that is for
 * others; so the cursor leaves closed, and only the session that got it opens it again.
 */
@Singleton
final class Pages {

  /** A page has so many unless another number is asked for. */
  static final int LATEST = 10;

  private final CaseEvents events;

  Pages(CaseEvents events) {
    this.events = events;
  }

  Map<String, Object> page(
      Viewer viewer, OpenSession session, EventQuery asked, BiFunction<Line, Viewer, Shown> shown) {
    String given = asked.cursor();
    String place = given == null ? null : SealedCursor.open(session, given);
    String caseId = asked.caseId();
    if (caseId != null && viewer.visible(caseId).isEmpty()) {
      throw Problem.notFound();
    }
    Page<Line> page = events.newestFirst(viewer, asked.after(place));
    String next = page.next();
    return new Shown()
        .put("items", page.items().stream().map(line -> shown.apply(line, viewer)).toList())
        .put("next", next == null ? null : SealedCursor.close(session, next))
        .members();
  }
}
