package se.insyn.caseworkerapi;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.CitizenKeys;

/** What stands in for the key service and the time. */
@Factory
final class TestBeans {

  /** Noon in Stockholm on the day of the fixtures. */
  static final Instant START = Instant.parse("2026-11-20T11:00:00Z");

  @Singleton
  @Primary
  CitizenKeys keys() {
    return number -> new Citizen("citizen-" + Integer.toHexString(number.digits().hashCode()));
  }

  @Singleton
  @Primary
  Clock clock(SetClock clock) {
    return clock;
  }

  /** A clock that stands unless it is moved. */
  @Singleton
  static final class SetClock extends Clock {

    private Instant now = START;
    private Duration step = Duration.ZERO;

    /** From now on each look at it moves it by this. */
    synchronized void eachLook(Duration by) {
      step = by;
    }

    synchronized void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
      now = now.plus(step);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
