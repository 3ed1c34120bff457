package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The item {@code ATTACHMENT#<id>} of the table {@code messages}: a file that a citizen hands over,
 * and where it went. It lies by itself, because its bytes are known before anybody knows to which
 * cases they go, and go to several.
 *
 * @param owner who handed it over
 * @param expires until when it can be sent
 * @param uses the messages and answers that it goes with, by their keys; none until it is sent
 * @param entries what waits or waited in outboxes with it
 */
public record StoredAttachment(
    AttachmentId id,
    Citizen owner,
    AttachmentProgress progress,
    Instant expires,
    List<Map<String, AttributeValue>> uses,
    List<Entry> entries) {

  private static final String PREFIX = "ATTACHMENT#";
  private static final String ITEM = "ATTACHMENT";
  private static final String USES = "uses";
  private static final String ENTRIES = "entries";

  /** As long as the draft that may name it. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** Time for {@code upkeep} to remove its bytes first. */
  private static final Duration MORE = Duration.ofDays(7);

  /** An entry of an outbox. */
  public record Entry(Source source, OutboxId id) {

    String word() {
      return source.value() + " " + id.value();
    }

    static Entry of(String word) {
      int end = word.indexOf(' ');
      return new Entry(new Source(word.substring(0, end)), new OutboxId(word.substring(end + 1)));
    }
  }

  public StoredAttachment {
    uses = List.copyOf(uses);
    entries = List.copyOf(entries);
  }

  public static Map<String, AttributeValue> key(AttachmentId id) {
    return Map.of("citizen", text(PREFIX + id.value()), "item", text(ITEM));
  }

  /** What stands under this id now; empty where nothing does. */
  public static Map<String, AttributeValue> item(
      DynamoDbClient client, Tables tables, AttachmentId id) {
    return client
        .getItem(get -> get.tableName(tables.messages()).key(key(id)).consistentRead(true))
        .item();
  }

  /** Whether an item of the table is one of these. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return ITEM.equals(Values.optionalText(item, "item"));
  }

  /** One that is announced now. */
  public static StoredAttachment announced(Citizen owner, Attachment attachment, Instant now) {
    return new StoredAttachment(
        new AttachmentId(attachment.id()),
        owner,
        new AttachmentProgress(attachment, FileState.MISSING, null),
        now.plus(KEPT),
        List.of(),
        List.of());
  }

  /** The one in an item. */
  public static StoredAttachment read(Map<String, AttributeValue> item) {
    return new StoredAttachment(
        new AttachmentId(text(item, "citizen").substring(PREFIX.length())),
        new Citizen(text(item, "owner")),
        AttachmentProgress.read(Json.parseObject(text(item, "attachment"))),
        Values.time(item, "expires"),
        uses(item),
        words(item).stream().map(Entry::of).toList());
  }

  private static List<Map<String, AttributeValue>> uses(Map<String, AttributeValue> item) {
    AttributeValue uses = item.get(USES);
    return uses == null ? List.of() : uses.l().stream().map(AttributeValue::m).toList();
  }

  private static List<String> words(Map<String, AttributeValue> item) {
    AttributeValue entries = item.get(ENTRIES);
    return entries == null ? List.of() : entries.ss();
  }

  public boolean isSent() {
    return !uses.isEmpty();
  }

  /** Whether it can go with a message now. */
  public boolean canBeSent(Instant now) {
    return !isSent() && progress.state() != FileState.REFUSED && now.isBefore(expires);
  }

  /** As a write, for one that is new. */
  public TransactWriteItem put(Tables tables) {
    var item = new LinkedHashMap<>(key(id));
    item.put("owner", text(owner.key()));
    item.putAll(progressAttributes(progress));
    item.put("expires", Values.time(expires));
    item.put("ttl", number(expires.plus(MORE).getEpochSecond()));
    return Transactions.added(tables.messages(), item);
  }

  private static Map<String, AttributeValue> progressAttributes(AttachmentProgress progress) {
    return Map.of(
        "attachment",
        text(Json.write(progress.shown().members())),
        FileProgress.STATE,
        text(progress.state().code()));
  }

  /** It is so far now, on condition that nobody has said or sent anything since it was read. */
  public TransactWriteItem progress(Tables tables, FileState state, @Nullable String reason) {
    var set = progressAttributes(new AttachmentProgress(progress.attachment(), state, reason));
    return change(tables, set, null);
  }

  /** The same for one that goes out with this, in as many outboxes as there are entries. */
  public TransactWriteItem progress(Tables tables, FileState state, List<Entry> left) {
    var set =
        new HashMap<>(
            progressAttributes(new AttachmentProgress(progress.attachment(), state, null)));
    set.putAll(entriesAttribute(left));
    return change(tables, set, null);
  }

  /** It goes with these messages or answers, and is there as long as one of them. */
  public TransactWriteItem send(
      Tables tables, List<Map<String, AttributeValue>> with, List<Entry> left) {
    var set = new HashMap<String, AttributeValue>();
    set.put(USES, AttributeValue.fromL(with.stream().map(AttributeValue::fromM).toList()));
    set.putAll(entriesAttribute(left));
    return change(tables, set, "ttl");
  }

  private static Map<String, AttributeValue> entriesAttribute(List<Entry> left) {
    return left.isEmpty()
        ? Map.of()
        : Map.of(ENTRIES, AttributeValue.fromSs(left.stream().map(Entry::word).toList()));
  }

  private TransactWriteItem change(
      Tables tables, Map<String, AttributeValue> set, @Nullable String removed) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":read", text(progress.state().code()));
    var sets = new ArrayList<String>();
    var names = new HashMap<String, String>();
    set.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, value);
          sets.add("#" + name + " = :" + name);
        });
    if (removed != null) {
      names.put("#removed", removed);
    }
    names.put("#state", FileProgress.STATE);
    names.put("#sent", USES);
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(key(id))
                    .updateExpression(
                        "SET "
                            + String.join(", ", sets)
                            + (removed == null ? "" : " REMOVE #removed"))
                    .conditionExpression(
                        "#state = :read AND attribute_"
                            + (isSent() ? "" : "not_")
                            + "exists(#sent)")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .build();
  }
}
