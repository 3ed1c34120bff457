package se.insyn.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Code;

/**
 * What the municipality has set about what is shown at all. It hides; what is stored, and what
 * systems push, it leaves alone.
 *
 * @param hiddenKinds the codes of the kinds that are switched off
 * @param protectionFeeds the sources that must say again and again that every protection they know
 *     has been pushed; while one of them is late, its cases are shown to nobody
 * @param withoutMessages the sources whose caseworkers get no messages from here
 */
public record Showing(
    Retention retention,
    Set<String> hiddenKinds,
    Set<Source> protectionFeeds,
    Set<Source> withoutMessages) {

  /** A day, and two hours for a feed that is run once a day. */
  private static final Duration LATE = Duration.ofHours(26);

  /** Half a day, and an hour: somebody can still see to it before its cases are closed. */
  private static final Duration SILENT = Duration.ofHours(13);

  public Showing {
    hiddenKinds = Set.copyOf(hiddenKinds);
    protectionFeeds = Set.copyOf(protectionFeeds);
    withoutMessages = Set.copyOf(withoutMessages);
  }

  /** Whether facts of this kind are not shown in a case that was closed on this day. */
  boolean isHidden(Code kind, @Nullable LocalDate closedOn, LocalDate today) {
    return hiddenKinds.contains(kind.code()) || retention.isOver(kind, closedOn, today);
  }

  /**
   * Whether a feed is late that last was complete as of this time.
   *
   * @param completeAsOf null = it never said so
   */
  public static boolean isLate(@Nullable Instant completeAsOf, Instant now) {
    return isOlder(completeAsOf, LATE, now);
  }

  /** Whether it has said nothing for so long that somebody should look: half of the time it has. */
  public static boolean isSilent(@Nullable Instant completeAsOf, Instant now) {
    return isOlder(completeAsOf, SILENT, now);
  }

  private static boolean isOlder(@Nullable Instant completeAsOf, Duration age, Instant now) {
    return completeAsOf == null || completeAsOf.plus(age).isBefore(now);
  }
}
