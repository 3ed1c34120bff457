package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The facts of a case in the table {@code cases}, as long as they have content. */
@Singleton
final class DynamoFacts {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoFacts(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** All of them but tombstones, page by page as they are needed. */
  Stream<KeptFact> of(CaseId caseId) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(tables.cases())
                    .consistentRead(true)
                    .keyConditionExpression("caseId = :case AND begins_with(#item, :facts)")
                    .filterExpression("attribute_not_exists(erased)")
                    .projectionExpression("#item, kind, version, #hash, audience, updatedAt")
                    .expressionAttributeNames(Map.of("#item", "item", "#hash", "hash"))
                    .expressionAttributeValues(
                        Map.of(
                            ":case", text(caseId.value()),
                            ":facts", text(EventItems.PREFIX))))
        .items()
        .stream()
        .map(DynamoFacts::fact);
  }

  private static KeptFact fact(Map<String, AttributeValue> item) {
    return new KeptFact(
        new EventId(text(item, "item").substring(EventItems.PREFIX.length())),
        Values.optionalText(item, "kind"),
        Values.number(item, "version"),
        text(item, "hash"),
        Values.numbers(item, "audience").keySet().stream()
            .map(Citizen::new)
            .collect(Collectors.toSet()),
        Values.time(item, "updatedAt"));
  }

  /**
   * Leaves only the tombstone of a fact, unless there is another version of it by now.
   *
   * @return whether it is done
   */
  boolean bury(CaseId caseId, KeptFact fact) {
    var tombstone =
        EventItems.tombstone(caseId, fact.id(), fact.kind(), fact.version(), fact.hash());
    try {
      client.putItem(
          put ->
              put.tableName(tables.cases())
                  .item(tombstone)
                  .conditionExpression("version = :version AND updatedAt = :updatedAt")
                  .expressionAttributeValues(
                      Map.of(
                          ":version", Values.number(fact.version()),
                          ":updatedAt", Values.time(fact.updatedAt()))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
