package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.Attachments;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Meddelanden and their threads in the table {@code messages}, as far as they are removed. */
@Singleton
final class DynamoMessages {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoMessages(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /**
   * Takes away what this citizen has of a case that was taken in up to this time.
   *
   * @return the files of their own that went with it
   */
  Set<AttachmentId> forget(Citizen citizen, CaseId caseId, Instant until) {
    var files = new HashSet<AttachmentId>();
    client
        .queryPaginator(
            query ->
                query
                    .tableName(tables.messages())
                    .consistentRead(true)
                    .keyConditionExpression("citizen = :citizen")
                    .filterExpression("caseId = :case AND takenIn <= :until")
                    .projectionExpression("#item, #from, attachments")
                    .expressionAttributeNames(Map.of("#item", "item", "#from", "from"))
                    .expressionAttributeValues(
                        Map.of(
                            ":citizen", text(citizen.key()),
                            ":case", text(caseId.value()),
                            ":until", time(until))))
        .items()
        .forEach(
            item -> {
              files.addAll(own(item));
              delete(citizen, text(item, "item"), until);
            });
    return files;
  }

  /** What a caseworker attached lies with its case. */
  private static Set<AttachmentId> own(Map<String, AttributeValue> item) {
    return item.containsKey("from") || !item.containsKey("attachments")
        ? Set.of()
        : Attachments.read(item).all().stream()
            .map(each -> new AttachmentId(each.attachment().id()))
            .collect(Collectors.toSet());
  }

  /** Unless it is another one by now, of a later case with the same number. */
  private void delete(Citizen citizen, String item, Instant until) {
    Map<String, AttributeValue> key = Map.of("citizen", text(citizen.key()), "item", text(item));
    try {
      client.deleteItem(
          delete ->
              delete
                  .tableName(tables.messages())
                  .key(key)
                  .conditionExpression("attribute_not_exists(takenIn) OR takenIn <= :until")
                  .expressionAttributeValues(Map.of(":until", time(until))));
    } catch (ConditionalCheckFailedException e) {
      // It was written meanwhile, after the erasure: it stays.
    }
  }
}
