package se.insyn.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import se.insyn.domain.value.Stockholm;

/**
 * How many codes are sent: to one person three in any hour and five on a day in Sweden, to one
 * address three on a day whoever asks. So nobody can be flooded through us, and no number earns
 * anything by being sent to.
 */
final class CodeQuota {

  private static final int MOST_AN_HOUR = 3;
  private static final int MOST_A_DAY = 5;
  private static final int MOST_TO_ONE_ADDRESS = 3;
  private static final Duration HOUR = Duration.ofHours(1);

  private CodeQuota() {}

  /** Whether the person cannot have so many more, after those that were sent at these times. */
  static boolean isPersonOver(List<Instant> sent, int more, Instant now) {
    return count(sent, isInHour(now)) + more > MOST_AN_HOUR
        || count(sent, isToday(now)) + more > MOST_A_DAY;
  }

  /** Whether no more is sent to the address that got some at these times. */
  static boolean isAddressOver(List<Instant> sent, Instant now) {
    return count(sent, isToday(now)) >= MOST_TO_ONE_ADDRESS;
  }

  /** Those of the times that still count for something. */
  static List<Instant> counting(List<Instant> sent, Instant now) {
    return sent.stream().filter(isInHour(now).or(isToday(now))).toList();
  }

  private static long count(List<Instant> sent, Predicate<Instant> which) {
    return sent.stream().filter(which).count();
  }

  private static Predicate<Instant> isInHour(Instant now) {
    Instant since = now.minus(HOUR);
    return at -> at.isAfter(since);
  }

  private static Predicate<Instant> isToday(Instant now) {
    LocalDate today = Stockholm.day(now);
    return at -> !Stockholm.day(at).isBefore(today);
  }
}
