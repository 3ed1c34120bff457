package se.insyn.notifications;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** No more people a second than the providers, and the municipality's phones, can bear. */
@Singleton
final class Pace {

  private final Duration gap;
  private final Clock clock;
  private final Waiting waiting;
  private Instant next = Instant.EPOCH;

  Pace(@Property(name = "notices.per.second") int perSecond, Clock clock, Waiting waiting) {
    this.gap = Duration.ofSeconds(1).dividedBy(perSecond);
    this.clock = clock;
    this.waiting = waiting;
  }

  /** Returns when it is the next one's turn. */
  synchronized void keep() {
    Instant now = clock.instant();
    if (next.isAfter(now)) {
      waiting.until(next);
      now = next;
    }
    next = now.plus(gap);
  }
}
