package se.insyn.domain.accesslog;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.value.Page;

/**
 * Logg: the viewer's own logins and openings, and the pushes of what they can see now. Never what
 * another person did, and nothing of protection.
 */
public interface AccessLog {

  /** So many rows that are not the viewer's to see are passed over before a page is cut short. */
  int MOST_PASSED_OVER = 300;

  /**
   * Newest first. A page ends early, with {@code next}, when 300 rows were passed over on the way.
   *
   * @param after where the page before ended, null for the first
   * @throws se.insyn.domain.events.UnknownCursor when {@code after} is not one of ours
   */
  Page<LogEntry> newestFirst(Viewer viewer, int limit, @Nullable String after);
}
