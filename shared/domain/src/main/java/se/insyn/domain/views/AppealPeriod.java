package se.insyn.domain.views;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Överklagandetid: three weeks from the day on which the person got the decision (förvaltningslagen
 * 2017:900, 44 §), so the last day is the same weekday (lagen 1930:173 om beräkning av lagstadgad
 * tid, 1 §). When that is a Saturday, a Sunday, another public holiday (lagen 1989:253 om allmänna
 * helgdagar), midsummer, Christmas or New Year's eve, it is the next weekday (1930:173, 2 §).
 */
final class AppealPeriod {

  private static final int WEEKS = 3;

  /** Nyårsdagen, trettondagen, första maj, nationaldagen, jul and the two eves. */
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(Month.JANUARY, 1),
          MonthDay.of(Month.JANUARY, 6),
          MonthDay.of(Month.MAY, 1),
          MonthDay.of(Month.JUNE, 6),
          MonthDay.of(Month.DECEMBER, 24),
          MonthDay.of(Month.DECEMBER, 25),
          MonthDay.of(Month.DECEMBER, 26),
          MonthDay.of(Month.DECEMBER, 31));

  /** Långfredagen, annandag påsk, Kristi himmelsfärdsdag: days from Easter Sunday. */
  private static final Set<Integer> OF_EASTER = Set.of(-2, 1, 39);

  private AppealPeriod() {}

  /** The last day on which an appeal must have come in. */
  static LocalDate lastDay(LocalDate received) {
    LocalDate day = received.plusWeeks(WEEKS);
    while (isOff(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Påskdagen, pingstdagen, midsommardagen and alla helgons dag are days of a weekend anyway. */
  private static boolean isOff(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || FIXED.contains(MonthDay.from(day))
        || OF_EASTER.stream().anyMatch(days -> easter(day.getYear()).plusDays(days).equals(day))
        || day.equals(midsummerEve(day.getYear()));
  }

  /** The Friday before the Saturday between 20 and 26 June. */
  private static LocalDate midsummerEve(int year) {
    return LocalDate.of(year, Month.JUNE, 19).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
  }

  /**
   * Påskdagen. The letters are those of J. Meeus, Astronomical Algorithms, chapter 8, where it
   * holds for every year of the Gregorian calendar.
   */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (b - (b + 8) / 25 + 1) / 3;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int monthAndDay = h + l - 7 * m + 114;
    return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
  }
}
