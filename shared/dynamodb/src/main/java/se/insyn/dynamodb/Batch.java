package se.insyn.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Unavailable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reading several items by key, consistently and all of them. */
public final class Batch {

  private static final int MOST_KEYS = 100;
  private static final int TRIES = 5;

  private Batch() {}

  /**
   * The items with these keys that are there, in any order.
   *
   * @param projection the attributes, null = all
   * @throws Unavailable when the table does not give all of them
   */
  public static List<Map<String, AttributeValue>> get(
      DynamoDbClient client,
      String table,
      Collection<Map<String, AttributeValue>> keys,
      @Nullable String projection) {
    return get(client, Map.of(table, keys), projection).getOrDefault(table, List.of());
  }

  /** The item with this key among those that were read; empty where there is none. */
  public static Map<String, AttributeValue> at(
      Map<String, AttributeValue> key, Collection<Map<String, AttributeValue>> items) {
    return items.stream()
        .filter(item -> item.entrySet().containsAll(key.entrySet()))
        .findFirst()
        .orElse(Map.of());
  }

  /** The items of several tables with these keys that are there, by table; whole. */
  public static Map<String, List<Map<String, AttributeValue>>> get(
      DynamoDbClient client, Map<String, ? extends Collection<Map<String, AttributeValue>>> keys) {
    return get(client, keys, null);
  }

  private static Map<String, List<Map<String, AttributeValue>>> get(
      DynamoDbClient client,
      Map<String, ? extends Collection<Map<String, AttributeValue>>> keys,
      @Nullable String projection) {
    List<Key> distinct =
        keys.entrySet().stream()
            .flatMap(of -> of.getValue().stream().distinct().map(key -> new Key(of.getKey(), key)))
            .toList();
    var items = new HashMap<String, List<Map<String, AttributeValue>>>();
    for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
      var wanted = new HashMap<String, KeysAndAttributes>();
      distinct.subList(from, Math.min(distinct.size(), from + MOST_KEYS)).stream()
          .collect(
              Collectors.groupingBy(Key::table, Collectors.mapping(Key::key, Collectors.toList())))
          .forEach(
              (table, some) ->
                  wanted.put(
                      table,
                      KeysAndAttributes.builder()
                          .keys(some)
                          .consistentRead(true)
                          .projectionExpression(projection)
                          .build()));
      all(client, wanted)
          .forEach(
              answer ->
                  answer.forEach(
                      (table, found) ->
                          items.computeIfAbsent(table, none -> new ArrayList<>()).addAll(found)));
    }
    return items;
  }

  private record Key(String table, Map<String, AttributeValue> key) {}

  /** What several tables have for these keys; one call unless the service leaves something out. */
  public static List<Map<String, List<Map<String, AttributeValue>>>> all(
      DynamoDbClient client, Map<String, KeysAndAttributes> wanted) {
    var answers = new ArrayList<Map<String, List<Map<String, AttributeValue>>>>();
    var rest = wanted;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) {
        Pause.after(attempt - 1);
      }
      var request = rest;
      var answer = client.batchGetItem(get -> get.requestItems(request));
      answers.add(answer.responses());
      rest = answer.unprocessedKeys();
      if (rest.isEmpty()) {
        return answers;
      }
    }
    throw new Unavailable("a batch was left unprocessed");
  }
}
