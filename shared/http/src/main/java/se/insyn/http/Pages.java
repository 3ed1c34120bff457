package se.insyn.http;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Page;

/**
 * Lists of facts, page by page. A page may end at a fact that is for others; so the cursor leaves
 * closed, and only the session that got it opens it again.
 */
@Singleton
@Requires(beans = CaseEvents.class)
public final class Pages {

  /** A page has so many unless another number is asked for. */
  public static final int LATEST = 10;

  private final CaseEvents events;

  Pages(CaseEvents events) {
    this.events = events;
  }

  /**
   * The page that is asked for. A case that the viewer does not see is 404, a period that ends
   * before it begins 400.
   */
  public Page<Line> page(Viewer viewer, OpenSession session, EventQuery asked) {
    LocalDate from = asked.from();
    LocalDate to = asked.to();
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.malformed("from must not be after to.");
    }
    String given = asked.cursor();
    String place = given == null ? null : SealedCursor.open(session, given);
    String caseId = asked.caseId();
    if (caseId != null && viewer.visible(caseId).isEmpty()) {
      throw Problem.notFound();
    }
    return SealedCursor.close(session, events.newestFirst(viewer, asked.after(place)));
  }

  /** A page as it is answered: {@code {items, next?}}. */
  public static Map<String, Object> answer(Page<Shown> page) {
    return new Shown().put("items", page.items()).put("next", page.next()).members();
  }
}
