package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.TaskItems;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The tasks in the table {@code systems}: each is taken by one call at a time, under a lease. */
@Singleton
final class DynamoTasks {

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoTasks(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** Takes the oldest task of this kind that is due and that nobody has. */
  Optional<Task> take(String kind, Instant now, Instant lease) {
    var due =
        client.queryPaginator(
            query ->
                query
                    .tableName(tables.systems())
                    .consistentRead(true)
                    .keyConditionExpression("#source = :source AND #item BETWEEN :first AND :last")
                    .filterExpression("attribute_not_exists(lease) OR lease < :now")
                    .projectionExpression("#item")
                    .expressionAttributeNames(Map.of("#source", "source", "#item", "item"))
                    .expressionAttributeValues(
                        Map.of(
                            ":source", text(TaskItems.SOURCE),
                            ":first", text(TaskItems.first(kind)),
                            ":last", text(TaskItems.last(kind, now)),
                            ":now", number(now.toEpochMilli()))));
    return due.items().stream()
        .flatMap(item -> lease(text(item, "item"), now, lease).stream())
        .findFirst();
  }

  private Optional<Task> lease(String key, Instant now, Instant lease) {
    try {
      var taken =
          client.updateItem(
              update ->
                  update
                      .tableName(tables.systems())
                      .key(TaskItems.key(key))
                      .updateExpression("SET lease = :lease ADD attempt :one")
                      .conditionExpression(
                          "attribute_exists(#item) AND (attribute_not_exists(lease) OR lease <"
                              + " :now)")
                      .expressionAttributeNames(Map.of("#item", "item"))
                      .expressionAttributeValues(
                          Map.of(
                              ":lease", number(lease.toEpochMilli()),
                              ":now", number(now.toEpochMilli()),
                              ":one", number(1)))
                      .returnValues(ReturnValue.ALL_NEW));
      return Optional.of(task(key, taken.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  private static Task task(String key, Map<String, AttributeValue> item) {
    var words = new HashMap<String, String>();
    List<Citizen> readers = new ArrayList<>();
    item.forEach(
        (name, value) -> {
          if (value.s() != null) {
            words.put(name, value.s());
          }
          value.l().forEach(reader -> readers.add(new Citizen(reader.s())));
        });
    return new Task(key, words, readers, number(item, "lease"), number(item, "attempt"));
  }

  /** Gives a task back: after a pause that doubles with each attempt, up to about an hour. */
  void postpone(Task task, Instant now) {
    long doublings = Math.min(task.attempt() - 1, MOST_DOUBLINGS);
    Instant again = now.plus(FIRST_PAUSE.multipliedBy(1L << doublings));
    try {
      client.updateItem(
          update ->
              update
                  .tableName(tables.systems())
                  .key(TaskItems.key(task.key()))
                  .updateExpression("SET lease = :again")
                  .conditionExpression("lease = :lease")
                  .expressionAttributeValues(
                      Map.of(
                          ":again", number(again.toEpochMilli()),
                          ":lease", number(task.lease()))));
    } catch (ConditionalCheckFailedException e) {
      // Somebody else has it by now, or it is done.
    }
  }

  /** Sees to it that there is the task of this kind that is never done; due then at first. */
  void stand(String kind, Instant first) {
    write(TaskItems.standing(kind), Map.of(), first, null);
  }

  /**
   * Gives a task back that is never done.
   *
   * @param words what whoever goes on with it must know
   * @param from when it is due again
   */
  void goOn(Task task, Map<String, String> words, Instant from) {
    write(task.key(), words, from, task.lease());
  }

  private void write(String key, Map<String, String> words, Instant due, @Nullable Long lease) {
    var item = new HashMap<>(TaskItems.key(key));
    words.forEach((name, word) -> item.put(name, text(word)));
    item.put("lease", number(due.toEpochMilli()));
    var put = PutItemRequest.builder().tableName(tables.systems()).item(item);
    if (lease == null) {
      put.conditionExpression("attribute_not_exists(lease)");
    } else {
      put.conditionExpression("lease = :lease")
          .expressionAttributeValues(Map.of(":lease", number(lease)));
    }
    try {
      client.putItem(put.build());
    } catch (ConditionalCheckFailedException e) {
      // It is there, or somebody else has it by now.
    }
  }

  /** That the task is done, as a part of the transaction that does the last of it. */
  TransactWriteItem done(Task task) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder()
                .tableName(tables.systems())
                .key(TaskItems.key(task.key()))
                .conditionExpression("lease = :lease")
                .expressionAttributeValues(Map.of(":lease", number(task.lease())))
                .build())
        .build();
  }
}
