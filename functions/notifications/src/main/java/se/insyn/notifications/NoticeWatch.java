package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.dynamodb.NoticeItems;

/**
 * Looks after every call whether something waits that should have gone out long ago. The line in
 * the log is what the alarm of the template counts.
 */
@Singleton
final class NoticeWatch {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeWatch.class);

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final DynamoDue due;
  private final Clock clock;

  NoticeWatch(DynamoDue due, Clock clock) {
    this.due = due;
    this.clock = clock;
  }

  void look() {
    Instant latest = clock.instant().minus(PATIENCE);
    List<String> parts = new ArrayList<>(NoticeItems.shards());
    parts.add(NoticeItems.AT_ONCE);
    if (parts.stream().anyMatch(part -> !due.page(part, latest, null).isEmpty())) {
      LOG.atWarn()
          .addKeyValue("reason", "notices-stuck")
          .log("something has been due for more than half an hour");
    }
  }
}
