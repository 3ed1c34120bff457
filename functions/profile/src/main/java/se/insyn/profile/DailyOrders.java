package se.insyn.profile;

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
}
