package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.optionalText;

import java.time.Instant;
import java.util.ArrayList;
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
    Attachments attachments,
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
   * What sends it.
   *
   * @param writes into its thread as it was read, to the outbox, to the audit trail
   * @param entry what is in the outbox; null where it waits for its files
   */
  public record Sending(List<TransactWriteItem> writes, StoredAttachment.@Nullable Entry entry) {}

  /**
   * Sends it; what has files that are still checked stands in its thread, but does not leave.
   *
   * @param into the thread, which may be about to begin
   */
  public Sending send(Tables tables, StoredThread into, Instant at) {
    var changed = into.begun(viewed.id(), thread, at);
    StoredThread.open(changed, to, subject, at);
    if (!attachments.areGood()) {
      if (subject != null) {
        StoredThread.untold(changed, subject);
      }
      WaitingAct act = act(null);
      return new Sending(
          List.of(put(tables, into, at, act), into.put(tables, changed), act.waits(tables, at)),
          null);
    }
    WaitingAct act = StoredThread.nextAct(changed, act(subject));
    OutboxId out = StoredThread.nextOut(changed, at);
    var writes = new ArrayList<>(act.leave(tables, out, at));
    writes.add(put(tables, into, at, null));
    writes.add(into.put(tables, changed));
    return new Sending(writes, new StoredAttachment.Entry(viewed.source(), out));
  }

  /** Where it stands. */
  public Map<String, AttributeValue> itemKey(StoredThread into) {
    return StoredMessage.key(into.citizen(), key(), id);
  }

  private TransactWriteItem put(
      Tables tables, StoredThread into, Instant at, @Nullable WaitingAct waiting) {
    var item = new LinkedHashMap<>(itemKey(into));
    item.put("caseId", Values.text(viewed.id().value()));
    item.put("thread", Values.text(thread));
    item.put("text", Values.text(text));
    if (subject != null) {
      item.put("subject", Values.text(subject));
    }
    if (about != null) {
      item.put("about", Values.text(Json.write(about.shown().members())));
    }
    item.putAll(attachments.attributes());
    if (waiting != null) {
      item.put(WaitingAct.WAITING, waiting.stored());
    }
    item.put(REQUEST, Values.text(request));
    item.put(StoredMessage.READ_BY, AttributeValue.fromM(Map.of()));
    item.put("takenIn", Values.time(at));
    item.put("sentAt", Values.time(at));
    item.put(StoredMessage.BY_TIME, Values.text(StoredMessage.place(key(), at, id)));
    return Transactions.added(tables.messages(), item);
  }

  private WaitingAct act(@Nullable String toldSubject) {
    return WaitingAct.of(
        viewed.id(),
        viewed.source(),
        new MessageSent(
            viewed.number(),
            thread,
            id,
            viewed.personId(),
            to.stream().map(Correspondent::caseworkerId).toList(),
            toldSubject,
            text,
            about,
            attachments.all().stream().map(AttachmentProgress::attachment).toList()));
  }
}
