package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.messages.Correspondent;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The item {@code MESSAGE#<t>#<id>} of the table {@code messages} with its thread, as they are
 * stored. It has its keys {@code byTime} and, until it is read, {@code unread} while it may be
 * seen. Whoever writes here writes the {@link MessageStub} in the same transaction.
 *
 * @param content null where there is none, or its case was erased since
 */
public record StoredMessage(
    StoredThread thread, EventId id, @Nullable Map<String, AttributeValue> content) {

  static final String PREFIX = "MESSAGE#";
  static final String BY_TIME = "byTime";
  static final String UNREAD = "unread";
  static final String READ_BY = "readBy";

  /**
   * Reads both in one batch. A thread stays where it began, so it is looked for under every number
   * that the person has had, the present one first.
   *
   * @param erasedAt what was taken in up to then is not there any more
   */
  public static StoredMessage read(
      DynamoDbClient client,
      Tables tables,
      List<Citizen> selves,
      ThreadKey thread,
      EventId id,
      @Nullable Instant erasedAt) {
    var keys = new ArrayList<Map<String, AttributeValue>>();
    for (Citizen self : selves) {
      keys.add(StoredThread.key(self, thread));
      keys.add(key(self, thread, id));
    }
    var items = new HashMap<String, Map<String, AttributeValue>>();
    for (var item : Batch.get(client, tables.messages(), keys, null)) {
      items.put(text(item, "citizen") + "/" + text(item, "item"), item);
    }
    StoredMessage otherwise = null;
    for (Citizen self : selves) {
      var threadItem = items.get(self.key() + "/" + StoredThread.PREFIX + thread.value());
      var content = items.get(self.key() + "/" + item(thread, id));
      var stored =
          new StoredMessage(
              new StoredThread(self, thread, threadItem, isKept(threadItem, erasedAt)),
              id,
              isKept(content, erasedAt) ? content : null);
      if (stored.thread.isKnown()) {
        return stored;
      }
      otherwise = otherwise == null ? stored : otherwise;
    }
    if (otherwise == null) {
      throw new IllegalArgumentException("nobody's thread");
    }
    return otherwise;
  }

  /** The message of this name in a thread of each of these, as far as it may be seen. */
  public static List<StoredMessage> readAll(
      DynamoDbClient client,
      Tables tables,
      List<Citizen> persons,
      ThreadKey thread,
      EventId id,
      @Nullable Instant erasedAt) {
    return Batch.get(
            client,
            tables.messages(),
            persons.stream().map(person -> key(person, thread, id)).toList(),
            null)
        .stream()
        .filter(item -> isKept(item, erasedAt))
        .map(
            item ->
                new StoredMessage(
                    new StoredThread(new Citizen(text(item, "citizen")), thread, null, false),
                    id,
                    item))
        .filter(StoredMessage::isOpen)
        .toList();
  }

  private static boolean isKept(
      @Nullable Map<String, AttributeValue> item, @Nullable Instant erasedAt) {
    return item != null && (erasedAt == null || Values.time(item, "takenIn").isAfter(erasedAt));
  }

  /** Whether it may be seen now. */
  public boolean isOpen() {
    return content != null && content.containsKey(BY_TIME);
  }

  /** Whether it is one that the citizen has sent. */
  public boolean isCitizens() {
    return content != null && !content.containsKey("from");
  }

  /** Whether this caseworker has told that they read it. */
  public boolean isReadBy(Correspondent reader) {
    AttributeValue readBy = content == null ? null : content.get(READ_BY);
    return readBy != null && readBy.m().containsKey(MessageItems.reader(reader));
  }

  /** Whether one more may be told as having read it. */
  public boolean hasRoomForReader() {
    AttributeValue readBy = content == null ? null : content.get(READ_BY);
    return readBy == null || readBy.m().size() < StoredThread.MOST_CASEWORKERS;
  }

  /** They have, unless that is known by now, or the message no longer to be seen. */
  public TransactWriteItem readBy(Tables tables, Correspondent reader, Instant at) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.messages())
                .key(key(thread.citizen(), thread.key(), id))
                .updateExpression("SET " + READ_BY + ".#who = :receipt")
                .conditionExpression(
                    "attribute_exists("
                        + BY_TIME
                        + ") AND attribute_not_exists("
                        + READ_BY
                        + ".#who)")
                .expressionAttributeNames(Map.of("#who", MessageItems.reader(reader)))
                .expressionAttributeValues(
                    Map.of(
                        ":receipt",
                        AttributeValue.fromM(
                            Map.of("name", text(reader.name()), "at", text(at.toString())))))
                .build())
        .build();
  }

  /** Whether it may be seen and says already what this version of it says. */
  public boolean says(Message message) {
    if (content == null || !isOpen()) {
      return false;
    }
    Map<String, AttributeValue> known = content;
    return said(message).entrySet().stream()
            .allMatch(each -> each.getValue().equals(known.get(each.getKey())))
        && (message.subject() != null) == known.containsKey("subject");
  }

  /** What whoever may see it reads. */
  private static Map<String, AttributeValue> said(Message message) {
    var said = new LinkedHashMap<String, AttributeValue>();
    said.put("from", text(Json.write(message.from().shown().members())));
    said.put("text", text(message.text()));
    if (message.subject() != null) {
      said.put("subject", text(message.subject()));
    }
    said.put(
        "attachments",
        text(
            Json.write(
                message.attachments().stream()
                    .map(Attachment::shown)
                    .map(shown -> shown.members())
                    .toList())));
    return said;
  }

  /**
   * A version of it, open or not, with what that makes of its thread. One that says nothing else
   * leaves who has read it, and its thread, as they are.
   */
  public List<TransactWriteItem> put(
      Tables tables, CaseId caseId, Message message, boolean opens, Instant now) {
    if (opens && says(message)) {
      var same = new LinkedHashMap<>(known());
      same.put("version", Values.number(message.version()));
      return List.of(write(tables, same));
    }
    var item = new LinkedHashMap<>(key(thread.citizen(), thread.key(), id));
    item.put("caseId", text(caseId.value()));
    item.put("thread", text(message.thread()));
    item.put("version", Values.number(message.version()));
    item.putAll(said(message));
    item.put(READ_BY, AttributeValue.fromM(Map.of()));
    item.put("takenIn", Values.time(now));
    if (content != null && content.containsKey("sentAt")) {
      item.put("sentAt", Values.time(Values.time(content, "sentAt")));
    }
    var changed = thread.begun(caseId, message.thread(), now);
    if (isOpen()) {
      StoredThread.close(changed, message.beginsThread());
    }
    if (opens) {
      item.putAll(opening(item, now));
      StoredThread.open(
          changed, List.of(message.from()), message.beginsThread() ? message.subject() : null, now);
    }
    return List.of(write(tables, item), thread.put(tables, changed));
  }

  private static TransactWriteItem write(Tables tables, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(tables.messages()).item(item).build())
        .build();
  }

  /** It may be seen from now on, with all that goes with it. */
  public List<TransactWriteItem> open(Tables tables, Instant now) {
    Map<String, AttributeValue> closed = known();
    var changed = thread.begun(new CaseId(text(closed, "caseId")), text(closed, "thread"), now);
    StoredThread.open(
        changed,
        List.of(MessageItems.correspondent(text(closed, "from"))),
        began() ? Values.optionalText(closed, "subject") : null,
        now);
    var set = opening(closed, now);
    set.put("takenIn", Values.time(now));
    var values = new HashMap<String, AttributeValue>();
    set.forEach((name, value) -> values.put(":" + name, value));
    String sets =
        String.join(", ", set.keySet().stream().map(name -> name + " = :" + name).toList());
    return List.of(
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(tables.messages())
                    .key(key(thread.citizen(), thread.key(), id))
                    .updateExpression("SET " + sets)
                    .conditionExpression("attribute_exists(citizen)")
                    .expressionAttributeValues(values)
                    .build())
            .build(),
        thread.put(tables, changed));
  }

  /** It may not be seen any more; nothing where it may not anyway. */
  public List<TransactWriteItem> close(Tables tables) {
    if (!isOpen()) {
      return List.of();
    }
    return List.of(
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(tables.messages())
                    .key(key(thread.citizen(), thread.key(), id))
                    .updateExpression("REMOVE " + BY_TIME + ", " + UNREAD)
                    .conditionExpression("attribute_exists(citizen)")
                    .build())
            .build(),
        thread.put(tables, closedThread()));
  }

  /** Its content is gone for good. */
  public List<TransactWriteItem> delete(Tables tables) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(
        TransactWriteItem.builder()
            .delete(
                Delete.builder()
                    .tableName(tables.messages())
                    .key(key(thread.citizen(), thread.key(), id))
                    .build())
            .build());
    if (isOpen()) {
      writes.add(thread.put(tables, closedThread()));
    }
    return writes;
  }

  private Map<String, AttributeValue> closedThread() {
    Map<String, AttributeValue> open = known();
    var changed =
        thread.begun(
            new CaseId(text(open, "caseId")), text(open, "thread"), Values.time(open, "takenIn"));
    StoredThread.close(changed, began());
    return changed;
  }

  private boolean began() {
    return text(known(), "thread").equals(id.value());
  }

  private Map<String, AttributeValue> known() {
    if (content == null) {
      throw new Unreadable("message");
    }
    return content;
  }

  /** The keys of a message that may be seen. It keeps its place among the others. */
  private Map<String, AttributeValue> opening(Map<String, AttributeValue> item, Instant now) {
    Instant sentAt = item.containsKey("sentAt") ? Values.time(item, "sentAt") : now;
    var keys = new LinkedHashMap<String, AttributeValue>();
    String place = place(thread.key(), sentAt, id);
    keys.put("sentAt", Values.time(sentAt));
    keys.put(BY_TIME, text(place));
    keys.put(UNREAD, text(place));
    return keys;
  }

  /** Where a message stands among those of its thread. */
  static String place(ThreadKey thread, Instant sentAt, EventId id) {
    return thread.value() + "#" + Values.sortable(sentAt) + "#" + id.value();
  }

  public static Map<String, AttributeValue> key(Citizen citizen, ThreadKey thread, EventId id) {
    return Map.of("citizen", text(citizen.key()), "item", text(item(thread, id)));
  }

  static String item(ThreadKey thread, EventId id) {
    return PREFIX + thread.value() + "#" + id.value();
  }
}
