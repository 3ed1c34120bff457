package se.insyn.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.value.Stockholm;

/** The 90 days, border by border. */
class RecentDecisionsTest {

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    // An ordinary day; the day after a year has ended.
    "2026-11-20T09:00:00Z, 2026-08-22, 2026-11-20",
    "2027-01-01T09:00:00Z, 2026-10-03, 2027-01-01",
    // Midnight in Stockholm, in winter an hour before and in summer two hours before that of UTC.
    "2026-11-20T22:59:59.999999999Z, 2026-08-22, 2026-11-20",
    "2026-11-20T23:00:00Z, 2026-08-23, 2026-11-21",
    "2026-07-01T21:59:59.999999999Z, 2026-04-02, 2026-07-01",
    "2026-07-01T22:00:00Z, 2026-04-03, 2026-07-02",
    // Summer time begins on 29 March and ends on 25 October: days are counted, never hours.
    "2026-03-28T22:59:59Z, 2025-12-28, 2026-03-28",
    "2026-03-28T23:00:00Z, 2025-12-29, 2026-03-29",
    "2026-03-29T21:59:59Z, 2025-12-29, 2026-03-29",
    "2026-03-29T22:00:00Z, 2025-12-30, 2026-03-30",
    "2026-10-24T21:59:59Z, 2026-07-26, 2026-10-24",
    "2026-10-24T22:00:00Z, 2026-07-27, 2026-10-25",
    "2026-10-25T22:59:59Z, 2026-07-27, 2026-10-25",
    "2026-10-25T23:00:00Z, 2026-07-28, 2026-10-26",
    // Leap days: the first day, the last day, in between, and the year without one.
    "2028-02-29T12:00:00Z, 2027-12-01, 2028-02-29",
    "2028-05-29T12:00:00Z, 2028-02-29, 2028-05-29",
    "2028-05-30T12:00:00Z, 2028-03-01, 2028-05-30",
    "2027-05-30T12:00:00Z, 2027-03-01, 2027-05-30",
    "2027-05-29T12:00:00Z, 2027-02-28, 2027-05-29"
  })
  void theyAreNinetyDaysAndTheDayItself(Instant now, LocalDate from, LocalDate to) {
    assertThat(RecentDecisions.on(Stockholm.day(now))).isEqualTo(new RecentDecisions(from, to));
  }
}
