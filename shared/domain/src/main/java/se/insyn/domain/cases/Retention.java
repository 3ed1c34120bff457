package se.insyn.domain.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Code;

/**
 * Gallring: for how many days after its closing a case is shown, and each kind of fact in it; the
 * last of them is still a day on which it is. The caseworker system is the archive: what has left
 * here is kept there.
 */
public final class Retention {

  private static final String CASE = "case";
  private static final int DAYS_TO_TAKE_BACK = 7;

  private final Map<String, Long> days;

  private Retention(Map<String, Long> days) {
    this.days = Map.copyOf(days);
  }

  /**
   * Reads what the municipality has set, such as {@code case=730,document=365}: days for the case,
   * which are those of every kind that is not named; no kind outlives the case.
   *
   * @throws IllegalArgumentException when it is none, or says nothing of the case
   */
  public static Retention of(String setting) {
    var days = new HashMap<String, Long>();
    for (String part : setting.split(",", -1)) {
      String[] pair = part.strip().split("=", -1);
      if (pair.length != 2
          || !pair[1].matches("[0-9]{1,5}")
          || days.put(pair[0], Long.parseLong(pair[1])) != null) {
        throw new IllegalArgumentException("no retention: " + setting);
      }
    }
    if (!days.containsKey(CASE)) {
      throw new IllegalArgumentException("no retention of a case: " + setting);
    }
    return new Retention(days);
  }

  /** The kinds that are named, to be held against those that there are. */
  public List<String> kinds() {
    return days.keySet().stream().filter(name -> !name.equals(CASE)).sorted().toList();
  }

  /** Whether a case that was closed on this day has left; an open one never has. */
  public boolean isOver(@Nullable LocalDate closedOn, LocalDate today) {
    return isOver(daysOfCase(), closedOn, today);
  }

  /** Whether the facts of this kind have left it. */
  public boolean isOver(Code kind, @Nullable LocalDate closedOn, LocalDate today) {
    return isOver(
        Math.min(daysOfCase(), days.getOrDefault(kind.code(), daysOfCase())), closedOn, today);
  }

  /** The next day on which something of a case that was closed on this day will have left. */
  public LocalDate nextEnd(LocalDate closedOn, LocalDate today) {
    return days.values().stream()
        .map(each -> closedOn.plusDays(Math.min(each, daysOfCase()) + 1))
        .filter(day -> day.isAfter(today))
        .min(Comparator.naturalOrder())
        .orElse(today.plusDays(1));
  }

  /**
   * The first day on which anything may be removed of a case that was last pushed on this one. What
   * is over is hidden at once; until then a day of closing that was wrong can be taken back.
   */
  public static LocalDate firstRemoval(LocalDate pushedOn) {
    return pushedOn.plusDays(DAYS_TO_TAKE_BACK);
  }

  private long daysOfCase() {
    return days.getOrDefault(CASE, 0L);
  }

  private static boolean isOver(long days, @Nullable LocalDate closedOn, LocalDate today) {
    return closedOn != null && closedOn.plusDays(days).isBefore(today);
  }
}
