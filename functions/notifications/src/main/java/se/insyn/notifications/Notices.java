package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.lambda.RandomText;

/**
 * Tells somebody that there is something new, if there still is at this moment: one channel after
 * the other, each after looking anew. Whoever would see nothing is told nothing, and nothing says
 * why.
 */
@Singleton
final class Notices {

  private final DynamoNotices notices;
  private final DynamoProfiles profiles;
  private final Viewers viewers;
  private final News news;
  private final DynamoClaims claims;
  private final Dispatch dispatch;
  private final Texts texts;
  private final Pace pace;
  private final Clock clock;

  Notices(
      DynamoNotices notices,
      DynamoProfiles profiles,
      Viewers viewers,
      News news,
      DynamoClaims claims,
      Dispatch dispatch,
      Texts texts,
      Pace pace,
      Clock clock) {
    this.notices = notices;
    this.profiles = profiles;
    this.viewers = viewers;
    this.news = news;
    this.claims = claims;
    this.dispatch = dispatch;
    this.texts = texts;
    this.pace = pace;
    this.clock = clock;
  }

  void tell(Citizen citizen) {
    int left = Channel.values().length;
    while (left > 0 && tellByOne(citizen)) {
      left--;
    }
  }

  /** Whether there may be another channel to use now. */
  private boolean tellByOne(Citizen citizen) {
    Pending read = notices.read(citizen).orElse(null);
    Instant now = clock.instant();
    if (read == null || read.due() == null || read.due().isAfter(now)) {
      return false;
    }
    Profile profile = profiles.of(citizen);
    Map<Channel, Instant> dates = NoticePolicy.dates(read, profile, now);
    Channel channel = dueFirst(dates, now);
    if (channel == null) {
      notices.settle(read, read.due(first(dates.values())));
      return false;
    }
    pace.keep();
    Instant then = clock.instant();
    Optional<Found> found = look(read, channel);
    Pending after = found.isPresent() ? read.toldBy(channel, then) : read.nothingFor(channel);
    Instant next = first(NoticePolicy.dates(after, profile, then).values());
    if (found.isEmpty()) {
      notices.settle(read, after.due(next));
    } else {
      send(read, after.due(next), channel, profile, found.get().waitsSince());
    }
    return next != null && !next.isAfter(then);
  }

  private void send(
      Pending read, Pending then, Channel channel, Profile profile, @Nullable Instant waitsSince) {
    String address = Objects.requireNonNull(profile.contact(channel).address());
    var attempt =
        new Attempt(
            RandomText.make(), read.citizen(), channel, Purpose.NOTICE, Attempt.hashed(address));
    if (claims.take(attempt, read, then, waitsSince)) {
      dispatch.send(attempt, address, texts.of(Purpose.NOTICE, channel, profile.language(), ""));
    }
  }

  /**
   * Something that is worth a notice.
   *
   * @param waitsSince since when something in it is new that waits for an answer; null = nothing is
   */
  private record Found(@Nullable Instant waitsSince) {}

  private Optional<Found> look(Pending read, Channel channel) {
    Viewer viewer = viewers.withoutSession(read.citizen()).orElse(null);
    if (viewer == null || read.since() == null) {
      return Optional.empty();
    }
    Instant from = read.newsFrom(channel, read.since());
    Optional<News.Seen> seen = news.since(viewer, read.cases(), from);
    if (seen.isPresent()) {
      return Optional.of(new Found(seen.get().waits() ? from : null));
    }
    return read.reminds() != null && news.stillWaits(viewer, read.cases(), read.reminds())
        ? Optional.of(new Found(null))
        : Optional.empty();
  }

  private static @Nullable Channel dueFirst(Map<Channel, Instant> dates, Instant now) {
    return dates.entrySet().stream()
        .filter(date -> !date.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant first(Collection<Instant> dates) {
    return dates.stream().min(Comparator.naturalOrder()).orElse(null);
  }
}
