package se.insyn.local.hostile;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/** The tables as somebody sees and changes them who gets past the functions. */
public final class StoredItems {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  /** The keys of each table, by the setting that names it. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "PEOPLE_TABLE", List.of("citizen", "item"),
          "CASES_TABLE", List.of("caseId", "item"),
          "SESSIONS_TABLE", List.of("id"),
          "CITIZENS_TABLE", List.of("citizen", "item"),
          "SYSTEMS_TABLE", List.of("source", "item"),
          "AUDIT_TABLE", List.of("subject", "at"));

  private StoredItems() {}

  /** Empties all tables. */
  public static void forgetEverything() {
    KEYS.forEach(
        (setting, keys) ->
            inBatches(
                setting,
                items(setting).stream()
                    .map(item -> keys.stream().collect(toMap(key -> key, item::get)))
                    .map(key -> Map.of("DeleteRequest", Map.of("Key", key)))
                    .toList()));
  }

  /** The items of a table, named by its setting. */
  public static List<Map<String, Object>> items(String setting) {
    return INSYN.items(INSYN.setting(setting)).stream().map(Json::object).toList();
  }

  /** Puts items as they are. */
  public static void put(String setting, List<Map<String, Object>> items) {
    inBatches(
        setting, items.stream().map(item -> Map.of("PutRequest", Map.of("Item", item))).toList());
  }

  /** All that is stored but logins that have begun, which end by themselves. */
  static String snapshot() {
    return INSYN
        .snapshot()
        .lines()
        .filter(line -> !line.contains("\"id\":{\"S\":\"LOGIN#"))
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  private static void inBatches(String setting, List<? extends Map<String, ?>> requests) {
    for (int from = 0; from < requests.size(); from += 25) {
      var some = requests.subList(from, Math.min(from + 25, requests.size()));
      call("BatchWriteItem", Map.of("RequestItems", Map.of(INSYN.setting(setting), some)));
    }
  }

  private static void call(String operation, Map<String, ?> body) {
    var request =
        HttpRequest.newBuilder(URI.create(System.getProperty("aws.endpointUrlDynamoDb")))
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
