package se.insyn.messages;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.QuotaItems;
import se.insyn.dynamodb.SentMessage;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What is there where somebody's message is to go: the threads, the message itself when it was sent
 * before, the files that go with it, and the day's count; all of it in one batch.
 *
 * @param me whose message it is, and whose day is counted
 * @param holder under whose number the threads lie, which may be an earlier one of theirs
 */
record DynamoPlaces(
    Tables tables,
    Citizen me,
    Citizen holder,
    Instant now,
    Map<String, Map<String, AttributeValue>> threads,
    List<Map<String, AttributeValue>> messages,
    List<Map<String, AttributeValue>> files,
    Map<String, AttributeValue> quota) {

  static DynamoPlaces read(
      DynamoDbClient client,
      Tables tables,
      Citizen me,
      Citizen holder,
      List<ThreadKey> keys,
      EventId id,
      List<String> attachmentIds,
      Instant now) {
    var wanted = new ArrayList<>(DynamoEnclosed.keys(attachmentIds));
    for (ThreadKey key : keys) {
      wanted.add(StoredThread.key(holder, key));
      wanted.add(StoredMessage.key(holder, key, id));
    }
    var found =
        Batch.get(
            client,
            Map.of(tables.messages(), wanted, tables.citizens(), List.of(QuotaItems.key(me, now))));
    var threads = new HashMap<String, Map<String, AttributeValue>>();
    var messages = new ArrayList<Map<String, AttributeValue>>();
    var files = new ArrayList<Map<String, AttributeValue>>();
    for (var item : found.getOrDefault(tables.messages(), List.of())) {
      if (StoredAttachment.isOne(item)) {
        files.add(item);
      } else if (item.containsKey("text")) {
        messages.add(item);
      } else {
        threads.put(text(item, "item"), item);
      }
    }
    return new DynamoPlaces(
        tables,
        me,
        holder,
        now,
        threads,
        messages,
        files,
        found.getOrDefault(tables.citizens(), List.of()).stream().findFirst().orElse(Map.of()));
  }

  /**
   * Whether the same call has sent it already.
   *
   * @throws se.insyn.http.Problem 409 when another one has
   */
  boolean isRepeat(String request) {
    if (!messages.stream().allMatch(each -> SentMessage.isRepeat(each, request))) {
      throw Problems.otherContent();
    }
    return !messages.isEmpty();
  }

  /** A thread of this case, as it is or may begin. */
  StoredThread thread(ThreadKey key, VisibleCase viewed) {
    var item = threads.get(text(StoredThread.key(holder, key), "item"));
    return new StoredThread(
        holder,
        key,
        item,
        item != null && viewed.keeps(() -> Message.KIND, Values.time(item, "takenIn")));
  }

  /**
   * The files that are to go with it.
   *
   * @throws se.insyn.domain.json.InvalidMembers where one cannot be sent
   */
  DynamoEnclosed enclosed(Viewer viewer, List<String> attachmentIds) {
    return DynamoEnclosed.of(viewer, attachmentIds, files, now);
  }

  /** How often the day has seen this. */
  long used(String what) {
    return QuotaItems.used(quota, what);
  }

  /** The write that counts. */
  TransactWriteItem use(String what, long more) {
    return QuotaItems.use(tables, me, now, what, used(what), more);
  }
}
