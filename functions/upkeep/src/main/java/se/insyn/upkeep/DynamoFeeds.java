package se.insyn.upkeep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.FeedItems;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What sources have said of their protections, as far as it is watched. */
@Singleton
final class DynamoFeeds {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoFeeds(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** As of when all of this source's protections are known; null when it never said so. */
  @Nullable Instant completeAsOf(Source source) {
    return Batch.get(client, tables.systems(), List.of(FeedItems.key(source)), null).stream()
        .findFirst()
        .map(FeedItems::asOf)
        .orElse(null);
  }
}
