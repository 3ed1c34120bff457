package se.insyn.messages;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.InformationRequest;
import se.insyn.domain.events.RequestStatus;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.SentName;
import se.insyn.domain.outbox.InformationSubmitted;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.value.Unavailable;
import se.insyn.domain.views.ViewedCase;
import se.insyn.dynamodb.AnswerItems;
import se.insyn.dynamodb.AttachmentProgress;
import se.insyn.dynamodb.Attachments;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.QuotaItems;
import se.insyn.dynamodb.SentMessage;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.WaitingAct;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Sends in what the office asked for: the answer, that the request was answered, the entry in the
 * outbox, the row of audit and the day's count in one transaction. Where a file is still checked,
 * the request is answered with the last verdict. A repeat is told by the answer that is there.
 */
@Singleton
final class DynamoSubmissions {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Cases cases;
  private final Clock clock;

  DynamoSubmissions(
      DynamoDbClient client, Tables tables, Transactions transactions, Cases cases, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.cases = cases;
    this.clock = clock;
  }

  /** An answer, and what it answers. */
  private record Submission(
      Viewer viewer,
      VisibleCase viewed,
      EventId request,
      EventId name,
      Answer answer,
      String hash) {

    Map<String, AttributeValue> key() {
      return AnswerItems.key(viewer.citizen(), viewed.id(), request, name);
    }

    Map<String, AttributeValue> answeredKey() {
      return AnswerItems.key(viewer.citizen(), viewed.id(), request);
    }
  }

  /**
   * Sends it in.
   *
   * @throws Problem 409 for an id that stands for something else, 429 when the day's messages are
   *     used up
   * @throws InvalidMembers when the office does not wait for it any more
   */
  EventId submit(
      Viewer viewer, VisibleCase viewed, InformationRequest request, Answer answer, String hash) {
    EventId name = SentName.of(viewer.citizen(), answer.id());
    var submission = new Submission(viewer, viewed, request.fact().id(), name, answer, hash);
    boolean isOpen = request.requestStatus() == RequestStatus.OPEN;
    return transactions.run(false, () -> decide(submission, isOpen));
  }

  private Decision<EventId> decide(Submission submission, boolean isOpen) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var keys = new ArrayList<>(DynamoEnclosed.keys(submission.answer().attachmentIds()));
    keys.add(submission.key());
    keys.add(submission.answeredKey());
    var quotaKey = QuotaItems.key(submission.viewer().citizen(), now);
    var found =
        Batch.get(client, Map.of(tables.messages(), keys, tables.citizens(), List.of(quotaKey)));
    var messages = found.getOrDefault(tables.messages(), List.of());
    var sent = Batch.at(submission.key(), messages);
    if (!sent.isEmpty()) {
      if (!SentMessage.isRepeat(sent, submission.hash())) {
        throw Problems.otherContent();
      }
      return Decision.unchanged(submission.name());
    }
    ViewedCase of =
        ViewedCase.all(cases, List.of(submission.viewed()), Stockholm.day(now)).stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    if (!isOpen || !of.isOpen()) {
      throw new InvalidMembers("", "nobody waits for an answer to this any more");
    }
    if (!submission.viewed().keeps(() -> Message.KIND, now)) {
      throw new Unavailable("an erasure is not over yet");
    }
    var quota = Batch.at(quotaKey, found.getOrDefault(tables.citizens(), List.of()));
    long used = QuotaItems.used(quota, DynamoSentMessages.COUNTED);
    if (DailyMessages.areTooMany(used, 1)) {
      throw Problems.tooManyMessages(now);
    }
    DynamoEnclosed files =
        DynamoEnclosed.of(submission.viewer(), submission.answer().attachmentIds(), messages, now);
    WaitingAct act = act(submission, files.attachments());
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(CaseItems.isStill(tables, of.stored()));
    var entries = new ArrayList<StoredAttachment.Entry>();
    if (files.attachments().areGood()) {
      var read = Batch.at(submission.answeredKey(), messages);
      var answered =
          AnswerItems.answered(submission.answeredKey(), read, submission.viewed().id(), now);
      OutboxId out = StoredThread.nextOut(answered, now);
      writes.add(put(submission, files.attachments(), null, now));
      writes.add(AnswerItems.put(tables, answered, read));
      writes.addAll(act.leave(tables, out, now));
      entries.add(new StoredAttachment.Entry(submission.viewed().source(), out));
    } else {
      writes.add(put(submission, files.attachments(), act, now));
      writes.add(act.waits(tables, now));
    }
    writes.addAll(files.send(tables, List.of(submission.key()), entries));
    writes.add(
        QuotaItems.use(
            tables, submission.viewer().citizen(), now, DynamoSentMessages.COUNTED, used, 1));
    return new Decision<>(submission.name(), writes);
  }

  private TransactWriteItem put(
      Submission submission, Attachments files, @Nullable WaitingAct waiting, Instant now) {
    var item = new LinkedHashMap<>(submission.key());
    item.put("caseId", text(submission.viewed().id().value()));
    item.put("takenIn", Values.time(now));
    item.put(SentMessage.REQUEST, text(submission.hash()));
    if (submission.answer().text() != null) {
      item.put("text", text(submission.answer().text()));
    }
    item.putAll(files.attributes());
    if (waiting != null) {
      item.put(WaitingAct.WAITING, waiting.stored());
    }
    return Transactions.added(tables.messages(), item);
  }

  private static WaitingAct act(Submission submission, Attachments files) {
    return WaitingAct.of(
        submission.viewed().id(),
        submission.viewed().source(),
        new InformationSubmitted(
            submission.viewed().number(),
            submission.request(),
            submission.viewed().personId(),
            submission.answer().text(),
            files.all().stream().map(AttachmentProgress::attachment).toList()));
  }
}
