package se.insyn.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The rows of one subject, newest first, fetched page by page as they are needed. */
final class DynamoAuditRows {

  private static final int MORE = 100;

  private final DynamoDbClient client;
  private final QueryRequest.Builder request;
  private final Deque<DynamoAuditRow> fetched = new ArrayDeque<>();
  private boolean more = true;

  DynamoAuditRows(DynamoDbClient client, QueryRequest.Builder newestFirst) {
    this.client = client;
    this.request = newestFirst;
  }

  /** Takes the newest rows of several subjects together; none when all are at their end. */
  static List<DynamoAuditRow> newest(List<DynamoAuditRows> subjects, int most) {
    var rows = new ArrayList<DynamoAuditRow>();
    while (rows.size() < most) {
      DynamoAuditRows newest = null;
      String key = null;
      for (DynamoAuditRows each : subjects) {
        DynamoAuditRow next = each.next();
        if (next != null && (key == null || next.key().compareTo(key) > 0)) {
          newest = each;
          key = next.key();
        }
      }
      if (newest == null) {
        return rows;
      }
      rows.add(newest.fetched.remove());
    }
    return rows;
  }

  private @Nullable DynamoAuditRow next() {
    while (fetched.isEmpty() && more) {
      QueryResponse answer = client.query(request.build());
      answer.items().forEach(item -> fetched.add(DynamoAuditRow.of(item)));
      more = answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty();
      if (more) {
        request.exclusiveStartKey(answer.lastEvaluatedKey()).limit(MORE);
      }
    }
    return fetched.peek();
  }
}
