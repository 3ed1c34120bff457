package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * What is kept of persons themselves, whatever their cases: all of the table {@code citizens}, and
 * what waits for them in {@code notices}. The item {@code ALONE} says since when somebody has been
 * seen to have no place in any case.
 */
@Singleton
final class DynamoPersons {

  private static final String ALONE = "ALONE";
  private static final String SINCE = "since";

  private final DynamoDbClient client;
  private final Tables tables;
  private final CitizenItems items;

  DynamoPersons(DynamoDbClient client, Tables tables, CitizenItems items) {
    this.client = client;
    this.tables = tables;
    this.items = items;
  }

  /**
   * Some of them, in no order.
   *
   * @param next the words by which the next page is found, none of them called like a part of a
   *     task's key; none = there is none
   */
  record Page(Set<Citizen> citizens, Map<String, String> next) {

    Page {
      citizens = Set.copyOf(citizens);
      next = Map.copyOf(next);
    }
  }

  /** Those of the table {@code citizens} first, then those of {@code notices}. */
  Page page(Map<String, String> words, int most) {
    boolean inNotices = words.getOrDefault("in", "citizens").equals("notices");
    var scan =
        ScanRequest.builder()
            .tableName(inNotices ? tables.notices() : tables.citizens())
            .limit(most)
            .consistentRead(true)
            .projectionExpression("citizen, #item")
            .expressionAttributeNames(Map.of("#item", "item"));
    String behind = words.get("behind");
    if (behind != null) {
      scan.exclusiveStartKey(
          Map.of("citizen", text(behind), "item", text(words.getOrDefault("behindItem", ""))));
    }
    var found = client.scan(scan.build());
    var citizens = new LinkedHashSet<Citizen>();
    for (var item : found.items()) {
      if (!inNotices || NoticeItems.isOfPerson(text(item, "item"))) {
        citizens.add(new Citizen(text(item, "citizen")));
      }
    }
    Map<String, AttributeValue> last = found.lastEvaluatedKey();
    if (!last.isEmpty()) {
      return new Page(
          citizens,
          Map.of(
              "in", inNotices ? "notices" : "citizens",
              "behind", text(last, "citizen"),
              "behindItem", text(last, "item")));
    }
    return new Page(citizens, inNotices ? Map.of() : Map.of("in", "notices"));
  }

  /** Whether somebody stands in a case, seen or unseen. */
  boolean hasPlace(Citizen citizen) {
    return !client.query(PersonItems.anyPlace(tables, citizen)).items().isEmpty();
  }

  Optional<Instant> aloneSince(Citizen citizen) {
    return items.beginningWith(citizen, ALONE).map(item -> Values.time(item, SINCE)).findFirst();
  }

  void mark(Citizen citizen, Instant since) {
    var item = new LinkedHashMap<>(CitizenItems.key(citizen, ALONE));
    item.put(SINCE, Values.time(since));
    client.putItem(put -> put.tableName(tables.citizens()).item(item));
  }

  void unmark(Citizen citizen) {
    delete(tables.citizens(), citizen, ALONE);
  }

  /** All of it, the mark last. */
  void forget(Citizen citizen) {
    for (String table : List.of(tables.notices(), tables.citizens())) {
      for (String item : kept(table, citizen)) {
        if (!item.equals(ALONE)) {
          delete(table, citizen, item);
        }
      }
    }
    unmark(citizen);
  }

  private List<String> kept(String table, Citizen citizen) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("citizen = :citizen")
                    .projectionExpression("#item")
                    .expressionAttributeNames(Map.of("#item", "item"))
                    .expressionAttributeValues(Map.of(":citizen", text(citizen.key()))))
        .items()
        .stream()
        .map(item -> text(item, "item"))
        .toList();
  }

  private void delete(String table, Citizen citizen, String item) {
    client.deleteItem(delete -> delete.tableName(table).key(CitizenItems.key(citizen, item)));
  }
}
