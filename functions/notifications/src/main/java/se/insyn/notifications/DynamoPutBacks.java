package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.notices.Channel;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What was to be sent and was not waits again, with whatever has come meanwhile. */
@Singleton
final class DynamoPutBacks {

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private final DynamoNotices notices;
  private final DynamoLetters letters;

  DynamoPutBacks(DynamoNotices notices, DynamoLetters letters) {
    this.notices = notices;
    this.letters = letters;
  }

  /** After a pause that doubles each time, up to about an hour. */
  List<TransactWriteItem> later(Attempt attempt, Map<String, AttributeValue> before, Instant now) {
    long doublings = Math.min(DynamoLetters.tries(before), MOST_DOUBLINGS);
    Instant due = now.plus(FIRST_PAUSE.multipliedBy(1L << doublings));
    return attempt.purpose() == Purpose.NOTICE
        ? notice(attempt, DynamoNotices.pending(before), due, false)
        : letters.putBack(before, due).stream().toList();
  }

  /** At once, but not for the second time. */
  List<TransactWriteItem> onceMore(
      Attempt attempt, Map<String, AttributeValue> before, Instant now) {
    if (attempt.purpose() != Purpose.NOTICE) {
      return DynamoLetters.tries(before) > 0
          ? List.of()
          : letters.putBack(before, now).stream().toList();
    }
    Pending was = DynamoNotices.pending(before);
    return was.isAgain() ? List.of() : notice(attempt, was, now, true);
  }

  /** What this channel has told since stands: then the new notice said this too. */
  private List<TransactWriteItem> notice(
      Attempt attempt, Pending was, Instant due, boolean isAgain) {
    Channel channel = attempt.channel();
    Pending now = notices.read(attempt.citizen()).orElse(null);
    if (now == null || now.told(channel).generation() != was.generation()) {
      return List.of();
    }
    var cases = new HashSet<CaseId>(was.cases());
    cases.addAll(now.cases());
    var told = new EnumMap<Channel, Told>(Channel.class);
    told.putAll(now.told());
    told.put(channel, was.told(channel).held(due));
    var back =
        new Pending(
            now.citizen(),
            now.generation(),
            earlier(now.due(), due),
            earlier(now.since(), was.since()),
            cases,
            told,
            was.reminds() == null ? now.reminds() : was.reminds(),
            was.tries() + 1,
            isAgain || was.isAgain());
    return List.of(notices.put(now, back));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
