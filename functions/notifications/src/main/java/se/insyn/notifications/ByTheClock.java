package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits as long as it takes; whoever wakes it early is not heard. */
@Singleton
final class ByTheClock implements Waiting {

  private final Clock clock;

  ByTheClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void until(Instant then) {
    for (Instant now = clock.instant(); now.isBefore(then); now = clock.instant()) {
      LockSupport.parkNanos(Duration.between(now, then).toNanos());
    }
  }
}
