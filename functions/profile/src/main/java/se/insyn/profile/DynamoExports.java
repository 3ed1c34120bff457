package se.insyn.profile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.ExportItems;
import se.insyn.dynamodb.QuotaItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.lambda.RandomText;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Exports} in the table {@code citizens}; an order stands there together with its task for
 * upkeep and the day's count, or not at all.
 */
@Singleton
final class DynamoExports implements Exports {

  private static final String ORDERED = "exports";

  private final DynamoDbClient client;
  private final Tables tables;
  private final CitizenItems items;
  private final Transactions transactions;

  DynamoExports(
      DynamoDbClient client, Tables tables, CitizenItems items, Transactions transactions) {
    this.client = client;
    this.tables = tables;
    this.items = items;
    this.transactions = transactions;
  }

  @Override
  public Optional<Export> order(Viewer viewer, Instant now) {
    Citizen citizen = viewer.citizen();
    return transactions.run(false, () -> decide(citizen, now));
  }

  private Decision<Optional<Export>> decide(Citizen citizen, Instant now) {
    Optional<Export> building =
        items
            .exports(citizen)
            .filter(each -> each.state() == Export.State.BUILDING && !each.isOver(now))
            .findFirst();
    if (building.isPresent()) {
      return Decision.unchanged(building);
    }
    var quota = QuotaItems.read(client, tables, citizen, now);
    long ordered = QuotaItems.used(quota, ORDERED);
    if (DailyOrders.areUsedUp(ordered)) {
      return Decision.unchanged(Optional.empty());
    }
    Export export = Export.ordered(RandomText.make(), now);
    return new Decision<>(
        Optional.of(export),
        List.of(
            put(ExportItems.item(citizen, export)),
            QuotaItems.use(tables, citizen, now, ORDERED, ordered, 1),
            TaskItems.export(tables, now, citizen, export.id()),
            audit(citizen, export, "ordered", now)));
  }

  @Override
  public Optional<Export> find(Viewer viewer, String id) {
    return items.export(viewer.citizen(), id);
  }

  @Override
  public Optional<List<Held>> held(Viewer viewer, Export export, Export.Content content) {
    return items.held(viewer.citizen(), export, content);
  }

  @Override
  public void opened(Viewer viewer, Export export, Instant at) {
    var row = audit(viewer.citizen(), export, "opened", at);
    transactions.run(false, () -> new Decision<>(true, List.of(row)));
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(tables.citizens()).item(item))
        .build();
  }

  private TransactWriteItem audit(Citizen citizen, Export export, String act, Instant at) {
    return AuditItems.row(
        tables,
        AuditItems.subject(citizen),
        at,
        Map.of(
            "act", act, "by", "citizen", "what", "export", "id", export.id(), "outcome", "done"));
  }
}
