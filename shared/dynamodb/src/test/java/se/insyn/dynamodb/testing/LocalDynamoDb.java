package se.insyn.dynamodb.testing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in memory, started once per process; or LocalStack, where the property {@code
 * localstack} says that it is. The settings that lead the SDK to it are the SDK's own, so every
 * client in the process that is built after {@link #start} uses it.
 */
public final class LocalDynamoDb {

  private static @Nullable LocalDynamoDb started;

  private final DynamoDbClient client;
  private final DynamoDbClient near;
  private final AtomicInteger sets = new AtomicInteger();

  private LocalDynamoDb() {
    try {
      String elsewhere = System.getProperty("localstack");
      var here = new LocalDynamoDBRequestHandler(0, true, null, true, true);
      near = new Near(here);
      System.setProperty("aws.endpointUrlDynamoDb", elsewhere == null ? serve(here) : elsewhere);
      System.setProperty("aws.region", "eu-north-1");
      System.setProperty("aws.accessKeyId", "test");
      System.setProperty("aws.secretAccessKey", "test");
      client =
          DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String serve(LocalDynamoDBRequestHandler here) throws Exception {
    var handler = new LocalDynamoDBServerHandler(here, null);
    // Its own server would listen on every interface.
    var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new ContextHandler(handler));
    server.start();
    return "http://127.0.0.1:" + server.getURI().getPort();
  }

  public static synchronized LocalDynamoDb start() {
    if (started == null) {
      started = new LocalDynamoDb();
    }
    return started;
  }

  public DynamoDbClient client() {
    return client;
  }

  /** The same tables in no time, for many items. */
  public DynamoDbClient near() {
    return near;
  }

  /** A set of the template's tables, empty, under names of their own. */
  public Tables newTables() {
    String set = "set" + sets.incrementAndGet() + "-";
    TemplateTables template = TemplateTables.read();
    var tables =
        new Tables(
            set + "people",
            set + "cases",
            set + "sessions",
            set + "citizens",
            set + "messages",
            set + "systems",
            set + "notices",
            set + "audit");
    var all = new LinkedHashMap<String, String>();
    all.put("PeopleTable", tables.people());
    all.put("CasesTable", tables.cases());
    all.put("SessionsTable", tables.sessions());
    all.put("CitizensTable", tables.citizens());
    all.put("MessagesTable", tables.messages());
    all.put("SystemsTable", tables.systems());
    all.put("NoticesTable", tables.notices());
    all.put("AuditTable", tables.audit());
    all.forEach((logical, name) -> client.createTable(template.table(logical, name)));
    return tables;
  }

  /** The settings by which a function finds these tables. */
  public static Map<String, Object> settings(Tables tables) {
    return Map.ofEntries(
        Map.entry("retention.days", "case=730"),
        Map.entry("hidden.kinds", "none"),
        Map.entry("protection.feeds", "none"),
        Map.entry("sources.without.messages", "none"),
        Map.entry("people.table", tables.people()),
        Map.entry("cases.table", tables.cases()),
        Map.entry("sessions.table", tables.sessions()),
        Map.entry("citizens.table", tables.citizens()),
        Map.entry("messages.table", tables.messages()),
        Map.entry("systems.table", tables.systems()),
        Map.entry("notices.table", tables.notices()),
        Map.entry("audit.table", tables.audit()));
  }
}
