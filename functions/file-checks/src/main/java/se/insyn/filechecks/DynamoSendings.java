package se.insyn.filechecks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.AnswerItems;
import se.insyn.dynamodb.Attachments;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.WaitingAct;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The messages and answers that one file goes with, the other files that they have, their threads
 * and their cases, as they were read. What belonged to a case that was erased since is not there.
 */
record DynamoSendings(
    Tables tables,
    StoredAttachment of,
    List<Map<String, AttributeValue>> sent,
    List<Map<String, AttributeValue>> beside,
    List<Map<String, AttributeValue>> cases) {

  static DynamoSendings read(DynamoDbClient client, Tables tables, StoredAttachment of) {
    List<Map<String, AttributeValue>> sent = Batch.get(client, tables.messages(), of.uses(), null);
    Set<Map<String, AttributeValue>> beside = new LinkedHashSet<>();
    Set<Map<String, AttributeValue>> cases = new LinkedHashSet<>();
    for (Map<String, AttributeValue> each : sent) {
      beside.add(placeKey(each));
      cases.add(CaseItems.key(new CaseId(Values.text(each, "caseId"))));
      Attachments.read(each).all().stream()
          .map(file -> new AttachmentId(file.attachment().id()))
          .filter(id -> !id.equals(of.id()))
          .forEach(id -> beside.add(StoredAttachment.key(id)));
    }
    return new DynamoSendings(
        tables,
        of,
        sent,
        get(client, tables.messages(), beside),
        get(client, tables.cases(), cases));
  }

  private static List<Map<String, AttributeValue>> get(
      DynamoDbClient client, String table, Collection<Map<String, AttributeValue>> keys) {
    return keys.isEmpty() ? List.of() : Batch.get(client, table, keys, null);
  }

  /** The other files of the same messages. */
  List<StoredAttachment> others() {
    return beside.stream().filter(StoredAttachment::isOne).map(StoredAttachment::read).toList();
  }

  /**
   * What is written with them now that this is known of the file.
   *
   * @return the entries that are left in outboxes
   */
  List<StoredAttachment.Entry> told(
      FileState state, @Nullable String reason, Instant now, List<TransactWriteItem> writes) {
    var entries = new ArrayList<StoredAttachment.Entry>();
    for (Map<String, AttributeValue> each : sent) {
      Map<String, AttributeValue> itsCase =
          Batch.at(CaseItems.key(new CaseId(Values.text(each, "caseId"))), cases);
      if (isErased(each, itsCase)) {
        continue;
      }
      Attachments before = Attachments.read(each);
      Attachments after = before.with(of.id(), state, reason);
      WaitingAct act = WaitingAct.read(each);
      if (act != null && after.areRefused()) {
        writes.add(change(each, before, after, true, true));
        writes.add(act.stops(tables, now));
      } else if (act != null && after.areGood()) {
        writes.add(change(each, before, after, true, false));
        writes.add(isStill(itsCase));
        entries.add(leave(each, act, now, writes));
      } else {
        writes.add(change(each, before, after, false, false));
      }
    }
    return entries;
  }

  private StoredAttachment.Entry leave(
      Map<String, AttributeValue> message,
      WaitingAct act,
      Instant now,
      List<TransactWriteItem> writes) {
    Map<String, AttributeValue> key = placeKey(message);
    Map<String, AttributeValue> place = Batch.at(key, beside);
    OutboxId out;
    if (AnswerItems.isOne(message)) {
      var answered = AnswerItems.answered(key, place, act.caseId(), now);
      out = StoredThread.nextOut(answered, now);
      writes.addAll(act.leave(tables, out, now));
      writes.add(AnswerItems.put(tables, answered, place));
    } else {
      var changed = new HashMap<>(place);
      WaitingAct told = StoredThread.nextAct(changed, act);
      out = StoredThread.nextOut(changed, now);
      writes.addAll(told.leave(tables, out, now));
      writes.add(thread(message, place).put(tables, changed));
    }
    return new StoredAttachment.Entry(act.source(), out);
  }

  private static StoredThread thread(
      Map<String, AttributeValue> message, Map<String, AttributeValue> place) {
    return new StoredThread(
        new Citizen(Values.text(message, "citizen")), StoredThread.threadOf(message), place, true);
  }

  /** Where the order of what leaves is kept: the thread, or that a request was answered. */
  private static Map<String, AttributeValue> placeKey(Map<String, AttributeValue> message) {
    return AnswerItems.isOne(message)
        ? AnswerItems.answeredKey(message)
        : StoredThread.keyOf(message);
  }

  private static boolean isErased(
      Map<String, AttributeValue> message, Map<String, AttributeValue> itsCase) {
    Instant erasedAt = CaseItems.erasedAt(itsCase);
    return itsCase.isEmpty()
        || CaseItems.isErased(itsCase)
        || (erasedAt != null && !Values.time(message, "takenIn").isAfter(erasedAt));
  }

  private TransactWriteItem change(
      Map<String, AttributeValue> message,
      Attachments before,
      Attachments after,
      boolean isDecided,
      boolean stops) {
    var values = new HashMap<String, AttributeValue>();
    var sets = new ArrayList<String>();
    after
        .attributes()
        .forEach(
            (name, value) -> {
              values.put(":" + name, value);
              sets.add(name + " = :" + name);
            });
    values.put(":read", Values.text(before.states()));
    if (stops) {
      values.put(":stopped", Values.flag(true));
      sets.add(WaitingAct.STOPPED + " = :stopped");
    }
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(
                        Map.of(
                            "citizen", Values.text(Values.text(message, "citizen")),
                            "item", Values.text(Values.text(message, "item"))))
                    .updateExpression(
                        "SET "
                            + String.join(", ", sets)
                            + (isDecided ? " REMOVE " + WaitingAct.WAITING : ""))
                    .conditionExpression("fileState = :read")
                    .expressionAttributeValues(values))
        .build();
  }

  /** A case that is erased meanwhile must not get anything new. */
  private TransactWriteItem isStill(Map<String, AttributeValue> itsCase) {
    return CaseItems.isStill(tables, CaseItems.read(itsCase));
  }
}
