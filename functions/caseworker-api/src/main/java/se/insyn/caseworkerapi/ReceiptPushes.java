package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.messages.MessageReceipt;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Verdict;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes in that caseworkers have read messages, of citizens or of their own. Two batches of reads
 * (the case; the message with each person that the case has had), one transaction. The first
 * receipt of a caseworker counts.
 */
@Singleton
final class ReceiptPushes {

  private static final String TOO_MANY =
      "must be one of the first " + StoredThread.MOST_CASEWORKERS + " readers of this message";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  ReceiptPushes(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What became of the receipt.
   *
   * @throws se.insyn.http.Problem 404 for an unknown case, thread or message, which nobody can tell
   *     apart
   * @throws InvalidMembers for one reader more than a message tells
   */
  Verdict take(Push push) {
    MessageReceipt receipt = StoredFact.ofKnownCase(client, tables, push, MessageReceipt::from);
    CaseId caseId = CaseId.of(push.source(), receipt.caseNumber());
    return transactions.run(push.dryRun(), () -> decide(push, caseId, receipt));
  }

  private Decision<Verdict> decide(Push push, CaseId caseId, MessageReceipt receipt) {
    StoredCase itsCase = StoredFact.read(client, tables, caseId, null).theCase();
    List<Citizen> everybody = List.copyOf(CasePushes.everybody(itsCase.persons()));
    List<StoredMessage> found =
        StoredMessage.readAll(
            client,
            tables,
            everybody,
            ThreadKey.of(caseId, receipt.thread()),
            receipt.id(),
            itsCase.erasedAt());
    if (found.isEmpty()) {
      throw Problems.unknownCase();
    }
    var writes = new ArrayList<TransactWriteItem>();
    for (StoredMessage message : found) {
      if (!message.isReadBy(receipt.readBy())) {
        if (!message.hasRoomForReader()) {
          throw new InvalidMembers("/data/readBy/caseworkerId", TOO_MANY);
        }
        writes.add(message.readBy(tables, receipt.readBy(), receipt.readAt()));
      }
    }
    if (writes.isEmpty()) {
      return Decision.unchanged(Verdict.DUPLICATE);
    }
    Instant now = itsCase.takenIn(clock.instant());
    writes.add(itsCase.unchanged(tables));
    writes.add(
        AuditItems.row(
            tables,
            AuditItems.subject(caseId),
            now,
            Map.of(
                "act", "message-read",
                "by", push.source().value(),
                "id", receipt.id().value())));
    return new Decision<>(Verdict.APPLIED, writes);
  }
}
