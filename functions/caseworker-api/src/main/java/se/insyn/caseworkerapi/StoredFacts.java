package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;
import se.insyn.domain.events.UnknownCursor;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What is stored of a case: its version, and of each fact the kind, version and state. */
@Singleton
final class StoredFacts {

  private final DynamoDbClient client;
  private final Tables tables;

  StoredFacts(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** One page, ordered by id; {@code next} is there when there may be more. */
  Map<String, Object> page(CaseId caseId, int limit, @Nullable String cursor) {
    EventId after = cursor == null ? null : id(cursor);
    var caseItem =
        client
            .getItem(
                get ->
                    get.tableName(tables.cases()).key(CaseItems.key(caseId)).consistentRead(true))
            .item();
    if (caseItem.isEmpty() || CaseItems.isErased(caseItem)) {
      throw Problems.unknownCase();
    }
    Case stored = CaseItems.read(caseItem);
    var query =
        QueryRequest.builder()
            .tableName(tables.cases())
            .consistentRead(true)
            .limit(limit)
            .keyConditionExpression("caseId = :case AND begins_with(#item, :facts)")
            .projectionExpression(
                "#item, #kind, #version, #visible, #retracted, #file, #reason, erased, updatedAt")
            .expressionAttributeNames(
                Map.of(
                    "#item", "item",
                    "#kind", "kind",
                    "#version", "version",
                    "#visible", "visible",
                    "#retracted", "retracted",
                    "#file", "fileState",
                    "#reason", "fileReason"))
            .expressionAttributeValues(
                Map.of(
                    ":case", Values.text(caseId.value()),
                    ":facts", Values.text(EventItems.PREFIX)));
    if (after != null) {
      query.exclusiveStartKey(EventItems.key(caseId, after));
    }
    var answer = client.query(query.build());
    return new Shown()
        .put(
            "case",
            new Shown()
                .put("caseNumber", stored.number().value())
                .put("version", stored.version())
                .put("updatedAt", stored.updatedAt()))
        .put(
            "facts",
            answer.items().stream()
                .filter(item -> !EventItems.isErased(item, CaseItems.erasedAt(caseItem)))
                .map(StoredFacts::fact)
                .toList())
        .put("next", answer.lastEvaluatedKey().isEmpty() ? null : cursor(answer.lastEvaluatedKey()))
        .members();
  }

  private static Shown fact(Map<String, AttributeValue> item) {
    return new Shown()
        .put("kind", Values.text(item, "kind"))
        .put("id", Values.text(item, "item").substring(EventItems.PREFIX.length()))
        .put("version", Values.number(item, "version"))
        .put("visible", Values.flag(item, "visible"))
        .put("retracted", Values.flag(item, "retracted"))
        .put("file", Values.optionalText(item, "fileState"))
        .put("fileReason", Values.optionalText(item, "fileReason"));
  }

  private static String cursor(Map<String, AttributeValue> last) {
    String id = Values.text(last, "item").substring(EventItems.PREFIX.length());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  private static EventId id(String cursor) {
    try {
      return EventId.parse(
              new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
          .orElseThrow(UnknownCursor::new);
    } catch (IllegalArgumentException e) {
      throw new UnknownCursor();
    }
  }
}
