package se.insyn.upkeep;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.cases.Showing;
import se.insyn.domain.cases.Source;

/**
 * Looks every minute whether a source that must say so has said that all its protections are
 * pushed, long before its cases are closed for want of it. The line in the log is what the alarm of
 * the template counts.
 */
@Singleton
final class FeedWatch implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

  private final DynamoFeeds feeds;
  private final Showing showing;
  private final Clock clock;

  FeedWatch(DynamoFeeds feeds, Showing showing, Clock clock) {
    this.feeds = feeds;
    this.showing = showing;
    this.clock = clock;
  }

  @Override
  public void look() {
    showing.protectionFeeds().forEach(this::look);
  }

  /** What cannot be looked at rings as well, and keeps nothing else from being done. */
  private void look(Source source) {
    try {
      if (Showing.isSilent(feeds.completeAsOf(source), clock.instant())) {
        LOG.atWarn()
            .addKeyValue("reason", "protection-feed-silent")
            .addKeyValue("system", source.value())
            .log("a source has not said for 13 hours that its protections are complete");
      }
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("reason", "protection-feed-silent")
          .addKeyValue("system", source.value())
          .setCause(e)
          .log("it cannot be seen whether a source's protections are complete");
    }
  }
}
