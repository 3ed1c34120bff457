package se.insyn.upkeep;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.StoredFile;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FactChange;
import se.insyn.dynamodb.FileProgress;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import se.insyn.s3.FileKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The facts of all cases, as far as they name files. */
@Singleton
final class DynamoFileFacts {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoFileFacts.class);

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  DynamoFileFacts(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A fact that serves a file, in the version that was read. */
  record FileFact(FileKey file, long version, Instant updatedAt) {}

  /**
   * Some of them.
   *
   * @param next where the rest begins, null when there is none
   */
  record Page(List<FileFact> facts, @Nullable String next) {

    Page {
      facts = List.copyOf(facts);
    }
  }

  /** Which of these files are named by their fact; where that cannot be read, they all are. */
  Set<FileKey> naming(Stream<FileKey> files) {
    Set<FileKey> asked = files.collect(Collectors.toCollection(LinkedHashSet::new));
    var items =
        Batch.get(
            client,
            tables.cases(),
            asked.stream().map(file -> EventItems.key(file.caseId(), file.id())).toList(),
            null);
    var named = new HashSet<FileKey>();
    for (Map<String, AttributeValue> item : items) {
      asked.stream()
          .filter(
              file ->
                  EventItems.key(file.caseId(), file.id()).entrySet().stream()
                      .allMatch(part -> part.getValue().equals(item.get(part.getKey()))))
          .filter(file -> mayName(item, file))
          .forEach(named::add);
    }
    return named;
  }

  private static boolean mayName(Map<String, AttributeValue> item, FileKey file) {
    try {
      return FileProgress.names(item, file.sha256());
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("reason", "unreadable").setCause(e).log("a fact is left alone");
      return true;
    }
  }

  /** The facts that serve a file, after this one in the order of the table. */
  Page withFile(@Nullable String behind, int most) {
    var scan =
        ScanRequest.builder()
            .tableName(tables.cases())
            .limit(most)
            .filterExpression("attribute_exists(checkedFile)")
            .projectionExpression("caseId, #item, version, fileState, checkedFile, updatedAt")
            .expressionAttributeNames(Map.of("#item", "item"));
    if (behind != null) {
      int end = behind.indexOf('/');
      scan.exclusiveStartKey(
          Map.of(
              "caseId", text(behind.substring(0, end)), "item", text(behind.substring(end + 1))));
    }
    var read = client.scan(scan.build());
    var facts = new ArrayList<FileFact>();
    for (Map<String, AttributeValue> item : read.items()) {
      FileFact fact = readable(item);
      if (fact != null) {
        facts.add(fact);
      }
    }
    Map<String, AttributeValue> last = read.lastEvaluatedKey();
    return new Page(facts, last.isEmpty() ? null : text(last, "caseId") + "/" + text(last, "item"));
  }

  private static @Nullable FileFact readable(Map<String, AttributeValue> item) {
    try {
      return fact(item);
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("reason", "unreadable").setCause(e).log("a fact is left alone");
      return null;
    }
  }

  private static @Nullable FileFact fact(Map<String, AttributeValue> item) {
    StoredFile served = item.isEmpty() ? null : FileProgress.of(item).checked();
    return served == null
        ? null
        : new FileFact(
            new FileKey(
                new CaseId(text(item, "caseId")),
                new EventId(text(item, "item").substring(EventItems.PREFIX.length())),
                served.sha256()),
            Values.number(item, "version"),
            Values.time(item, "updatedAt"));
  }

  /**
   * Closes a fact whose bytes are gone, unless anything of it has changed since it was read.
   *
   * @return whether it is closed
   */
  boolean close(FileFact read) {
    FileKey file = read.file();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.run(
        false,
        () -> {
          Map<String, AttributeValue> item =
              client
                  .getItem(
                      get ->
                          get.tableName(tables.cases())
                              .key(EventItems.key(file.caseId(), file.id()))
                              .consistentRead(true))
                  .item();
          if (!read.equals(fact(item))) {
            return Decision.unchanged(false);
          }
          return new Decision<>(
              true, List.of(FactChange.lost(item).write(tables, item), audit(file, now)));
        });
  }

  private TransactWriteItem audit(FileKey file, Instant now) {
    return AuditItems.row(
        tables,
        AuditItems.subject(file.caseId()),
        now,
        Map.of(
            "act",
            "file-lost",
            "by",
            "upkeep",
            "what",
            "fact",
            "id",
            file.id().value(),
            "outcome",
            "closed"));
  }
}
