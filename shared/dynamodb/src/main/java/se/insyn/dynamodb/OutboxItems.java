package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.MalformedJson;
import se.insyn.domain.outbox.CitizenAct;
import se.insyn.domain.outbox.OutboxEntry;
import se.insyn.domain.outbox.OutboxId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items {@code OUT#<id>} of the table {@code systems}: what waits to be fetched by the system
 * that pushes for a source, oldest first, until it has acknowledged it.
 */
public final class OutboxItems {

  private static final String PREFIX = "OUT#";

  private OutboxItems() {}

  /**
   * An entry, as part of the transaction of the act. What a person did later in the same thread
   * must have a later id, whatever the clock of this instance says: the caller gives it one. The
   * row of audit that the act leaves names the id, as the one of its acknowledgement does.
   */
  public static TransactWriteItem put(Tables tables, Source source, OutboxId id, CitizenAct act) {
    return put(tables, source, id, act.type(), act.data().members());
  }

  /** The same for an act as it was kept until it may leave. */
  static TransactWriteItem put(
      Tables tables, Source source, OutboxId id, String type, Map<String, Object> data) {
    var item = new HashMap<>(key(source, id));
    item.put("type", text(type));
    item.put("data", text(Json.write(data)));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(tables.systems()).item(item).build())
        .build();
  }

  /** Takes an entry away, on condition that it is there. */
  public static TransactWriteItem delete(Tables tables, Source source, OutboxId id) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder()
                .tableName(tables.systems())
                .key(key(source, id))
                .conditionExpression("attribute_exists(#item)")
                .expressionAttributeNames(Map.of("#item", "item"))
                .build())
        .build();
  }

  /** The entries of a source, oldest first. */
  public static QueryRequest.Builder oldestFirst(Tables tables, Source source) {
    return QueryRequest.builder()
        .tableName(tables.systems())
        .consistentRead(true)
        .keyConditionExpression("#source = :source AND begins_with(#item, :out)")
        .expressionAttributeNames(Map.of("#source", "source", "#item", "item"))
        .expressionAttributeValues(Map.of(":source", text(source.value()), ":out", text(PREFIX)));
  }

  /**
   * The id in an item.
   *
   * @throws Unreadable when it is none of ours
   */
  public static OutboxId id(Map<String, AttributeValue> item) {
    return OutboxId.parse(text(item, "item").substring(PREFIX.length()))
        .orElseThrow(() -> new Unreadable("id"));
  }

  /**
   * The entry in an item.
   *
   * @throws Unreadable when it is not as we write it
   */
  public static OutboxEntry read(Map<String, AttributeValue> item) {
    try {
      return new OutboxEntry(id(item), text(item, "type"), Json.parseObject(text(item, "data")));
    } catch (MalformedJson e) {
      throw new Unreadable("data", e);
    }
  }

  /** Where an entry stands. */
  public static Map<String, AttributeValue> key(Source source, OutboxId id) {
    var key = new LinkedHashMap<String, AttributeValue>();
    key.put("source", text(source.value()));
    key.put("item", text(PREFIX + id.value()));
    return key;
  }
}
