package se.insyn.domain.exports;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Code;

/**
 * Utdrag: a ZIP with all that a citizen sees, ordered by them, there for 24 hours.
 *
 * @param content null until it is ready
 */
public record Export(String id, State state, Instant orderedAt, @Nullable Content content) {

  /** For so long after it was ordered. */
  public static final Duration LIFETIME = Duration.ofHours(24);

  /** So many attempts at building it, then it has failed. */
  public static final int MOST_ATTEMPTS = 3;

  /**
   * What was built.
   *
   * @param place where its bytes lie
   * @param attempt the one that built it
   * @param parts in how many parts it is kept what it holds
   */
  public record Content(String place, long attempt, long parts) {}

  /** An export that has just been ordered. */
  public static Export ordered(String id, Instant at) {
    return new Export(id, State.BUILDING, at, null);
  }

  /** How far it has come. */
  public enum State implements Code {
    BUILDING("building"),
    READY("ready"),
    FAILED("failed");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(orderedAt.plus(LIFETIME));
  }
}
