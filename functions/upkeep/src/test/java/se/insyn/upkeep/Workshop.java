package se.insyn.upkeep;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.ExportItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Ticking;
import se.insyn.lambda.FunctionContext;
import se.insyn.s3.FileKey;
import se.insyn.s3.testing.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The function upkeep over one municipality's tables and a bucket, called by hand. */
final class Workshop implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  final Municipality municipality = new Municipality();
  final Tables tables = municipality.tables();
  final DynamoDbClient dynamo = LocalDynamoDb.start().client();
  final S3Client s3 = LocalS3.start().client();
  final String bucket = LocalS3.start().newBucket();
  final Ticking clock;
  private final ApplicationContext context;
  private final UpkeepHandler handler;

  private static final LocalTime EARLY = LocalTime.of(5, 0);
  private static final LocalTime LATE = LocalTime.of(21, 0);

  Workshop() {
    this(NOW);
  }

  Workshop(Instant now) {
    this(now, Map.of());
  }

  Workshop(Instant now, Map<String, Object> settings) {
    clock = new Ticking(now);
    context =
        FunctionContext.configured()
            .properties(LocalDynamoDb.settings(tables))
            .properties(LocalS3.settings(bucket))
            .properties(
                Map.of(
                    "municipality.name", "Exempelby <kommun>",
                    "public.origin", "https://insyn.example.se",
                    "systems.clients", "lifecare=/lifecare,other-system=/other-system"))
            .properties(settings)
            .beanDefinitions(
                RuntimeBeanDefinition.builder(Clock.class, () -> clock)
                    .replaces(Clock.class)
                    .build())
            .build()
            .start();
    handler = new UpkeepHandler(context);
  }

  /**
   * This time of the day, or the next morning when it is night: then no day ends, and no round of
   * the night begins, while a test lets minutes pass. The bucket says by a clock of its own when
   * something was put there, so it is never earlier than that; and the tables remove by theirs what
   * has expired, so it is no fixed date.
   */
  static Instant byDay() {
    ZonedDateTime now = Clock.systemUTC().instant().atZone(Stockholm.ZONE);
    ZonedDateTime morning = now.with(EARLY);
    if (now.isBefore(morning)) {
      return morning.toInstant();
    }
    return (now.isBefore(now.with(LATE)) ? now : morning.plusDays(1)).toInstant();
  }

  /** A minute has passed. */
  void tick() {
    handler.handleRequest(
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        new MockLambdaContext());
  }

  /** The lines that are logged meanwhile. */
  List<String> logged(Runnable work) {
    PrintStream out = System.out;
    var captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** What the function itself uses. */
  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Orders an export as the portal does. */
  void order(Citizen citizen, String id) {
    municipality.put(
        tables.citizens(), ExportItems.item(citizen, Export.ordered(id, clock.instant())));
    dynamo.transactWriteItems(
        write -> write.transactItems(TaskItems.export(tables, clock.instant(), citizen, id)));
  }

  Export export(Citizen citizen, String id) {
    return bean(CitizenItems.class).export(citizen, id).orElseThrow();
  }

  /** The content of an export that is ready, by the names in it. */
  Unzipped zip(Citizen citizen, String id) {
    Export.Content content = export(citizen, id).content();
    if (content == null) {
      throw new AssertionError("it is not ready");
    }
    var files = new LinkedHashMap<String, byte[]>();
    try (var in =
        new ZipInputStream(s3.getObject(get -> get.bucket(bucket).key(content.place())))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new Unzipped(files);
  }

  /** Writes a row into the audit trail. */
  void audit(String subject, Instant at, String act, Map<String, String> more) {
    var all = new HashMap<>(Map.of("act", act, "outcome", "done"));
    all.putAll(more);
    municipality.put(tables.audit(), AuditItems.row(tables, subject, at, all).put().item());
  }

  /** Puts bytes where those of a checked file lie. */
  void file(CaseId caseId, String id, String sha256, byte[] bytes) {
    put(new FileKey(caseId, new EventId(id), sha256).checked(), bytes);
  }

  void put(String key, byte[] bytes) {
    s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
  }

  /**
   * The keys of all objects, in order; where the store keeps versions, once for each, and for what
   * marks that one was deleted.
   */
  List<String> keys() {
    if (!LocalS3.keepsVersions()) {
      return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
          .map(S3Object::key)
          .toList();
    }
    return s3.listObjectVersionsPaginator(list -> list.bucket(bucket)).stream()
        .flatMap(
            page ->
                Stream.concat(
                    page.versions().stream().map(ObjectVersion::key),
                    page.deleteMarkers().stream().map(DeleteMarkerEntry::key)))
        .sorted()
        .toList();
  }

  /** The keys of all tasks but those that are always there. */
  List<String> tasks() {
    return municipality.items(tables.systems()).stream()
        .map(item -> Values.text(item, "item"))
        .filter(key -> !key.equals(TaskItems.standing(TaskItems.RECONCILE)))
        .filter(key -> !key.equals(TaskItems.standing(TaskItems.FORGET)))
        .toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
