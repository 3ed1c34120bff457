package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Openings} in one transaction over the tables {@code audit} and {@code citizens}, where the
 * item {@code READ#<caseId>#<id>} keeps when the citizen first opened a fact.
 */
@Singleton
public final class DynamoOpenings implements Openings {

  private static final String FIRST = "openedAt";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;

  DynamoOpenings(DynamoDbClient client, Tables tables, Transactions transactions) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
  }

  @Override
  public void opened(Viewer viewer, VisibleCase viewed, Line line, Instant at) {
    write(viewer, viewed, line, "shown", at);
  }

  @Override
  public void openedFile(Viewer viewer, VisibleCase viewed, Line line, Instant at) {
    write(viewer, viewed, line, "file", at);
  }

  private void write(Viewer viewer, VisibleCase viewed, Line line, String outcome, Instant at) {
    Citizen citizen = viewer.citizen();
    var writes =
        List.of(
            first(citizen, viewed.id(), line.id(), at),
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
                    viewed.id().value(),
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
                    .key(key(citizen, caseId, id))
                    .updateExpression("SET #first = if_not_exists(#first, :at)")
                    .expressionAttributeNames(Map.of("#first", FIRST))
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
            .flatMap(id -> selves.stream().map(self -> key(self, viewed.id(), id)))
            .toList();
    int prefix = item(viewed.id(), "").length();
    var first = new HashMap<EventId, Instant>();
    for (var item : Batch.get(client, tables.citizens(), keys, null)) {
      try {
        first.merge(
            new EventId(text(item, "item").substring(prefix)),
            time(item, FIRST),
            (one, other) -> one.isBefore(other) ? one : other);
      } catch (RuntimeException e) {
        Damaged.item("citizens", e);
      }
    }
    return first;
  }

  private static Map<String, AttributeValue> key(Citizen citizen, CaseId caseId, EventId id) {
    return Map.of("citizen", text(citizen.key()), "item", text(item(caseId, id.value())));
  }

  private static String item(CaseId caseId, String id) {
    return "READ#" + caseId.value() + "#" + id;
  }
}
