package se.insyn.domain.outbox;

import java.time.Duration;
import java.time.Instant;

/** How long something may wait in an outbox before somebody must look: a day. */
public final class OutboxPatience {

  private static final Duration LONGEST = Duration.ofDays(1);

  private OutboxPatience() {}

  public static boolean isOver(OutboxId oldest, Instant now) {
    return oldest.time().plus(LONGEST).isBefore(now);
  }
}
