package se.insyn.domain.messages;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.value.Page;

/**
 * Trådar: what a viewer and their caseworkers have written to each other, in cases that are visible
 * now; read consistently. They stay with the number that the person had when they began, and are
 * found under the present one and those before it.
 */
public interface Threads {

  /** A page ends early, with {@code next}, after so many threads that the viewer may not see. */
  int MOST_PASSED_OVER = 300;

  /**
   * Newest activity first. One query for each number that the person has had.
   *
   * @throws se.insyn.domain.events.UnknownCursor when the cursor is not one of ours
   */
  Page<SeenThread> newestFirst(Viewer viewer, int limit, @Nullable String after);

  /** The viewer's own thread with this id; one batch of reads. */
  Optional<SeenThread> find(Viewer viewer, String id);

  /**
   * The messages of a thread, newest first. One query.
   *
   * @throws se.insyn.domain.events.UnknownCursor when the cursor is not one of ours
   */
  Page<SeenMessage> newest(Viewer viewer, SeenThread thread, int limit, @Nullable String after);

  /** One message of a thread; one read. */
  Optional<SeenMessage> message(Viewer viewer, SeenThread thread, EventId id);

  /**
   * Every message that the viewer may see, by case, with when this version of it came. Reads all of
   * them, so it is not for pages that somebody waits for often.
   */
  Map<CaseId, Map<EventId, Instant>> all(Viewer viewer);

  /** What the viewer has not read yet. One query for each number that the person has had. */
  Unread unread(Viewer viewer);

  /** How many messages of a thread the viewer has not read yet, as far as they are counted. */
  int unread(Viewer viewer, SeenThread thread);
}
