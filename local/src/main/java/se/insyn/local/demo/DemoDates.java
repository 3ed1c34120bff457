package se.insyn.local.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the demo's dates, which are relative to the day of its first start.
 *
 * <p>{@code {{T-9}}} is a date, {@code {{T+6 10:00}}} the UTC instant of that Stockholm time,
 * {@code {{B0}}} the month of five days after that day, {@code {{B-1 first}}} and {@code {{B-1
 * last}}} the days of the month before it.
 *
 * @param day the day of the first start, in Stockholm
 */
public record DemoDates(LocalDate day) {
  public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private static final int DAYS_TO_PAYMENT = 5;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");
  private static final Pattern KNOWN =
      Pattern.compile(
          "T(?<days>[+-]\\d{1,4})?( (?<time>\\d\\d:\\d\\d))?"
              + "|B(?<months>0|[+-]\\d{1,2})( (?<end>first|last))?");

  /** The text with a date for each placeholder. */
  public String in(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(this::written);
  }

  private String written(MatchResult placeholder) {
    var known = KNOWN.matcher(placeholder.group(1));
    if (!known.matches()) {
      throw new IllegalArgumentException("no placeholder: " + placeholder.group());
    }
    var months = known.group("months");
    if (months != null) {
      return month(Integer.parseInt(months), known.group("end"));
    }
    var days = known.group("days");
    var date = day.plusDays(days == null ? 0 : Integer.parseInt(days));
    var time = known.group("time");
    return time == null
        ? date.toString()
        : date.atTime(LocalTime.parse(time)).atZone(STOCKHOLM).toInstant().toString();
  }

  private String month(int months, @org.jspecify.annotations.Nullable String end) {
    var month = YearMonth.from(day.plusDays(DAYS_TO_PAYMENT)).plusMonths(months);
    if (end == null) {
      return month.toString();
    }
    return (end.equals("first") ? month.atDay(1) : month.atEndOfMonth()).toString();
  }
}
