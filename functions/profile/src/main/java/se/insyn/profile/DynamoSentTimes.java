package se.insyn.profile;

import static se.insyn.dynamodb.Values.number;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.insyn.domain.value.Unavailable;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** When codes were sent, to one person or to one address, as an item keeps it for two days. */
record DynamoSentTimes(Map<String, AttributeValue> key, List<Instant> times) {

  static final Duration KEPT = Duration.ofDays(2);
  private static final String TIMES = "times";

  DynamoSentTimes {
    key = Map.copyOf(key);
    times = List.copyOf(times);
  }

  /** What stands in an item that is there, or not: then it is empty. */
  static DynamoSentTimes read(Map<String, AttributeValue> key, Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return new DynamoSentTimes(key, List.of());
    }
    AttributeValue stored = item.get(TIMES);
    if (stored == null || !stored.hasL() || stored.l().isEmpty()) {
      throw new Unavailable("when codes were sent");
    }
    return new DynamoSentTimes(
        key, stored.l().stream().map(each -> Values.time(Map.of(TIMES, each), TIMES)).toList());
  }

  /** With so many more that are sent now, on condition that nobody else has sent one since. */
  TransactWriteItem add(String table, int more, Instant now) {
    var after = new ArrayList<>(CodeQuota.counting(times, now));
    after.addAll(Collections.nCopies(more, now));
    var values = new HashMap<String, AttributeValue>();
    values.put(":after", list(after));
    values.put(":ttl", number(now.plus(KEPT).getEpochSecond()));
    String condition = "attribute_not_exists(#times)";
    if (!times.isEmpty()) {
      condition = "#times = :before";
      values.put(":before", list(times));
    }
    String unchanged = condition;
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(key)
                    .updateExpression("SET #times = :after, #ttl = :ttl")
                    .conditionExpression(unchanged)
                    .expressionAttributeNames(Map.of("#times", TIMES, "#ttl", "ttl"))
                    .expressionAttributeValues(values))
        .build();
  }

  private static AttributeValue list(List<Instant> times) {
    return AttributeValue.fromL(times.stream().map(Values::time).toList());
  }
}
