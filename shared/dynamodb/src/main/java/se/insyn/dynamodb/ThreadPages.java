package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.UnknownCursor;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The threads of a viewer by activity, those under the numbers that they had before among them. A
 * position is a key of the index {@code byActivity}: when something last happened, and the thread.
 */
final class ThreadPages {

  private static final Pattern POSITION =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{18}Z#" + StoredThread.PREFIX + "[0-9a-f]{32}");
  private static final int MORE = 100;

  private final DynamoDbClient client;
  private final Tables tables;
  private final Viewer viewer;

  ThreadPages(DynamoDbClient client, Tables tables, Viewer viewer) {
    this.client = client;
    this.tables = tables;
    this.viewer = viewer;
  }

  /** A thread and where it stands. */
  private record Placed(String position, SeenThread thread) {}

  /** What one number has, and how far it was looked at; {@code end} is null at its end. */
  private record Looked(List<Placed> found, @Nullable String end) {}

  Page<SeenThread> page(int limit, @Nullable String after) {
    if (after != null && !POSITION.matcher(after).matches()) {
      throw new UnknownCursor();
    }
    var all = new ArrayList<Placed>();
    // No number was looked at beyond this: what is older may lack those of another number.
    String end = "";
    boolean more = false;
    for (Citizen self : viewer.selves()) {
      Looked looked = look(self, limit + 1, after);
      all.addAll(looked.found());
      if (looked.end() != null) {
        more = true;
        end = looked.end().compareTo(end) > 0 ? looked.end() : end;
      }
    }
    String reached = end;
    List<Placed> known =
        all.stream()
            .filter(each -> each.position().compareTo(reached) >= 0)
            .sorted(Comparator.comparing(Placed::position).reversed())
            .toList();
    if (known.size() > limit) {
      return new Page<>(threads(known.subList(0, limit)), known.get(limit - 1).position());
    }
    return new Page<>(threads(known), more ? reached : null);
  }

  private static List<SeenThread> threads(List<Placed> placed) {
    return placed.stream().map(Placed::thread).toList();
  }

  /** Until so many are found, none are left, or too many in a row were nothing to see. */
  private Looked look(Citizen self, int wanted, @Nullable String after) {
    var found = new ArrayList<Placed>();
    String position = after;
    int passedOver = 0;
    QueryRequest.Builder request = request(self, after).limit(wanted + 1);
    while (true) {
      QueryResponse answer = client.query(request.build());
      for (Map<String, AttributeValue> item : answer.items()) {
        String here = text(item, StoredThread.BY_ACTIVITY);
        if (here.equals(after)) {
          continue;
        }
        position = here;
        var seen = DynamoThreads.seen(viewer, item);
        if (seen.isPresent()) {
          found.add(new Placed(here, seen.get()));
        } else {
          passedOver++;
        }
        if (found.size() == wanted || passedOver == Threads.MOST_PASSED_OVER) {
          return new Looked(found, position);
        }
      }
      if (!answer.hasLastEvaluatedKey() || answer.lastEvaluatedKey().isEmpty()) {
        return new Looked(found, null);
      }
      request.exclusiveStartKey(answer.lastEvaluatedKey()).limit(MORE);
    }
  }

  private QueryRequest.Builder request(Citizen self, @Nullable String after) {
    return QueryRequest.builder()
        .tableName(tables.messages())
        .indexName(StoredThread.BY_ACTIVITY)
        .consistentRead(true)
        .scanIndexForward(false)
        .keyConditionExpression("citizen = :citizen AND #key <= :from")
        .expressionAttributeNames(Map.of("#key", StoredThread.BY_ACTIVITY))
        .expressionAttributeValues(
            Map.of(
                ":citizen", text(self.key()),
                ":from", text(after == null ? IndexKeys.END : after)));
  }
}
