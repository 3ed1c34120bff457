package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Transactions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How the removal of a case, or of something in it, ends: with its task, in one transaction. */
@Singleton
final class DynamoCaseEnds {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final DynamoTasks tasks;

  DynamoCaseEnds(
      DynamoDbClient client, Tables tables, Transactions transactions, DynamoTasks tasks) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.tasks = tasks;
  }

  /** A case that is closed; empty when it is open, unknown, or a tombstone. */
  Optional<ClosedCase> closed(CaseId caseId) {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(tables.cases()).key(CaseItems.key(caseId)).consistentRead(true))
            .item();
    if (item.isEmpty() || CaseItems.isErased(item)) {
      return Optional.empty();
    }
    Case stored = CaseItems.read(item);
    LocalDate closedOn = stored.header().closedSince();
    return closedOn == null
        ? Optional.empty()
        : Optional.of(
            new ClosedCase(
                caseId,
                closedOn,
                stored.version(),
                text(item, "hash"),
                stored.updatedAt(),
                stored.persons()));
  }

  /** The task is done, and nothing had to be removed. */
  void nothing(Task task) {
    run(List.of(tasks.done(task)));
  }

  /** Everything that was erased is gone. */
  void erased(Task task, CaseId caseId, @Nullable EventId id, Instant at) {
    run(List.of(tasks.done(task), audit(caseId, id, "removed", at)));
  }

  /** What was due is gone; there may be more on that day. */
  void again(Task task, CaseId caseId, LocalDate day) {
    run(List.of(tasks.done(task), TaskItems.closed(tables, day, caseId)));
  }

  /** The case itself is kept no longer: its tombstone stays, and nobody has a place in it. */
  void over(Task task, ClosedCase closed, Instant at) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(tasks.done(task));
    writes.add(
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(tables.cases())
                        .item(
                            CaseItems.tombstone(
                                closed.id(), closed.version(), closed.hash(), closed.persons(), at))
                        .conditionExpression("version = :read AND attribute_not_exists(erased)")
                        .expressionAttributeValues(Map.of(":read", number(closed.version()))))
            .build());
    closed.persons().stream()
        .flatMap(person -> person.placed().stream())
        .distinct()
        .forEach(citizen -> writes.add(PersonItems.removePlace(tables, citizen, closed.id())));
    writes.add(audit(closed.id(), null, "retention-over", at));
    run(writes);
  }

  private TransactWriteItem audit(CaseId caseId, @Nullable EventId id, String outcome, Instant at) {
    return AuditItems.row(
        tables,
        AuditItems.subject(caseId),
        at,
        id == null
            ? Map.of("act", "remove", "by", "upkeep", "what", "case", "outcome", outcome)
            : Map.of(
                "act",
                "remove",
                "by",
                "upkeep",
                "what",
                "fact",
                "id",
                id.value(),
                "outcome",
                outcome));
  }

  private void run(List<TransactWriteItem> writes) {
    transactions.run(false, () -> new Transactions.Decision<>(true, writes));
  }
}
