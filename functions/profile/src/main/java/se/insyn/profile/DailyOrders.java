package se.insyn.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import se.insyn.domain.value.Stockholm;

/**
 * How often somebody may order an export: five times a day in Sweden. Each reads all that they can
 * see, so nobody may do it without end; and what closed an export, a correction say, must not keep
 * them from having another the same day.
 */
final class DailyOrders {

  static final long MOST = 5;

  private DailyOrders() {}

  static boolean areUsedUp(long ordered) {
    return ordered >= MOST;
  }

  /** How long until the next day begins. */
  static Duration untilNext(Instant now) {
    LocalDate tomorrow = Stockholm.day(now).plusDays(1);
    return Duration.between(now, tomorrow.atStartOfDay(Stockholm.ZONE));
  }
}
