package se.insyn.filechecks;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.StoredFile;
import se.insyn.dynamodb.AttachmentProgress;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.FactChange;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.MessageStub;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import se.insyn.s3.FileKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Bilagor: the attachments of a message. What is said of one is said of all that have the same
 * bytes. The message opens with the last that is good, and closes with one that no longer is.
 */
@Singleton
final class DynamoAttachments {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoAttachments(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** What a message waits for under this key. */
  static @Nullable StoredFile waiting(Map<String, AttributeValue> item, FileKey key) {
    return MessageStub.read(item).having(key.sha256()).stream()
        .filter(AttachmentProgress::isWaiting)
        .map(each -> each.attachment().file())
        .findFirst()
        .orElse(null);
  }

  /** What lies under this key because it was found good. */
  static @Nullable StoredFile served(Map<String, AttributeValue> item, FileKey key) {
    return MessageStub.read(item).having(key.sha256()).stream()
        .filter(each -> each.state() == FileState.OK)
        .map(each -> each.attachment().file())
        .findFirst()
        .orElse(null);
  }

  /** The bytes are there; empty where that is known. */
  List<TransactWriteItem> arrived(Map<String, AttributeValue> item, FileKey key) {
    MessageStub stub = MessageStub.read(item);
    return stub.having(key.sha256()).stream().anyMatch(each -> each.state() == FileState.MISSING)
        ? List.of(progress(item, stub.with(key.sha256(), FileState.CHECKING, null), Map.of()))
        : List.of();
  }

  /** They are good; and if nothing else is waited for, the message may be seen. */
  List<TransactWriteItem> good(
      Map<String, AttributeValue> item,
      Map<String, AttributeValue> itsCase,
      FileKey key,
      Instant now) {
    MessageStub stub = MessageStub.read(item).with(key.sha256(), FileState.OK, null);
    var writes = new ArrayList<TransactWriteItem>();
    if (stub.isOpen()) {
      Instant at = later(now, item);
      writes.add(progress(item, stub, Map.of("updatedAt", Values.time(at))));
      writes.addAll(message(stub, itsCase, key).open(tables, at));
      writes.addAll(
          NoticeItems.pending(
              tables,
              Set.of(stub.citizen()),
              CaseItems.persons(itsCase),
              key.caseId(),
              at,
              Duration.ZERO));
    } else {
      writes.add(progress(item, stub, Map.of()));
    }
    return writes;
  }

  /** They are not taken: the message stays closed, or is closed, until there is a new version. */
  List<TransactWriteItem> refused(
      Map<String, AttributeValue> item,
      Map<String, AttributeValue> itsCase,
      FileKey key,
      Refusal why) {
    MessageStub stub = MessageStub.read(item);
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(progress(item, stub.with(key.sha256(), FileState.REFUSED, why.code()), Map.of()));
    if (stub.isOpen()) {
      writes.addAll(message(stub, itsCase, key).close(tables));
    }
    return writes;
  }

  private StoredMessage message(
      MessageStub stub, Map<String, AttributeValue> itsCase, FileKey key) {
    return StoredMessage.read(
        client,
        tables,
        List.of(stub.citizen()),
        stub.threadKey(key.caseId()),
        key.id(),
        CaseItems.erasedAt(itsCase));
  }

  private TransactWriteItem progress(
      Map<String, AttributeValue> item, MessageStub stub, Map<String, AttributeValue> more) {
    var set = new HashMap<>(stub.progress());
    set.putAll(more);
    return new FactChange(set, List.of()).write(tables, item);
  }

  /** Whatever this instance's clock says. */
  private static Instant later(Instant now, Map<String, AttributeValue> item) {
    Instant before = Values.time(item, "updatedAt");
    return now.isBefore(before) ? before : now;
  }
}
