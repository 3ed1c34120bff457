package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Openings;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.Transactions.Decision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Openings} in one transaction over the tables {@code audit} and {@code citizens}, where an
 * item keeps when the citizen first opened a fact.
 */
@Singleton
public final class DynamoOpenings implements Openings {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;

  DynamoOpenings(DynamoDbClient client, Tables tables, Transactions transactions) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
  }

  @Override
  public void opened(Viewer viewer, Line line, Instant at) {
    write(viewer, line, "shown", at);
  }

  @Override
  public void openedFile(Viewer viewer, Line line, Instant at) {
    write(viewer, line, "file", at);
  }

  private void write(Viewer viewer, Line line, String outcome, Instant at) {
    Citizen citizen = viewer.citizen();
    CaseId caseId = line.viewed().id();
    var writes =
        List.of(
            first(citizen, caseId, line.id(), at),
            AuditItems.row(
                tables,
                AuditItems.subject(citizen),
                at,
                Map.of(
                    "act",
                    "opened",
                    "by",
                    "citizen",
                    "case",
                    caseId.value(),
                    "what",
                    line.kind().code(),
                    "id",
                    line.id().value(),
                    "outcome",
                    outcome)));
    transactions.run(false, () -> new Decision<>(true, writes));
  }

  /** Whoever opens it again leaves the first time as it is. */
  private TransactWriteItem first(Citizen citizen, CaseId caseId, EventId id, Instant at) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.citizens())
                    .key(OpeningItems.key(citizen, caseId, id))
                    .updateExpression("SET #first = if_not_exists(#first, :at)")
                    .expressionAttributeNames(Map.of("#first", OpeningItems.FIRST))
                    .expressionAttributeValues(Map.of(":at", time(at))))
        .build();
  }

  @Override
  public Map<EventId, Instant> firstOpened(
      Viewer viewer, VisibleCase viewed, Collection<EventId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var selves = new LinkedHashSet<>(viewed.formerly());
    selves.add(viewer.citizen());
    var keys =
        ids.stream()
            .flatMap(id -> selves.stream().map(self -> OpeningItems.key(self, viewed.id(), id)))
            .toList();
    var first = new HashMap<EventId, Instant>();
    for (var item : Batch.get(client, tables.citizens(), keys, null)) {
      try {
        first.merge(
            OpeningItems.fact(viewed.id(), item),
            OpeningItems.firstOpened(item),
            (one, other) -> one.isBefore(other) ? one : other);
      } catch (RuntimeException e) {
        Damaged.item("citizens", e);
      }
    }
    return first;
  }
}
