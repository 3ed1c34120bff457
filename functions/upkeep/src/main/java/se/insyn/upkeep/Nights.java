package se.insyn.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import se.insyn.domain.value.Stockholm;

/** When something begins that comes every night. */
final class Nights {

  private Nights() {}

  /** The next time that it is this late in Sweden. */
  static Instant next(LocalTime time, Instant now) {
    LocalDate today = Stockholm.day(now);
    Instant first = night(today, time);
    return first.isAfter(now) ? first : night(today.plusDays(1), time);
  }

  private static Instant night(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Stockholm.ZONE).toInstant();
  }
}
