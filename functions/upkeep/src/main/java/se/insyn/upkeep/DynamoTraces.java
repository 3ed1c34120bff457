package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.ExportItems;
import se.insyn.dynamodb.OpeningItems;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What a fact leaves with those who could see it, in the table {@code citizens}. */
@Singleton
final class DynamoTraces {

  private final DynamoDbClient client;
  private final Tables tables;
  private final CitizenItems items;

  DynamoTraces(DynamoDbClient client, Tables tables, CitizenItems items) {
    this.client = client;
    this.tables = tables;
    this.items = items;
  }

  /** Forgets when this citizen first opened these facts. */
  void forgetOpenings(Citizen citizen, CaseId caseId, Set<EventId> ids) {
    items
        .beginningWith(citizen, OpeningItems.prefix(caseId))
        .filter(item -> ids.contains(OpeningItems.fact(caseId, item)))
        .forEach(item -> delete(citizen, text(item, "item")));
  }

  /** Forgets when this citizen first opened anything of a case, up to this time. */
  void forgetOpenings(Citizen citizen, CaseId caseId, Instant until) {
    items
        .beginningWith(citizen, OpeningItems.prefix(caseId))
        .filter(item -> !OpeningItems.firstOpened(item).isAfter(until))
        .forEach(item -> delete(citizen, text(item, "item")));
  }

  /** Forgets when this citizen last got something of a case, if that was up to this time. */
  void forgetLastFact(Citizen citizen, CaseId caseId, Instant until) {
    try {
      client.deleteItem(
          delete ->
              delete
                  .tableName(tables.people())
                  .key(PersonItems.lastFactKey(citizen, caseId))
                  .conditionExpression("#at <= :until")
                  .expressionAttributeNames(Map.of("#at", "at"))
                  .expressionAttributeValues(Map.of(":until", Values.time(until))));
    } catch (ConditionalCheckFailedException e) {
      // There is none, or they have got something since.
    }
  }

  /**
   * The exports of this citizen that were ordered before and hold a fact, or anything of the case;
   * one that is being built may come to hold it.
   */
  List<Export> exportsWith(
      Citizen citizen, CaseId caseId, @Nullable EventId id, Instant orderedUntil) {
    var found = new ArrayList<Export>();
    for (Export export : items.exports(citizen).toList()) {
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
    return items
        .held(citizen, export, content)
        .map(parts -> parts.stream().anyMatch(held -> holds(held, caseId, id)))
        .orElse(true);
  }

  private static boolean holds(Held held, CaseId caseId, @Nullable EventId id) {
    return held.caseId().equals(caseId) && (id == null || held.facts().containsKey(id));
  }

  /** Takes an export away: from now on there is none, and one that is being built is dropped. */
  void dropExport(Citizen citizen, Export export) {
    items
        .beginningWith(citizen, ExportItems.heldPrefix(export.id()))
        .forEach(item -> delete(citizen, text(item, "item")));
    delete(citizen, ExportItems.PREFIX + export.id());
  }

  /** Where the bytes of an export lie, if there are any. */
  static Optional<String> place(Export export) {
    return Optional.ofNullable(export.content()).map(Export.Content::place);
  }

  private void delete(Citizen citizen, String item) {
    client.deleteItem(
        delete -> delete.tableName(tables.citizens()).key(CitizenItems.key(citizen, item)));
  }
}
