package se.insyn.local.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import se.insyn.local.Json;
import se.insyn.local.template.TableDefinition;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local in this process, with the template's tables. */
public final class Dynamo implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final DynamoCalls calls = new DynamoCalls();
  private final LocalDynamoDBServerHandler handler;
  private final Server server;
  private final List<TableDefinition> tables;

  private Dynamo(@Nullable Path folder, List<TableDefinition> tables) throws Exception {
    var recorded = new RecordedDynamo(folder == null ? null : folder.toString(), calls);
    this.handler = new LocalDynamoDBServerHandler(recorded, null);
    // DynamoDB Local's own server listens on every interface.
    this.server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new ContextHandler(handler));
    this.tables = tables;
  }

  /**
   * Starts it and makes the tables that are not there.
   *
   * @param folder where the data is kept; null for memory
   */
  public static Dynamo start(@Nullable Path folder, List<TableDefinition> tables) throws Exception {
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var dynamo = new Dynamo(folder, tables);
    dynamo.server.start();
    var there = (List<?>) dynamo.call("ListTables", Map.of()).getOrDefault("TableNames", List.of());
    for (var table : tables) {
      if (!there.contains(table.name())) {
        dynamo.create(table);
      }
    }
    return dynamo;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getURI().getPort());
  }

  public DynamoCalls calls() {
    return calls;
  }

  /** All items of all tables as text, in an order of their own: equal texts, equal content. */
  public String snapshot() throws IOException, InterruptedException {
    var lines = new ArrayList<String>();
    for (var table : tables) {
      items(table.name()).stream().map(item -> table.name() + " " + item).forEach(lines::add);
    }
    lines.sort(null);
    return String.join("\n", lines);
  }

  /** The items of one table as JSON in DynamoDB's own form, attributes sorted by name. */
  public List<String> items(String table) throws IOException, InterruptedException {
    var items = new ArrayList<String>();
    Map<String, Object> ask = new TreeMap<>(Map.of("TableName", table, "ConsistentRead", true));
    while (true) {
      var page = call("Scan", ask);
      for (var item : (List<?>) page.getOrDefault("Items", List.of())) {
        items.add(Json.text(new TreeMap<>((Map<?, ?>) item)));
      }
      var next = page.get("LastEvaluatedKey");
      if (next == null) {
        return items;
      }
      ask.put("ExclusiveStartKey", next);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
      handler.close();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }

  private void create(TableDefinition table) throws IOException, InterruptedException {
    call("CreateTable", table.create());
    if (table.expiryAttribute() != null) {
      var expiry = Map.of("AttributeName", table.expiryAttribute(), "Enabled", true);
      call(
          "UpdateTimeToLive", Map.of("TableName", table.name(), "TimeToLiveSpecification", expiry));
    }
  }

  private Map<String, Object> call(String operation, Map<String, Object> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint())
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    var answer = CLIENT.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(operation + ": " + answer.body());
    }
    return Json.object(answer.body());
  }
}
