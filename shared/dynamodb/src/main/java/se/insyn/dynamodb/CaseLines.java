package se.insyn.dynamodb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The facts of one case in one index, newest first, fetched page by page as they are needed. */
final class CaseLines {

  private final DynamoDbClient client;
  private final VisibleCase viewed;
  private final String index;
  private final String prefix;
  private final QueryRequest.Builder request;
  private final @Nullable Position after;
  private final Deque<Map<String, AttributeValue>> fetched = new ArrayDeque<>();
  private boolean more = true;

  CaseLines(
      DynamoDbClient client,
      Tables tables,
      VisibleCase viewed,
      EventQuery query,
      @Nullable Position after) {
    this.client = client;
    this.viewed = viewed;
    this.after = after;
    EventId application = query.application();
    this.index =
        application != null
            ? IndexKeys.BY_APPLICATION
            : query.kind() != null ? IndexKeys.BY_KIND : IndexKeys.BY_DATE;
    this.prefix =
        application != null
            ? application.value() + "#"
            : query.kind() != null ? query.kind().code() + "#" : "";
    String from = prefix + (query.from() == null ? "" : query.from());
    String to = prefix + (query.to() == null ? IndexKeys.END : query.to() + IndexKeys.END);
    if (after != null && (prefix + after.place()).compareTo(to) < 0) {
      to = prefix + after.place();
    }
    this.more = from.compareTo(to) <= 0;
    this.request =
        QueryRequest.builder()
            .tableName(tables.cases())
            .indexName(index)
            .consistentRead(true)
            .select(Select.ALL_PROJECTED_ATTRIBUTES)
            .scanIndexForward(false)
            .keyConditionExpression("caseId = :case AND #key BETWEEN :from AND :to")
            .expressionAttributeNames(Map.of("#key", index))
            .expressionAttributeValues(
                Map.of(
                    ":case", Values.text(viewed.id().value()),
                    ":from", Values.text(from.isEmpty() ? " " : from),
                    ":to", Values.text(to)))
            // One more tells whether there is a next page; the one the last page ended at comes
            // again.
            .limit(query.limit() + (after == null ? 1 : 2));
  }

  VisibleCase viewed() {
    return viewed;
  }

  /** The newest fact not taken yet; null when there is none. */
  @Nullable Position next() {
    while (true) {
      while (fetched.isEmpty() && more) {
        fetch();
      }
      Map<String, AttributeValue> item = fetched.peek();
      if (item == null) {
        return null;
      }
      var position =
          new Position(Values.text(item, index).substring(prefix.length()), viewed.id().value());
      if (after == null || position.compareTo(after) < 0) {
        return position;
      }
      fetched.remove();
    }
  }

  /** Takes the fact that {@link #next} told of. */
  Map<String, AttributeValue> take() {
    return fetched.remove();
  }

  private void fetch() {
    QueryResponse answer = client.query(request.build());
    fetched.addAll(answer.items());
    more = answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty();
    if (more) {
      request.exclusiveStartKey(answer.lastEvaluatedKey()).limit(100);
    }
  }
}
