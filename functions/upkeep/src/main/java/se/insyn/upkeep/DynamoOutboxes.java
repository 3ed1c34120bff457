package se.insyn.upkeep;

import jakarta.inject.Singleton;
import java.util.Optional;
import se.insyn.domain.cases.Source;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The outboxes of all sources, as far as they are watched. */
@Singleton
final class DynamoOutboxes {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoOutboxes(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** What has waited longest for this source. */
  Optional<OutboxId> oldest(Source source) {
    return client
        .query(
            OutboxItems.oldestFirst(tables, source).limit(1).projectionExpression("#item").build())
        .items()
        .stream()
        .map(OutboxItems::id)
        .findFirst();
  }
}
