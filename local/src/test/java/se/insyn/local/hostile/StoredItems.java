package se.insyn.local.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.template.TableDefinition;
import se.insyn.local.template.Template;

/** The tables as somebody sees and changes them who gets past the functions. */
public final class StoredItems {
  /** The most that one call takes. */
  private static final int BATCH = 25;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  private static final List<TableDefinition> TABLES = tables();

  private StoredItems() {}

  /** Makes all tables anew. */
  public static void forgetEverything() {
    for (var table : TABLES) {
      call("DeleteTable", Map.of("TableName", table.name()));
      call("CreateTable", table.create());
    }
  }

  /** The items of a table, named by its setting. */
  public static List<Map<String, Object>> items(String setting) {
    return INSYN.items(INSYN.setting(setting)).stream().map(Json::object).toList();
  }

  /** Puts items as they are. */
  public static void put(String setting, List<Map<String, Object>> items) {
    put(endpoint(), INSYN.setting(setting), items);
  }

  /** The same in tables of one's own. */
  static void put(URI endpoint, String table, List<Map<String, Object>> items) {
    for (int from = 0; from < items.size(); from += BATCH) {
      var puts =
          items.subList(from, Math.min(from + BATCH, items.size())).stream()
              .map(item -> Map.of("PutRequest", Map.of("Item", item)))
              .toList();
      call(endpoint, "BatchWriteItem", Map.of("RequestItems", Map.of(table, puts)));
    }
  }

  /** All that is stored but logins that have begun and counts of calls, which end by themselves. */
  static String snapshot() {
    return INSYN
        .snapshot()
        .lines()
        .filter(line -> !line.contains("\"id\":{\"S\":\"LOGIN#"))
        .filter(line -> !line.contains("\"item\":{\"S\":\"RATE#"))
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  private static List<TableDefinition> tables() {
    try {
      return Template.read(Path.of("..", "template.yaml")).tables();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI endpoint() {
    return URI.create(System.getProperty("aws.endpointUrlDynamoDb"));
  }

  private static void call(String operation, Map<String, ?> body) {
    call(endpoint(), operation, body);
  }

  private static void call(URI endpoint, String operation, Map<String, ?> body) {
    var request =
        HttpRequest.newBuilder(endpoint)
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
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
