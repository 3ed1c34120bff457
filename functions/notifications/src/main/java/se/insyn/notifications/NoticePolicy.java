package se.insyn.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.value.Stockholm;

/**
 * When a notice may go out: where the citizen wants it and has confirmed the address, an hour after
 * the last one there at the earliest, an SMS between 08 and 20 in Stockholm.
 */
final class NoticePolicy {

  /** The reminder comes so long after the notice. */
  static final Duration REMINDER = Duration.ofDays(4);

  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  private NoticePolicy() {}

  /** The channels that have something to tell, with the time from which each may do it. */
  static Map<Channel, Instant> dates(Pending pending, Profile profile, Instant now) {
    var dates = new EnumMap<Channel, Instant>(Channel.class);
    for (Channel channel : Channel.values()) {
      Told told = pending.told(channel);
      if (profile.contact(channel).isOpen() && told.generation() < pending.generation()) {
        Instant held = told.held();
        Instant from = held == null || held.isBefore(now) ? now : held;
        dates.put(channel, earliest(channel, told.at(), from));
      }
    }
    return dates;
  }

  /**
   * The first instant, not before now, at which this channel may be used.
   *
   * @param last when it was used last; null = never
   */
  static Instant earliest(Channel channel, @Nullable Instant last, Instant now) {
    Instant free = last == null ? now : last.plus(BETWEEN);
    Instant first = free.isBefore(now) ? now : free;
    return channel == Channel.SMS ? byDay(first) : first;
  }

  private static Instant byDay(Instant first) {
    ZonedDateTime there = first.atZone(Stockholm.ZONE);
    LocalTime time = there.toLocalTime();
    if (time.isBefore(MORNING)) {
      return there.with(MORNING).toInstant();
    }
    return time.isBefore(EVENING) ? first : there.plusDays(1).with(MORNING).toInstant();
  }
}
