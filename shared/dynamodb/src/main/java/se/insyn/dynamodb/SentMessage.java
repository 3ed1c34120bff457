package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.optionalText;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.About;
import se.insyn.domain.messages.Correspondent;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.outbox.Folder;
import se.insyn.domain.outbox.MessageSent;
import se.insyn.domain.outbox.OutboxId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Meddelande från medborgaren, on its way into a thread of theirs and to the caseworkers of one
 * case. There is no {@link MessageStub} of it: its name is nobody else's, and the office erases
 * what it has by its own rules.
 *
 * @param thread the thread's name, which is the message's own where it begins one
 * @param request what tells a repeat of the same call from another one
 */
public record SentMessage(
    VisibleCase viewed,
    String thread,
    EventId id,
    List<Correspondent> to,
    @Nullable String subject,
    String text,
    @Nullable About about,
    String request) {

  /** The attribute that has what tells a repeat. */
  public static final String REQUEST = "request";

  public SentMessage {
    to = List.copyOf(to);
  }

  /** Whether what is stored under its name came with the same call. */
  public static boolean isRepeat(Map<String, AttributeValue> stored, String request) {
    return request.equals(optionalText(stored, REQUEST));
  }

  public ThreadKey key() {
    return ThreadKey.of(viewed.id(), thread);
  }

  /**
   * The writes that send it: into its thread as it was read, to the outbox, to the audit trail.
   *
   * @param into the thread, which may be about to begin
   */
  public List<TransactWriteItem> send(Tables tables, StoredThread into, Instant at) {
    var changed = into.begun(viewed.id(), thread, at);
    StoredThread.open(changed, to, subject, at);
    OutboxId out = StoredThread.nextOut(changed, at);
    return List.of(
        put(tables, into, at),
        into.put(tables, changed),
        OutboxItems.put(tables, viewed.source(), out, act()),
        AuditItems.row(
            tables,
            AuditItems.subject(viewed.id()),
            at,
            Map.of(
                "act", "message-sent",
                "by", "citizen",
                "person", viewed.personId(),
                "id", id.value(),
                "outbox", out.value())));
  }

  private TransactWriteItem put(Tables tables, StoredThread into, Instant at) {
    var item = new LinkedHashMap<>(StoredMessage.key(into.citizen(), key(), id));
    item.put("caseId", Values.text(viewed.id().value()));
    item.put("thread", Values.text(thread));
    item.put("text", Values.text(text));
    if (subject != null) {
      item.put("subject", Values.text(subject));
    }
    if (about != null) {
      item.put("about", Values.text(Json.write(about.shown().members())));
    }
    item.put("attachments", Values.text("[]"));
    item.put(REQUEST, Values.text(request));
    item.put(StoredMessage.READ_BY, AttributeValue.fromM(Map.of()));
    item.put("takenIn", Values.time(at));
    item.put("sentAt", Values.time(at));
    item.put(StoredMessage.BY_TIME, Values.text(StoredMessage.place(key(), at, id)));
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(tables.messages())
                    .item(item)
                    .conditionExpression("attribute_not_exists(citizen)"))
        .build();
  }

  private MessageSent act() {
    return new MessageSent(
        new Folder(viewed.id(), id),
        viewed.number(),
        thread,
        viewed.personId(),
        to.stream().map(Correspondent::caseworkerId).toList(),
        subject,
        text,
        about,
        List.of());
  }
}
