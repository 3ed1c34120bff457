package se.insyn.upkeep;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.SystemsClients;
import se.insyn.domain.outbox.OutboxPatience;

/**
 * Looks every minute whether something has waited too long for a caseworker system, also when that
 * system asks for nothing any more. The line in the log is what the alarm of the template counts.
 */
@Singleton
final class OutboxWatch implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);

  private final DynamoOutboxes outboxes;
  private final SystemsClients clients;
  private final Clock clock;

  OutboxWatch(
      DynamoOutboxes outboxes, @Property(name = "systems.clients") String clients, Clock clock) {
    this.outboxes = outboxes;
    this.clients = SystemsClients.of(clients);
    this.clock = clock;
  }

  @Override
  public void look() {
    clients.sources().values().stream().distinct().forEach(this::look);
  }

  /** What cannot be looked at rings as well, and keeps nothing else from being done. */
  private void look(Source source) {
    try {
      if (outboxes
          .oldest(source)
          .filter(oldest -> OutboxPatience.isOver(oldest, clock.instant()))
          .isPresent()) {
        LOG.atWarn()
            .addKeyValue("reason", "outbox-waits")
            .addKeyValue("system", source.value())
            .log("what citizens sent has not been fetched for more than a day");
      }
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("reason", "outbox-waits")
          .addKeyValue("system", source.value())
          .setCause(e)
          .log("an outbox cannot be looked at");
    }
  }
}
