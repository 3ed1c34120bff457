package se.insyn.domain.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of appeal, border by border; the days were looked up in calendars. */
class AppealPeriodTest {

  @ParameterizedTest(name = "got on {0}: {1}")
  @CsvSource({
    // The same weekday three weeks later, over the end of a month, a leap day and summer time.
    "2026-11-20, 2026-12-11",
    "2026-10-12, 2026-11-02",
    "2028-02-08, 2028-02-29",
    "2026-03-10, 2026-03-31",
    // A Saturday or Sunday becomes Monday.
    "2026-11-21, 2026-12-14",
    "2026-11-22, 2026-12-14"
  })
  void itIsTheSameWeekdayThreeWeeksLaterOrMonday(LocalDate received, LocalDate lastDay) {
    assertThat(AppealPeriod.lastDay(received)).isEqualTo(lastDay);
  }

  @ParameterizedTest(name = "{2}, got on {0}: {1}")
  @CsvSource({
    "2026-12-02, 2026-12-23, the day before Christmas Eve",
    "2026-12-03, 2026-12-28, Christmas Eve on a Thursday",
    "2025-12-03, 2025-12-29, Christmas Eve on a Wednesday",
    "2024-12-03, 2024-12-27, Christmas Eve on a Tuesday",
    "2026-12-04, 2026-12-28, Christmas Day on a Friday",
    "2025-12-05, 2025-12-29, Boxing Day on a Friday",
    "2026-12-07, 2026-12-28, the Monday after Christmas",
    "2026-12-10, 2027-01-04, New Year's Eve on a Thursday",
    "2025-12-10, 2026-01-02, New Year's Eve on a Wednesday",
    "2024-12-10, 2025-01-02, New Year's Eve on a Tuesday",
    "2026-12-11, 2027-01-04, New Year's Day on a Friday",
    "2026-12-15, 2027-01-05, the day before Epiphany",
    "2026-12-16, 2027-01-07, Epiphany on a Wednesday",
    "2024-12-16, 2025-01-07, Epiphany on a Monday"
  })
  void christmasMovesIt(LocalDate received, LocalDate lastDay, String what) {
    assertThat(AppealPeriod.lastDay(received)).as(what).isEqualTo(lastDay);
  }

  @ParameterizedTest(name = "{2}, got on {0}: {1}")
  @CsvSource({
    "2026-03-12, 2026-04-02, Maundy Thursday",
    "2026-03-13, 2026-04-07, Good Friday",
    "2026-03-15, 2026-04-07, Easter Sunday",
    "2026-03-16, 2026-04-07, Easter Monday",
    "2026-03-17, 2026-04-07, the Tuesday after Easter",
    "2024-03-08, 2024-04-02, Good Friday in March",
    "2025-03-31, 2025-04-22, Easter Monday late in April",
    "2027-03-08, 2027-03-30, Easter Monday in March",
    "2038-04-05, 2038-04-27, Easter Monday at its latest",
    // Years in which a simpler rule for Easter is a week wrong.
    "2049-03-26, 2049-04-20, Good Friday",
    "2076-03-27, 2076-04-21, Good Friday",
    "2026-04-23, 2026-05-15, Ascension Day",
    "2025-05-08, 2025-05-30, Ascension Day",
    "2008-04-10, 2008-05-02, Ascension Day on 1 May",
    "2026-05-03, 2026-05-25, Whit Sunday",
    "2026-05-04, 2026-05-25, Whit Monday is a weekday"
  })
  void easterMovesIt(LocalDate received, LocalDate lastDay, String what) {
    assertThat(AppealPeriod.lastDay(received)).as(what).isEqualTo(lastDay);
  }

  @ParameterizedTest(name = "{2}, got on {0}: {1}")
  @CsvSource({
    "2026-04-09, 2026-04-30, Walpurgis Night is a weekday",
    "2026-04-10, 2026-05-04, 1 May on a Friday",
    "2024-04-10, 2024-05-02, 1 May on a Wednesday",
    "2026-05-15, 2026-06-05, 5 June",
    "2024-05-16, 2024-06-07, 6 June on a Thursday",
    "2025-05-16, 2025-06-09, 6 June on a Friday",
    "2026-05-16, 2026-06-08, 6 June on a Saturday",
    "2027-05-16, 2027-06-07, 6 June on a Sunday",
    "2026-05-28, 2026-06-18, the day before Midsummer Eve",
    "2026-05-29, 2026-06-22, Midsummer Eve on 19 June",
    "2027-06-04, 2027-06-28, Midsummer Eve on 25 June",
    "2025-05-30, 2025-06-23, Midsummer Eve on 20 June",
    "2026-05-30, 2026-06-22, Midsummer Day",
    "2026-06-05, 2026-06-26, the Friday after Midsummer",
    "2026-10-09, 2026-10-30, the Friday before All Saints' Day",
    "2026-10-10, 2026-11-02, All Saints' Day on 31 October",
    "2027-10-16, 2027-11-08, All Saints' Day on 6 November"
  })
  void otherHolidaysMoveIt(LocalDate received, LocalDate lastDay, String what) {
    assertThat(AppealPeriod.lastDay(received)).as(what).isEqualTo(lastDay);
  }
}
