package se.insyn.notifications;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The index {@code due}: where something waits. It may be late, so it only ever says where to look.
 */
@Singleton
final class DynamoDue {

  private static final int PAGE = 25;

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDue(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** A place in the index. */
  record Place(String partition, String item, String shard, String due) {}

  /** The next few that are due, oldest first. */
  List<Place> page(String shard, Instant now, @Nullable Place after) {
    return client
        .query(
            query ->
                query
                    .tableName(tables.notices())
                    .indexName(NoticeItems.INDEX)
                    .limit(PAGE)
                    .keyConditionExpression("#shard = :shard AND #due <= :now")
                    .expressionAttributeNames(
                        Map.of("#shard", NoticeItems.SHARD, "#due", NoticeItems.INDEX))
                    .expressionAttributeValues(
                        Map.of(":shard", text(shard), ":now", text(Values.sortable(now))))
                    .exclusiveStartKey(after == null ? null : key(after, true)))
        .items()
        .stream()
        .map(
            item ->
                new Place(
                    text(item, "citizen"),
                    text(item, "item"),
                    text(item, NoticeItems.SHARD),
                    text(item, NoticeItems.INDEX)))
        .toList();
  }

  /** Leaves for later what cannot be done now, unless something else has happened to it. */
  void postpone(Place place, Instant until) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(tables.notices())
                  .key(key(place, false))
                  .updateExpression("SET #due = :until")
                  .conditionExpression("#due = :due")
                  .expressionAttributeNames(Map.of("#due", NoticeItems.INDEX))
                  .expressionAttributeValues(
                      Map.of(":until", text(Values.sortable(until)), ":due", text(place.due()))));
    } catch (ConditionalCheckFailedException e) {
      // It has moved by itself.
    }
  }

  private static Map<String, AttributeValue> key(Place place, boolean inIndex) {
    Map<String, AttributeValue> key =
        Map.of("citizen", text(place.partition()), "item", text(place.item()));
    return inIndex
        ? Map.of(
            "citizen",
            text(place.partition()),
            "item",
            text(place.item()),
            NoticeItems.SHARD,
            text(place.shard()),
            NoticeItems.INDEX,
            text(place.due()))
        : key;
  }
}
