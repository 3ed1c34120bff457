package se.insyn.domain.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;

/**
 * Utkast: a message that is not sent, under the id that its page chose. Its members are those of
 * the message, as far as they are there. Kept for 30 days after the last change, fifty at most.
 */
public record Draft(EventId id, Instant updatedAt, Map<String, @Nullable Object> members) {

  public static final int MOST = 50;

  private static final Duration KEPT = Duration.ofDays(30);

  /** Until when it is there. */
  public Instant expires() {
    return updatedAt.plus(KEPT);
  }

  /** As the portal shows it. */
  public Shown shown() {
    var shown = new Shown().put("id", id).put("updatedAt", updatedAt);
    members.forEach(shown::put);
    return shown;
  }
}
