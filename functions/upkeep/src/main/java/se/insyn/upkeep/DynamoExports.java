package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.insyn.domain.events.EventId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.ExportItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The exports in the table {@code citizens}, as far as building them changes them. */
@Singleton
final class DynamoExports {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final DynamoTasks tasks;

  DynamoExports(
      DynamoDbClient client, Tables tables, Transactions transactions, DynamoTasks tasks) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.tasks = tasks;
  }

  /** Keeps what an attempt put into an export, and says in how many parts. */
  long hold(Citizen citizen, Export export, long attempt, List<Held> held) {
    int parts = 0;
    for (Held each : held) {
      for (Held some : inParts(each)) {
        var item = ExportItems.held(citizen, export, attempt, parts, some);
        client.putItem(put -> put.tableName(tables.citizens()).item(item));
        parts++;
      }
    }
    return parts;
  }

  private static List<Held> inParts(Held held) {
    List<Map.Entry<EventId, Instant>> facts = new ArrayList<>(held.facts().entrySet());
    var parts = new ArrayList<Held>();
    int from = 0;
    do {
      var some = facts.subList(from, Math.min(facts.size(), from + ExportItems.MOST_FACTS));
      parts.add(
          new Held(
              held.caseId(),
              held.look(),
              some.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
      from += ExportItems.MOST_FACTS;
    } while (from < facts.size());
    return parts;
  }

  /** The export can be opened, and its task is done. */
  void ready(Task task, Citizen citizen, Export export, Export.Content content) {
    write(task, citizen, export, ExportItems.ready(content));
  }

  /** The export will never be there, and its task is done. */
  void failed(Task task, Citizen citizen, Export export) {
    write(task, citizen, export, ExportItems.failed());
  }

  /** Nobody waits for it any more. */
  void dropped(Task task) {
    run(List.of(tasks.done(task)));
  }

  private void write(
      Task task, Citizen citizen, Export export, Map<String, AttributeValue> changes) {
    var names = new HashMap<>(Map.of("#state", "state"));
    var values = new HashMap<>(Map.of(":building", text(Export.State.BUILDING.code())));
    changes.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, value);
        });
    String sets =
        changes.keySet().stream()
            .map(name -> "#" + name + " = :" + name)
            .collect(Collectors.joining(", "));
    run(
        List.of(
            tasks.done(task),
            TransactWriteItem.builder()
                .update(
                    update ->
                        update
                            .tableName(tables.citizens())
                            .key(ExportItems.key(citizen, export.id()))
                            .updateExpression("SET " + sets)
                            .conditionExpression("#state = :building")
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values))
                .build()));
  }

  private void run(List<TransactWriteItem> writes) {
    transactions.run(false, () -> new Transactions.Decision<>(true, writes));
  }
}
