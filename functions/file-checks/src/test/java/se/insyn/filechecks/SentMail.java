package se.insyn.filechecks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.messages.Correspondent;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.outbox.MessageSent;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Sha256;
import se.insyn.dynamodb.Attachments;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.WaitingAct;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.s3.AttachmentKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A citizen's message that waits for its files, as it is left in the tables. */
final class SentMail {

  private static final Citizen APPLICANT = Municipality.citizen(Pushes.APPLICANT);
  private static final EventId ID = new EventId("citizen-abc");

  private final Archive archive;
  private final DynamoDbClient client = LocalDynamoDb.start().client();
  private final List<byte[]> contents = new ArrayList<>();
  private final List<StoredAttachment> files = new ArrayList<>();
  private final ThreadKey thread;

  SentMail(Archive archive) {
    this.archive = archive;
    thread = ThreadKey.of(archive.caseId(), ID.value());
  }

  void announces(byte[]... some) {
    for (byte[] content : some) {
      var attachment =
          new Attachment(
              AttachmentId.random().value(),
              "Brev.pdf",
              new StoredFile(StoredFile.PDF, content.length, Sha256.hex(content)));
      var stored = StoredAttachment.announced(APPLICANT, attachment, Archive.NOW);
      client.transactWriteItems(write -> write.transactItems(stored.put(archive.tables())));
      contents.add(content);
      files.add(stored);
    }
  }

  /** The message that begins a thread, with these. */
  void sends(byte[]... some) {
    announces(some);
    Instant at = Municipality.TAKEN_IN.plusSeconds(1);
    var attachments = new Attachments(files.stream().map(StoredAttachment::progress).toList());
    var act =
        WaitingAct.of(
            archive.caseId(),
            new Source("/lifecare"),
            new MessageSent(
                new CaseNumber(Pushes.CASE_NUMBER),
                ID.value(),
                ID,
                "P1",
                List.of("HL1"),
                null,
                "Hej",
                null,
                files.stream().map(each -> each.progress().attachment()).toList()));
    var key = StoredMessage.key(APPLICANT, thread, ID);
    var item = new HashMap<>(key);
    item.put("caseId", Values.text(archive.caseId().value()));
    item.put("thread", Values.text(ID.value()));
    item.put("text", Values.text("Hej"));
    item.putAll(attachments.attributes());
    item.put(WaitingAct.WAITING, act.stored());
    item.put("takenIn", Values.time(at));
    item.put("byTime", Values.text(thread.value() + "#" + ID.value()));
    var into = new StoredThread(APPLICANT, thread, null, false);
    var begun = into.begun(archive.caseId(), ID.value(), at);
    StoredThread.open(begun, List.of(new Correspondent("HL1", "Eva")), "Hyran", at);
    begun.put("untold", Values.text("Hyran"));
    var writes = new ArrayList<>(List.of(into.put(archive.tables(), begun)));
    files.forEach(e -> writes.add(e.send(archive.tables(), List.of(key), List.of())));
    client.putItem(put -> put.tableName(archive.tables().messages()).item(item));
    client.transactWriteItems(write -> write.transactItems(writes));
  }

  AttachmentKey place(byte[] content) {
    return new AttachmentKey(new AttachmentId(file(content).id().value()), Sha256.hex(content));
  }

  /** A place of the same bytes that nobody announced. */
  AttachmentKey unknown(byte[] content) {
    return new AttachmentKey(new AttachmentId("a".repeat(32)), Sha256.hex(content));
  }

  private StoredAttachment file(byte[] content) {
    for (int i = 0; i < files.size(); i++) {
      if (contents.get(i) == content) {
        return files.get(i);
      }
    }
    throw new AssertionError("it was not announced");
  }

  String id(int number) {
    return files.get(number).id().value();
  }

  void arrives(byte[] content) {
    arrives(place(content), content);
  }

  void arrives(AttachmentKey place, byte[] content) {
    archive.put(place.incoming(), content);
  }

  /** What S3 tells of it. */
  void told(byte[] content) {
    archive.told(place(content).incoming());
  }

  /** What the scanner tells of it. */
  void scanned(byte[] content, String verdict) {
    scanned(place(content), verdict);
  }

  void scanned(AttachmentKey place, String verdict) {
    archive.scanned(archive.bucket(), place.incoming(), null, verdict);
  }

  List<String> states() {
    return files.stream().map(each -> stored(each).progress().state().code()).toList();
  }

  List<StoredAttachment.Entry> entries(int number) {
    return stored(files.get(number)).entries();
  }

  private StoredAttachment stored(StoredAttachment file) {
    return StoredAttachment.read(item(StoredAttachment.key(file.id())));
  }

  /** Whether it waits, is sent or stopped, and the states of its files. */
  String message() {
    var item = item(StoredMessage.key(APPLICANT, thread, ID));
    String state = item.containsKey(WaitingAct.STOPPED) ? "stopped" : "sent";
    return (item.containsKey(WaitingAct.WAITING) ? "waiting" : state)
        + ": "
        + Attachments.read(item).states();
  }

  List<String> outbox() {
    return archive.items(archive.tables().systems()).stream()
        .map(item -> Values.text(item, "data"))
        .toList();
  }

  List<String> acts() {
    return archive.items(archive.tables().audit()).stream()
        .map(item -> Values.text(item, "act"))
        .toList();
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return client
        .getItem(get -> get.tableName(archive.tables().messages()).key(key).consistentRead(true))
        .item();
  }
}
