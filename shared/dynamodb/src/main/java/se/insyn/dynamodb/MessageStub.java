package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What stands of a message among the facts of its case, as {@code EVENT#<id>}: its version, so that
 * the rules of every fact hold for it, whose it is, and how far its attachments have come. Never
 * its content, and never a key of an index: no list of facts knows it.
 *
 * @param to the person's id in the case
 * @param citizen in whose partition of the table {@code messages} the content is
 * @param thread the name of its thread
 */
public record MessageStub(
    String to,
    Citizen citizen,
    String thread,
    boolean retracted,
    List<AttachmentProgress> attachments) {

  public MessageStub {
    attachments = List.copyOf(attachments);
  }

  /** Whether an item of a case is a message's, be it only the tombstone of one. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return Message.KIND.equals(optionalText(item, "kind"));
  }

  /** What a version announces. Bytes that are known keep their verdict, in whatever version. */
  public static MessageStub of(Message message, Citizen citizen, @Nullable MessageStub before) {
    return new MessageStub(
        message.to(),
        citizen,
        message.thread(),
        message.retracted(),
        message.attachments().stream().map(each -> announced(each, before)).toList());
  }

  private static AttachmentProgress announced(Attachment attachment, @Nullable MessageStub before) {
    if (before != null) {
      for (AttachmentProgress known : before.attachments) {
        if (known.attachment().file().equals(attachment.file())) {
          return new AttachmentProgress(attachment, known.state(), known.reason());
        }
      }
    }
    return new AttachmentProgress(attachment, FileState.MISSING, null);
  }

  /** As it stands in an item that is not erased. */
  public static MessageStub read(Map<String, AttributeValue> item) {
    return new MessageStub(
        text(item, "to"),
        new Citizen(text(item, "citizen")),
        text(item, "thread"),
        Values.flag(item, "retracted"),
        Attachments.read(item).all());
  }

  public ThreadKey threadKey(CaseId caseId) {
    return ThreadKey.of(caseId, thread);
  }

  /** Whether the message may be seen: not taken back, and everything that goes with it is good. */
  public boolean isOpen() {
    return !retracted && new Attachments(attachments).areGood();
  }

  /** The same after something was found out about these bytes. */
  public MessageStub with(String sha256, FileState state, @Nullable String reason) {
    return new MessageStub(
        to,
        citizen,
        thread,
        retracted,
        attachments.stream()
            .map(
                each ->
                    each.has(sha256)
                        ? new AttachmentProgress(each.attachment(), state, reason)
                        : each)
            .toList());
  }

  /** The attachments that have these bytes. */
  public List<AttachmentProgress> having(String sha256) {
    return attachments.stream().filter(each -> each.has(sha256)).toList();
  }

  /** As an item, for a version that was taken in at this instant. */
  public Map<String, AttributeValue> item(
      CaseId caseId, Message message, String hash, Instant takenIn) {
    var item = new LinkedHashMap<>(EventItems.key(caseId, message.id()));
    item.put("kind", text(Message.KIND));
    item.put("version", Values.number(message.version()));
    item.put("hash", text(hash));
    item.put("retracted", Values.flag(retracted));
    item.put("updatedAt", Values.time(takenIn));
    item.put("to", text(to));
    item.put("citizen", text(citizen.key()));
    item.put("thread", text(thread));
    item.putAll(progress());
    return item;
  }

  /** What of an item says how far the attachments have come. */
  public Map<String, AttributeValue> progress() {
    return new Attachments(attachments).attributes();
  }
}
