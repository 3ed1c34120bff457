package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Shown;
import se.insyn.domain.events.UnknownCursor;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.MessageStub;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What is stored of a case: its version, and of each fact the kind, version and state. */
@Singleton
final class StoredFacts {

  private static final List<String> COMPARED =
      List.of(
          "item",
          "kind",
          "version",
          "hash",
          "visible",
          "retracted",
          "fileState",
          "fileReason",
          "erased",
          "updatedAt",
          EventItems.TAKEN_IN,
          EventItems.MISSED);

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
    var query = query(caseId).limit(limit);
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
                .filter(item -> isFact(item, CaseItems.erasedAt(caseItem)))
                .map(StoredFacts::fact)
                .toList())
        .put("next", answer.lastEvaluatedKey().isEmpty() ? null : cursor(answer.lastEvaluatedKey()))
        .members();
  }

  /**
   * How a stored fact stands.
   *
   * @param isOpen whether its newest version is for somebody to see
   * @param missedAsOf when its system turned out not to have it; null while it does
   * @param isWaiting whether the bytes of its file may still be handed over
   */
  record Standing(
      EventId id,
      String kind,
      long version,
      String hash,
      boolean isOpen,
      Instant takenIn,
      @Nullable Instant missedAsOf,
      boolean isWaiting) {

    /** Whether a push, once it was read, brings nothing but this. */
    boolean isSame(Kind pushed, Push push) {
      return kind.equals(pushed.code()) && hash.equals(push.hash());
    }
  }

  /** Every fact of a case that is not erased. */
  List<Standing> all(CaseId caseId, @Nullable Instant caseErasedAt) {
    return client.queryPaginator(query(caseId).build()).items().stream()
        .filter(item -> isFact(item, caseErasedAt))
        .map(StoredFacts::standing)
        .toList();
  }

  /** Not what is erased, nor what stands of a message among the facts. */
  private static boolean isFact(Map<String, AttributeValue> item, @Nullable Instant caseErasedAt) {
    return !MessageStub.isOne(item) && !EventItems.isErased(item, caseErasedAt);
  }

  private static Standing standing(Map<String, AttributeValue> item) {
    String file = Values.optionalText(item, "fileState");
    return new Standing(
        id(item),
        Values.text(item, "kind"),
        Values.number(item, "version"),
        Values.text(item, "hash"),
        Values.flag(item, "visible") && !Values.flag(item, "retracted"),
        Values.time(item, EventItems.TAKEN_IN),
        Values.optionalTime(item, EventItems.MISSED),
        file != null && FileState.of(file).isWaiting());
  }

  /** What a comparison needs of the facts of a case, ordered by id. */
  private QueryRequest.Builder query(CaseId caseId) {
    var names = new LinkedHashMap<String, String>();
    COMPARED.forEach(name -> names.put("#" + name, name));
    return QueryRequest.builder()
        .tableName(tables.cases())
        .consistentRead(true)
        .keyConditionExpression("caseId = :case AND begins_with(#item, :facts)")
        .projectionExpression(String.join(", ", names.keySet()))
        .expressionAttributeNames(names)
        .expressionAttributeValues(
            Map.of(
                ":case", Values.text(caseId.value()),
                ":facts", Values.text(EventItems.PREFIX)));
  }

  private static EventId id(Map<String, AttributeValue> item) {
    return new EventId(Values.text(item, "item").substring(EventItems.PREFIX.length()));
  }

  private static Shown fact(Map<String, AttributeValue> item) {
    return new Shown()
        .put("kind", Values.text(item, "kind"))
        .put("id", id(item))
        .put("version", Values.number(item, "version"))
        .put("visible", Values.flag(item, "visible") && !item.containsKey(EventItems.MISSED))
        .put("retracted", Values.flag(item, "retracted"))
        .put("file", Values.optionalText(item, "fileState"))
        .put("fileReason", Values.optionalText(item, "fileReason"));
  }

  private static String cursor(Map<String, AttributeValue> last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id(last).value().getBytes(StandardCharsets.UTF_8));
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
