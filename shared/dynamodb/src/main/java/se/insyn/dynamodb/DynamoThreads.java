package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.UnknownCursor;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.SeenMessage;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.messages.Unread;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** {@link Threads} on the table {@code messages}. */
@Singleton
public final class DynamoThreads implements Threads {

  /** When a message was sent, and its id. */
  private static final Pattern PLACE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{18}Z#[A-Za-z0-9._-]{1,64}");

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoThreads(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  @Override
  public Page<SeenThread> newestFirst(Viewer viewer, int limit, @Nullable String after) {
    return new ThreadPages(client, tables, viewer).page(limit, after);
  }

  @Override
  public Optional<SeenThread> find(Viewer viewer, String id) {
    return ThreadKey.parse(id).flatMap(key -> find(viewer, key));
  }

  private Optional<SeenThread> find(Viewer viewer, ThreadKey key) {
    var keys = viewer.selves().stream().map(self -> StoredThread.key(self, key)).toList();
    return Batch.get(client, tables.messages(), keys, null).stream()
        .flatMap(item -> seen(viewer, item).stream())
        .findFirst();
  }

  /** A thread in an item, if a message in it may be seen and its case is visible. */
  static Optional<SeenThread> seen(Viewer viewer, Map<String, AttributeValue> item) {
    try {
      return item.containsKey(StoredThread.BY_ACTIVITY)
          ? visible(viewer, item).map(viewed -> StoredThread.seen(viewed, item))
          : Optional.empty();
    } catch (RuntimeException e) {
      Damaged.item("messages", e);
      return Optional.empty();
    }
  }

  /** The case of what stands in an item, if the viewer sees it and it keeps that. */
  public static Optional<VisibleCase> visible(Viewer viewer, Map<String, AttributeValue> item) {
    return viewer
        .visible(text(item, "caseId"))
        .filter(viewed -> viewed.isSelf(new Citizen(text(item, "citizen"))))
        .filter(viewed -> keeps(viewed, item));
  }

  private static boolean keeps(VisibleCase viewed, Map<String, AttributeValue> item) {
    return viewed.keeps(() -> Message.KIND, Values.time(item, "takenIn"));
  }

  @Override
  public Page<SeenMessage> newest(
      Viewer viewer, SeenThread thread, int limit, @Nullable String after) {
    if (after != null && !PLACE.matcher(after).matches()) {
      throw new UnknownCursor();
    }
    String prefix = thread.key().value() + "#";
    var answer =
        client.query(
            QueryRequest.builder()
                .tableName(tables.messages())
                .indexName(StoredMessage.BY_TIME)
                .consistentRead(true)
                .scanIndexForward(false)
                .expressionAttributeNames(Map.of("#key", StoredMessage.BY_TIME))
                .keyConditionExpression("citizen = :citizen AND #key BETWEEN :first AND :from")
                .expressionAttributeValues(
                    Map.of(
                        ":citizen", text(thread.holder().key()),
                        ":first", text(prefix),
                        ":from", text(prefix + (after == null ? IndexKeys.END : after))))
                // One more tells whether there is a next page; where the last one ended comes
                // again.
                .limit(limit + (after == null ? 1 : 2))
                .build());
    var messages = new ArrayList<SeenMessage>();
    String last = null;
    for (var item : answer.items()) {
      String here = text(item, StoredMessage.BY_TIME).substring(prefix.length());
      if (here.equals(after)) {
        continue;
      }
      if (messages.size() == limit) {
        return new Page<>(messages, last);
      }
      last = here;
      seen(thread, item).ifPresent(messages::add);
    }
    // One read gives a megabyte at most, and counts those that are not shown.
    boolean more = answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty();
    return new Page<>(messages, more ? last : null);
  }

  private static Optional<SeenMessage> seen(SeenThread thread, Map<String, AttributeValue> item) {
    try {
      return item.containsKey(StoredMessage.BY_TIME) && keeps(thread.viewed(), item)
          ? Optional.of(MessageItems.seen(item))
          : Optional.empty();
    } catch (RuntimeException e) {
      Damaged.item("messages", e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<SeenMessage> message(Viewer viewer, SeenThread thread, EventId id) {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(tables.messages())
                        .key(StoredMessage.key(thread.holder(), thread.key(), id))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : seen(thread, item);
  }

  @Override
  public Map<CaseId, Map<EventId, Instant>> all(Viewer viewer) {
    var all = new HashMap<CaseId, Map<EventId, Instant>>();
    for (Citizen self : viewer.selves()) {
      client
          .queryPaginator(
              query ->
                  query
                      .tableName(tables.messages())
                      .indexName(StoredMessage.BY_TIME)
                      .consistentRead(true)
                      .keyConditionExpression("citizen = :citizen")
                      .projectionExpression("citizen, #item, caseId, takenIn")
                      .expressionAttributeNames(Map.of("#item", "item"))
                      .expressionAttributeValues(Map.of(":citizen", text(self.key()))))
          .items()
          .forEach(item -> add(viewer, item, all));
    }
    return all;
  }

  private static void add(
      Viewer viewer, Map<String, AttributeValue> item, Map<CaseId, Map<EventId, Instant>> all) {
    try {
      visible(viewer, item)
          .ifPresent(
              viewed ->
                  all.computeIfAbsent(viewed.id(), none -> new HashMap<>())
                      .put(MessageItems.id(item), Values.time(item, "takenIn")));
    } catch (RuntimeException e) {
      Damaged.item("messages", e);
    }
  }

  @Override
  public Unread unread(Viewer viewer) {
    return Unread.of(
        viewer.selves().stream()
            .map(self -> UnreadItems.of(tables, self))
            .flatMap(query -> unread(viewer, query))
            .toList());
  }

  @Override
  public int unread(Viewer viewer, SeenThread thread) {
    var query = UnreadItems.newestFirst(tables, thread.holder(), thread.key());
    return (int) unread(viewer, query).count();
  }

  private Stream<ThreadKey> unread(Viewer viewer, QueryRequest.Builder query) {
    return client.query(query.limit(Unread.MOST).build()).items().stream()
        .flatMap(item -> unread(viewer, item).stream());
  }

  private static Optional<ThreadKey> unread(Viewer viewer, Map<String, AttributeValue> item) {
    try {
      return visible(viewer, item).map(viewed -> UnreadItems.thread(item));
    } catch (RuntimeException e) {
      Damaged.item("messages", e);
      return Optional.empty();
    }
  }
}
