package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.events.Upload;
import se.insyn.domain.events.Uploads;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Verdict;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.AttachmentProgress;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.MessageStub;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes in what caseworkers write. Two batches of reads (the case and what it knows of the message;
 * the message and its thread), one transaction. A message goes to somebody who is in the case now
 * and can log in, in a thread of theirs; what was taken is corrected or taken back also when they
 * have left.
 */
@Singleton
final class MessagePushes {

  private static final String TOO_MANY =
      "must be one of the first " + StoredThread.MOST_CASEWORKERS + " caseworkers of this thread";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Uploads uploads;
  private final Clock clock;

  MessagePushes(
      DynamoDbClient client,
      Tables tables,
      Transactions transactions,
      Uploads uploads,
      Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.uploads = uploads;
    this.clock = clock;
  }

  /**
   * What became of the message, with the uploads that it waits for.
   *
   * @throws se.insyn.http.Problem 404 for an unknown case, person or thread, which nobody can tell
   *     apart
   * @throws InvalidMembers for what is wrong with the members; only after the case was found
   */
  Taken take(Push push) {
    Message message = StoredFact.ofKnownCase(client, tables, push, Message::from);
    CaseId caseId = CaseId.of(push.source(), message.caseNumber());
    String hash = push.hash();
    Waiting taken = transactions.run(push.dryRun(), () -> decide(push, caseId, message, hash));
    var wanted = new LinkedHashMap<String, Upload>();
    if (!push.dryRun()) {
      for (AttachmentProgress each : taken.wanted()) {
        wanted.put(
            each.attachment().id(), uploads.of(caseId, message.id(), each.attachment().file()));
      }
    }
    return Taken.ofMessage(
        taken.verdict(),
        taken.verdict() == Verdict.STALE ? null : message.thread(),
        wanted,
        taken.refused());
  }

  /** What became of a message, the attachments whose bytes are wanted, and those not taken. */
  private record Waiting(Verdict verdict, List<AttachmentProgress> wanted, List<String> refused) {

    static Waiting of(Verdict verdict) {
      return new Waiting(verdict, List.of(), List.of());
    }

    static Waiting of(Verdict verdict, MessageStub stub) {
      return new Waiting(
          verdict,
          stub.attachments().stream().filter(AttachmentProgress::isWaiting).toList(),
          stub.attachments().stream()
              .filter(each -> each.state() == FileState.REFUSED)
              .map(each -> each.attachment().id())
              .toList());
    }
  }

  private Decision<Waiting> decide(Push push, CaseId caseId, Message message, String hash) {
    StoredFact stored = StoredFact.read(client, tables, caseId, message.id());
    StoredCase itsCase = stored.theCase();
    stored.refuseOtherKind(Message.KIND);
    @Nullable MessageStub before = stored.message();
    Verdict verdict = stored.verdictOfPush(message.version(), hash);
    if (before != null && verdict == Verdict.DUPLICATE) {
      return Decision.unchanged(Waiting.of(verdict, before));
    }
    if (verdict == Verdict.DUPLICATE || verdict == Verdict.STALE) {
      return Decision.unchanged(Waiting.of(verdict));
    }
    StoredMessage place = place(caseId, message, before, itsCase);
    if (verdict == Verdict.CONFLICT) {
      return Decision.unchanged(Waiting.of(verdict));
    }
    Instant now = itsCase.takenIn(clock.instant());
    MessageStub stub = MessageStub.of(message, place.thread().citizen(), before);
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(stored.put(tables, stub.item(caseId, message, hash, now)));
    writes.add(itsCase.unchanged(tables));
    writes.addAll(place.put(tables, caseId, message, stub.isOpen(), now));
    if (stub.isOpen() && !place.says(message)) {
      writes.addAll(
          NoticeItems.pending(
              tables,
              Set.of(place.thread().citizen()),
              itsCase.persons(),
              caseId,
              now,
              Duration.ZERO));
    }
    writes.add(
        AuditItems.row(
            tables,
            AuditItems.subject(caseId),
            now,
            Map.of(
                "act", "push",
                "by", push.source().value(),
                "what", Message.KIND,
                "id", message.id().value(),
                "version", Long.toString(message.version()))));
    return new Decision<>(Waiting.of(verdict, stub), writes);
  }

  /** Where it belongs: where it was, or with the person that it is to. */
  private StoredMessage place(
      CaseId caseId, Message message, @Nullable MessageStub before, StoredCase itsCase) {
    if (before != null) {
      refuseOtherPlace(message, before);
    }
    StoredMessage place =
        StoredMessage.read(
            client,
            tables,
            before == null ? recipient(message, itsCase) : List.of(before.citizen()),
            ThreadKey.of(caseId, message.thread()),
            message.id(),
            itsCase.erasedAt());
    if (!message.beginsThread() && !place.thread().isKnown()) {
      throw Problems.unknownCase();
    }
    if (!place.thread().hasRoomFor(message.from())) {
      throw new InvalidMembers("/data/from/caseworkerId", TOO_MANY);
    }
    if (place.isCitizens()) {
      throw new InvalidMembers("/data/id", "is that of a message which a citizen has sent");
    }
    return place;
  }

  /** A correction goes to the same person in the same thread: it was read there. */
  private static void refuseOtherPlace(Message message, MessageStub before) {
    if (!message.to().equals(before.to())) {
      throw new InvalidMembers("/data/to", "must be whom the earlier version was to");
    }
    if (!message.thread().equals(before.thread())) {
      throw new InvalidMembers("/data/threadId", "must be the thread of the earlier version");
    }
  }

  /** Every number that the person has had, the present one first. */
  private List<Citizen> recipient(Message message, StoredCase itsCase) {
    Person person =
        itsCase.persons().stream()
            .filter(each -> each.id().equals(message.to()))
            .filter(each -> each.isIn(Stockholm.today(clock)))
            .findFirst()
            .orElseThrow(Problems::unknownCase);
    Citizen citizen = person.placed().orElseThrow(Problems::unknownCase);
    return Stream.concat(Stream.of(citizen), person.formerly().stream()).toList();
  }
}
