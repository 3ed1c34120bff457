package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.ExportItems;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a fact leaves with those who could see it, in the table {@code citizens}. */
@Singleton
final class DynamoTraces {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoTraces(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** Forgets when this citizen first opened these facts. */
  void forgetOpenings(Citizen citizen, CaseId caseId, Set<EventId> ids) {
    String prefix = "READ#" + caseId.value() + "#";
    items(citizen, prefix)
        .map(item -> text(item, "item"))
        .filter(item -> ids.contains(new EventId(item.substring(prefix.length()))))
        .forEach(item -> delete(citizen, item));
  }

  /** Forgets when this citizen first opened anything of a case, up to this time. */
  void forgetOpenings(Citizen citizen, CaseId caseId, Instant until) {
    items(citizen, "READ#" + caseId.value() + "#")
        .filter(item -> !time(item, "openedAt").isAfter(until))
        .forEach(item -> delete(citizen, text(item, "item")));
  }

  /**
   * The exports of this citizen that were ordered before and hold a fact, or anything of the case;
   * one that is being built may come to hold it.
   */
  List<Export> exportsWith(
      Citizen citizen, CaseId caseId, @Nullable EventId id, Instant orderedUntil) {
    var found = new ArrayList<Export>();
    for (Map<String, AttributeValue> item : items(citizen, ExportItems.PREFIX).toList()) {
      Export export = ExportItems.read(item);
      if (!export.orderedAt().isAfter(orderedUntil) && mayHold(citizen, export, caseId, id)) {
        found.add(export);
      }
    }
    return found;
  }

  /** Also when some of it has been taken away already, so that it cannot be said any more. */
  private boolean mayHold(Citizen citizen, Export export, CaseId caseId, @Nullable EventId id) {
    Export.Content content = export.content();
    if (content == null) {
      return true;
    }
    List<Held> parts =
        items(citizen, ExportItems.heldPrefix(export.id(), content.attempt()))
            .map(ExportItems::readHeld)
            .toList();
    return parts.size() != content.parts()
        || parts.stream().anyMatch(held -> holds(held, caseId, id));
  }

  private static boolean holds(Held held, CaseId caseId, @Nullable EventId id) {
    return held.caseId().equals(caseId) && (id == null || held.facts().containsKey(id));
  }

  /** Takes an export away: from now on there is none, and one that is being built is dropped. */
  void dropExport(Citizen citizen, Export export) {
    items(citizen, "HELD#" + export.id() + "#")
        .forEach(item -> delete(citizen, text(item, "item")));
    delete(citizen, ExportItems.PREFIX + export.id());
  }

  /** Where the bytes of an export lie, if there are any. */
  static Optional<String> place(Export export) {
    return Optional.ofNullable(export.content()).map(Export.Content::place);
  }

  private Stream<Map<String, AttributeValue>> items(Citizen citizen, String prefix) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(tables.citizens())
                    .consistentRead(true)
                    .keyConditionExpression("citizen = :citizen AND begins_with(#item, :prefix)")
                    .expressionAttributeNames(Map.of("#item", "item"))
                    .expressionAttributeValues(
                        Map.of(":citizen", text(citizen.key()), ":prefix", text(prefix))))
        .items()
        .stream();
  }

  private void delete(Citizen citizen, String item) {
    client.deleteItem(
        delete ->
            delete
                .tableName(tables.citizens())
                .key(Map.of("citizen", text(citizen.key()), "item", text(item))));
  }
}
