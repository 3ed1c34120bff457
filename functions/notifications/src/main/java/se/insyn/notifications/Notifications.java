package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.lambda.log.SideBySide;

/**
 * Goes through what is due, page by page, a page of each part in turn; what somebody waits for at
 * this moment comes before every page. Several people are told at once, so that the pace is kept
 * whatever tables and providers take for one; two calls at once begin with different parts, so that
 * they seldom look at the same people. What a call does not begin within most of a minute is for
 * the next one.
 */
@Singleton
final class Notifications {

  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

  private static final Duration BEGINS = Duration.ofSeconds(50);

  /** To tell one takes some tenths of a second, most of them waiting. */
  private static final int AT_ONCE = 25;

  /** What fails without our knowing why holds up nobody else meanwhile. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final DynamoDue due;
  private final Notices notices;
  private final DynamoReminders reminders;
  private final Letters letters;
  private final DynamoAttempts attempts;
  private final Turns turns;
  private final Clock clock;

  Notifications(
      DynamoDue due,
      Notices notices,
      DynamoReminders reminders,
      Letters letters,
      DynamoAttempts attempts,
      Turns turns,
      Clock clock) {
    this.due = due;
    this.notices = notices;
    this.reminders = reminders;
    this.letters = letters;
    this.attempts = attempts;
    this.turns = turns;
    this.clock = clock;
  }

  /** Does what is due. */
  void run() {
    Instant last = clock.instant().plus(BEGINS);
    var after = new HashMap<String, DynamoDue.Place>();
    List<String> parts = new ArrayList<>(turns.of(NoticeItems.shards()));
    work(NoticeItems.AT_ONCE, after, last);
    while (!parts.isEmpty() && isTime(last)) {
      for (String part : List.copyOf(parts)) {
        if (!work(part, after, last)) {
          parts.remove(part);
        }
        after.remove(NoticeItems.AT_ONCE);
        work(NoticeItems.AT_ONCE, after, last);
      }
    }
  }

  /** Whether there may be more in this part. */
  private boolean work(String part, Map<String, DynamoDue.Place> after, Instant last) {
    List<DynamoDue.Place> page = due.page(part, clock.instant(), after.get(part));
    SideBySide.run(AT_ONCE, page.stream().<Runnable>map(place -> () -> work(place, last)).toList());
    if (page.isEmpty()) {
      return false;
    }
    after.put(part, page.getLast());
    return true;
  }

  private boolean isTime(Instant last) {
    return !clock.instant().isAfter(last);
  }

  private void work(DynamoDue.Place place, Instant last) {
    try {
      if (isTime(last)) {
        perform(place);
      }
    } catch (RuntimeException e) {
      // Whom it is about stays out of the log.
      LOG.atError()
          .addKeyValue("reason", "notice-failed")
          .setCause(e)
          .log("what is due cannot be done and is tried again");
      postpone(place);
    }
  }

  private void perform(DynamoDue.Place place) {
    String item = place.item();
    if (DynamoAttempts.isOne(item)) {
      attempts.lookInto(DynamoAttempts.id(place.partition()));
      return;
    }
    var citizen = new Citizen(place.partition());
    if (DynamoLetters.isOne(item)) {
      letters.send(citizen, item);
      return;
    }
    if (item.equals(NoticeItems.REMINDER)) {
      reminders.raise(citizen, clock.instant());
    }
    notices.tell(citizen);
  }

  private void postpone(DynamoDue.Place place) {
    try {
      due.postpone(place, clock.instant().plus(PAUSE));
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("reason", "notice-failed").setCause(e).log("nor put off");
    }
  }
}
