package se.insyn.decisions;

import java.time.LocalDate;

/**
 * Beslut de senaste 90 dagarna: which days the list of decisions covers, both included, counted in
 * Swedish dates. A decision of exactly 90 days ago is shown; one of 91 is not, nor one of tomorrow.
 */
record RecentDecisions(LocalDate from, LocalDate to) {

  private static final int DAYS = 90;

  static RecentDecisions on(LocalDate today) {
    return new RecentDecisions(today.minusDays(DAYS), today);
  }
}
