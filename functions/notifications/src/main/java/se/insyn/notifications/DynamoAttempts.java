package se.insyn.notifications;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The items {@code ATTEMPT#<id>} of the table {@code notices}. One is written by {@link
 * DynamoClaims}, and keeps a copy of what it is about until it is known what became of it.
 */
@Singleton
final class DynamoAttempts {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoAttempts.class);
  private static final String ITEM = "ATTEMPT";
  private static final String PREFIX = ITEM + "#";
  static final String STATUS = "status";
  static final String BEFORE = "before";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final DynamoPutBacks putBacks;
  private final DynamoProfiles profiles;
  private final Clock clock;

  DynamoAttempts(
      DynamoDbClient client,
      Tables tables,
      Transactions transactions,
      DynamoPutBacks putBacks,
      DynamoProfiles profiles,
      Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.putBacks = putBacks;
    this.profiles = profiles;
    this.clock = clock;
  }

  static boolean isOne(String item) {
    return item.equals(ITEM);
  }

  /** The id of the attempt that has this partition. */
  static String id(String partition) {
    return partition.substring(PREFIX.length());
  }

  /**
   * What is known of it now; something later may have been heard already, and what nobody knows is
   * left alone.
   *
   * @param closes whether nothing is to be sent to that address any more
   */
  void heard(String id, AttemptStatus status, boolean closes) {
    change(
        id,
        item -> {
          var writes = new ArrayList<TransactWriteItem>();
          boolean isLater = status.earlier().contains(status(item));
          if (isLater) {
            writes.add(move(item, status));
          }
          if (closes) {
            profiles.close(attempt(id, item)).ifPresent(writes::add);
          }
          return new Decision<>(isLater ? Optional.of(status) : Optional.empty(), writes);
        });
  }

  /** It was certainly not taken: what it was about waits again, longer each time. */
  void putOff(String id) {
    change(
        id,
        item -> {
          if (status(item) != AttemptStatus.CREATED) {
            return Decision.unchanged(Optional.empty());
          }
          var writes = new ArrayList<TransactWriteItem>();
          writes.add(move(item, AttemptStatus.TEMPORARY_FAILURE));
          writes.addAll(putBacks.later(attempt(id, item), before(item), clock.instant()));
          return new Decision<>(Optional.of(AttemptStatus.TEMPORARY_FAILURE), writes);
        });
  }

  /**
   * Nothing is known of it, and nothing will be. Nobody sends an SMS again; an e-mail of which
   * nothing was heard goes out once more.
   */
  void lookInto(String id) {
    change(
        id,
        item -> {
          Instant now = clock.instant();
          if (status(item) != AttemptStatus.CREATED || due(item).isAfter(now)) {
            return Decision.unchanged(Optional.empty());
          }
          Attempt attempt = attempt(id, item);
          var writes = new ArrayList<TransactWriteItem>();
          writes.add(move(item, AttemptStatus.TECHNICAL_FAILURE));
          if (attempt.channel() == Channel.EMAIL) {
            writes.addAll(putBacks.onceMore(attempt, before(item), now));
          }
          return new Decision<>(Optional.of(AttemptStatus.TECHNICAL_FAILURE), writes);
        });
  }

  /** What is decided of one that is there. The line in the log is what the template counts. */
  private void change(
      String id, Function<Map<String, AttributeValue>, Decision<Optional<AttemptStatus>>> decided) {
    var channel = new AtomicReference<String>("");
    Optional<AttemptStatus> status =
        transactions.run(
            false,
            () -> {
              var item = item(id);
              if (item.isEmpty()) {
                return Decision.unchanged(Optional.<AttemptStatus>empty());
              }
              channel.set(text(item, "channel"));
              return decided.apply(item);
            });
    if (status.isPresent()) {
      LOG.atInfo()
          .addKeyValue("reason", "told-by-" + channel.get())
          .addKeyValue("status", status.get().code())
          .log("an attempt has moved");
    }
  }

  private static Instant due(Map<String, AttributeValue> item) {
    return Instant.parse(text(item, NoticeItems.INDEX));
  }

  private static Map<String, AttributeValue> before(Map<String, AttributeValue> item) {
    AttributeValue before = item.get(BEFORE);
    return before == null ? Map.of() : before.m();
  }

  private static AttemptStatus status(Map<String, AttributeValue> item) {
    return Values.code(AttemptStatus.values(), text(item, STATUS));
  }

  private static Attempt attempt(String id, Map<String, AttributeValue> item) {
    return new Attempt(
        id,
        new Citizen(text(item, "of")),
        Values.code(Channel.values(), text(item, "channel")),
        Values.code(Purpose.values(), text(item, "purpose")),
        text(item, "to"));
  }

  /** To a later status, on condition that it is still as it was read. */
  private TransactWriteItem move(Map<String, AttributeValue> item, AttemptStatus status) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":status", text(status.code()));
    values.put(":read", text(text(item, STATUS)));
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.notices())
                .key(key(id(text(item, "citizen"))))
                .updateExpression("SET #status = :status REMOVE #due, #shard, #before")
                .conditionExpression("#status = :read")
                .expressionAttributeNames(
                    Map.of(
                        "#status",
                        STATUS,
                        "#due",
                        NoticeItems.INDEX,
                        "#shard",
                        NoticeItems.SHARD,
                        "#before",
                        BEFORE))
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  private Map<String, AttributeValue> item(String id) {
    return client
        .getItem(get -> get.tableName(tables.notices()).key(key(id)).consistentRead(true))
        .item();
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of("citizen", text(PREFIX + id), "item", text(ITEM));
  }
}
