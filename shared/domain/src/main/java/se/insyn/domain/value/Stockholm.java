package se.insyn.domain.value;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are counted in Sweden, wherever the clock stands. */
public final class Stockholm {

  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private Stockholm() {}

  public static LocalDate today(Clock clock) {
    return day(clock.instant());
  }

  /** The day in Sweden at this instant. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** How long it is until the next day begins. */
  public static Duration untilNextDay(Instant instant) {
    return Duration.between(instant, day(instant).plusDays(1).atStartOfDay(ZONE));
  }
}
