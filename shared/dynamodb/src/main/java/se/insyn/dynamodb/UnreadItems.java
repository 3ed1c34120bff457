package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.Map;
import se.insyn.domain.events.EventId;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Messages of the table {@code messages} that stand in its index {@code unread}. */
public final class UnreadItems {

  private UnreadItems() {}

  /** Those of a thread. */
  public static QueryRequest.Builder newestFirst(Tables tables, Citizen holder, ThreadKey thread) {
    String prefix = thread.value() + "#";
    return between(tables, holder, prefix, prefix + IndexKeys.END).scanIndexForward(false);
  }

  /** Those of all threads. */
  public static QueryRequest.Builder of(Tables tables, Citizen holder) {
    return between(tables, holder, " ", IndexKeys.END);
  }

  private static QueryRequest.Builder between(
      Tables tables, Citizen holder, String from, String to) {
    return QueryRequest.builder()
        .tableName(tables.messages())
        .indexName(StoredMessage.UNREAD)
        .consistentRead(true)
        .keyConditionExpression("citizen = :citizen AND #key BETWEEN :from AND :to")
        .expressionAttributeNames(Map.of("#key", StoredMessage.UNREAD))
        .expressionAttributeValues(
            Map.of(":citizen", text(holder.key()), ":from", text(from), ":to", text(to)));
  }

  /** The message that an item of the index is. */
  public static EventId id(Map<String, AttributeValue> item) {
    return MessageItems.id(item);
  }

  /** The thread that it stands in. */
  static ThreadKey thread(Map<String, AttributeValue> item) {
    String place = text(item, StoredMessage.UNREAD);
    return new ThreadKey(place.substring(0, place.indexOf('#')));
  }

  /** Whom it is to has read it, which is so until another version comes. */
  public static TransactWriteItem read(
      Tables tables, Citizen holder, ThreadKey thread, EventId id, Instant at) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(StoredMessage.key(holder, thread, id))
                    .updateExpression("SET #readBy.#who = :receipt REMOVE #unread")
                    .conditionExpression("attribute_exists(#unread)")
                    .expressionAttributeNames(
                        Map.of(
                            "#readBy", StoredMessage.READ_BY,
                            "#who", MessageItems.CITIZEN,
                            "#unread", StoredMessage.UNREAD))
                    .expressionAttributeValues(
                        Map.of(
                            ":receipt", AttributeValue.fromM(Map.of("at", text(at.toString()))))))
        .build();
  }
}
