package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Sha256;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.MessageStub;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Conflicts;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.lambda.FunctionContext;
import se.insyn.s3.FileKey;
import se.insyn.s3.testing.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The function over the tables and the bucket of one municipality, with one case. */
final class Archive implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final String SCANNED = "GuardDuty Malware Protection Object Scan Result";
  static final EventId ID = new EventId("DOK-2");

  private static final LocalS3 S3 = LocalS3.start();

  private final Municipality municipality = new Municipality();
  private final String bucket = S3.newBucket();
  private final CaseId caseId = municipality.takeCase(Pushes.ofCase());
  private final ApplicationContext context;
  private final FileChecksHandler handler;

  Archive() {
    this("guardduty");
  }

  Archive(String malwareScan) {
    var settings = new HashMap<>(LocalDynamoDb.settings(municipality.tables()));
    settings.putAll(LocalS3.settings(bucket));
    settings.put("malware.scan", malwareScan);
    context =
        FunctionContext.configured()
            .properties(settings)
            .beanDefinitions(
                RuntimeBeanDefinition.builder(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC))
                    .replaces(Clock.class)
                    .build())
            .start();
    handler = new FileChecksHandler(context);
  }

  /** A document is pushed that announces these bytes. */
  void announce(byte[] content) {
    announce(document(content));
  }

  void announce(Push document) {
    municipality.take(caseId, document, FileState.MISSING);
  }

  /** A message is pushed, of the id of the document, that announces what goes with it. */
  void announceMessage(Push push) {
    Message message = Message.from(push.members());
    var citizen = Municipality.citizen(Pushes.APPLICANT);
    var stub = MessageStub.of(message, citizen, null);
    var tables = municipality.tables();
    var client = LocalDynamoDb.start().client();
    var place =
        StoredMessage.read(
            client,
            tables,
            List.of(citizen),
            ThreadKey.of(caseId, message.thread()),
            message.id(),
            null);
    put(stub.item(caseId, message, "hash", Municipality.TAKEN_IN));
    var writes = place.put(tables, caseId, message, stub.isOpen(), Municipality.TAKEN_IN);
    client.transactWriteItems(write -> write.transactItems(writes));
  }

  /** What is in the table of messages and may be seen: threads and messages, in no order. */
  List<String> openMessages() {
    return LocalDynamoDb.start()
        .client()
        .scan(scan -> scan.tableName(municipality.tables().messages()).consistentRead(true))
        .items()
        .stream()
        .filter(item -> item.containsKey("byTime") || item.containsKey("byActivity"))
        .map(item -> item.containsKey("unread") ? "unread message" : "thread")
        .toList();
  }

  static Push document(byte[] content) {
    return Pushes.file().with("file/size", content.length).with("file/sha256", Sha256.hex(content));
  }

  /** The bytes arrive where those of this SHA-256 are waited for. */
  void arrives(byte[] content, byte[] announced) {
    S3.client()
        .putObject(
            put -> put.bucket(bucket).key(key(announced).incoming()),
            RequestBody.fromBytes(content));
  }

  void arrives(byte[] content) {
    arrives(content, content);
  }

  /** What S3 tells of it. */
  void told(byte[] content) {
    told(key(content).incoming());
  }

  void told(String key) {
    hand(
        "aws.s3",
        "Object Created",
        Map.of("bucket", Map.of("name", bucket), "object", Map.of("key", key)));
  }

  void put(String key, byte[] content) {
    S3.client().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
  }

  CaseId caseId() {
    return caseId;
  }

  Tables tables() {
    return municipality.tables();
  }

  List<Map<String, AttributeValue>> items(String table) {
    return municipality.items(table);
  }

  /** What the scanner tells of it. */
  void scanned(byte[] content, String verdict) {
    scanned(bucket, key(content).incoming(), null, verdict);
  }

  void scanned(String ofBucket, String key, @Nullable String version, String verdict) {
    var object = new HashMap<String, Object>(Map.of("bucketName", ofBucket, "objectKey", key));
    if (version != null) {
      object.put("versionId", version);
    }
    hand("aws.guardduty", SCANNED, verdict(object, verdict));
  }

  /** A verdict on what lies there, whoever gives it. */
  Map<String, Object> verdict(String key, String verdict) {
    return verdict(Map.of("bucketName", bucket, "objectKey", key), verdict);
  }

  private static Map<String, Object> verdict(Map<String, Object> object, String verdict) {
    return Map.of(
        "s3ObjectDetails", object, "scanResultDetails", Map.of("scanResultStatus", verdict));
  }

  /** An event of that source and type. */
  void hand(String source, String type, Map<String, Object> detail) {
    hand(Json.write(Map.of("source", source, "detail-type", type, "detail", detail)));
  }

  /** An event as it comes. */
  void hand(String event) {
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)),
          OutputStream.nullOutputStream(),
          new MockLambdaContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that are logged meanwhile. */
  List<String> logged(Runnable work) {
    PrintStream out = System.out;
    var captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return captured.toString(UTF_8).lines().toList();
  }

  /** The case has been erased since; what belongs to it is not yet removed. */
  void eraseCase() {
    var tables = municipality.tables();
    var item =
        new HashMap<>(
            LocalDynamoDb.start()
                .client()
                .getItem(get -> get.tableName(tables.cases()).key(CaseItems.key(caseId)))
                .item());
    item.put("erasedAt", Values.time(NOW));
    municipality.put(tables.cases(), item);
  }

  /** What comes between the function and its tables. */
  Conflicts conflicts() {
    return context.getBean(Conflicts.class);
  }

  FileKey key(byte[] content) {
    return new FileKey(caseId, ID, Sha256.hex(content));
  }

  String bucket() {
    return bucket;
  }

  /** The document as it is stored. */
  Map<String, AttributeValue> item() {
    return LocalDynamoDb.start()
        .client()
        .getItem(
            get ->
                get.tableName(municipality.tables().cases())
                    .key(EventItems.key(caseId, ID))
                    .consistentRead(true))
        .item();
  }

  void put(Map<String, AttributeValue> item) {
    municipality.put(municipality.tables().cases(), item);
  }

  /** How far its file has come, and whether somebody sees it. */
  String state() {
    return Values.text(item(), "fileState") + (EventItems.isOpen(item()) ? ", open" : "");
  }

  @Nullable String reason() {
    return Values.optionalText(item(), "fileReason");
  }

  /** The keys of all that lies in the bucket. */
  List<String> keys() {
    return S3.client().listObjectsV2(list -> list.bucket(bucket)).contents().stream()
        .map(object -> object.key())
        .toList();
  }

  byte[] read(String key) {
    return S3.client().getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
  }

  /** What was written down of acts on files, in no order. */
  List<String> acts() {
    return LocalDynamoDb.start()
        .client()
        .scan(scan -> scan.tableName(municipality.tables().audit()))
        .items()
        .stream()
        .map(row -> Values.text(row, "act") + " " + Values.text(row, "outcome"))
        .toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
