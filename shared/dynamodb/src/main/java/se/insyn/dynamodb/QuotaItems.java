package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Stockholm;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items {@code QUOTA#<day>} of the table {@code citizens}: how often somebody has done each of
 * the things that are counted, on one day in Sweden.
 */
public final class QuotaItems {

  private static final Duration KEPT = Duration.ofDays(2);

  private QuotaItems() {}

  public static Map<String, AttributeValue> key(Citizen citizen, Instant now) {
    return CitizenItems.key(citizen, "QUOTA#" + Stockholm.day(now));
  }

  /** The item of that day; empty where nothing was counted yet. */
  public static Map<String, AttributeValue> read(
      DynamoDbClient client, Tables tables, Citizen citizen, Instant now) {
    return client
        .getItem(
            get -> get.tableName(tables.citizens()).key(key(citizen, now)).consistentRead(true))
        .item();
  }

  /** How often it was done, by the day's item as it was read; an empty one says never. */
  public static long used(Map<String, AttributeValue> quota, String what) {
    return quota.containsKey(what) ? number(quota, what) : 0;
  }

  /** It is done so many times more, on condition that nobody has done it meanwhile. */
  public static TransactWriteItem use(
      Tables tables, Citizen citizen, Instant now, String what, long used, long more) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.citizens())
                    .key(key(citizen, now))
                    .updateExpression("SET #what = :next, #ttl = :ttl")
                    .conditionExpression("attribute_not_exists(#what) OR #what = :used")
                    .expressionAttributeNames(Map.of("#what", what, "#ttl", "ttl"))
                    .expressionAttributeValues(
                        Map.of(
                            ":used", number(used),
                            ":next", number(used + more),
                            ":ttl", number(now.plus(KEPT).getEpochSecond()))))
        .build();
  }
}
