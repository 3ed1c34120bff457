package se.insyn.filechecks;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.StoredFile;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FactChange;
import se.insyn.dynamodb.FileProgress;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.MessageStub;
import se.insyn.dynamodb.OpenedFact;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import se.insyn.s3.FileKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The files that facts announce. What is said of one is one transaction, on condition that the fact
 * is still of the version and its file in the state that were read; if not, it is read again and
 * decided anew.
 */
@Singleton
final class DynamoAnnouncedFiles implements AnnouncedFiles<FileKey> {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final DynamoAttachments attachments;
  private final Clock clock;

  DynamoAnnouncedFiles(
      DynamoDbClient client,
      Tables tables,
      Transactions transactions,
      DynamoAttachments attachments,
      Clock clock) {
    this.attachments = attachments;
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<StoredFile> wanted(FileKey key) {
    return Optional.ofNullable(waiting(read(key).fact(), key));
  }

  @Override
  public void arrived(FileKey key) {
    transactions.run(
        false,
        () -> {
          Map<String, AttributeValue> item = read(key).fact();
          if (MessageStub.isOne(item)) {
            return new Decision<>(true, attachments.arrived(item, key));
          }
          return waiting(item, key) == null || FileProgress.of(item).state() == FileState.CHECKING
              ? Decision.unchanged(false)
              : new Decision<>(true, List.of(FactChange.arrived().write(tables, item)));
        });
  }

  /** The fact opens with it, or serves it from now on. */
  @Override
  public Opening open(FileKey key) {
    return transactions.run(
        false,
        () -> {
          Stored stored = read(key);
          Map<String, AttributeValue> item = stored.fact();
          StoredFile served = served(item, key);
          if (waiting(item, key) == null) {
            return Decision.unchanged(
                new Opening(
                    served != null && served.sha256().equals(key.sha256()), Optional.empty()));
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          if (MessageStub.isOne(item)) {
            var writes = new ArrayList<>(attachments.good(item, stored.itsCase(), key, now));
            writes.add(unchanged(stored.itsCase()));
            writes.add(audit(key, item, now, "file-checked", "ok"));
            return new Decision<>(new Opening(true, Optional.empty()), writes);
          }
          FactChange change = FactChange.good(item, now);
          var writes = new ArrayList<TransactWriteItem>();
          writes.add(change.write(tables, item));
          writes.add(unchanged(stored.itsCase()));
          if (EventItems.isOpen(change.set())) {
            writes.addAll(
                OpenedFact.writes(
                    tables,
                    item,
                    CaseItems.persons(stored.itsCase()),
                    key.caseId(),
                    now,
                    Duration.ZERO));
          }
          writes.add(audit(key, item, now, "file-checked", "ok"));
          return new Decision<>(new Opening(true, Optional.ofNullable(served)), writes);
        });
  }

  @Override
  public boolean refuse(FileKey key, Refusal why) {
    return transactions.run(
        false,
        () -> {
          Stored stored = read(key);
          return waiting(stored.fact(), key) == null
              ? Decision.unchanged(false)
              : new Decision<>(true, refused(key, stored, FactChange.refused(why.code()), why));
        });
  }

  /** A fact that served it is closed then. */
  @Override
  public Optional<StoredFile> condemn(FileKey key) {
    return transactions.run(
        false,
        () -> {
          Stored stored = read(key);
          StoredFile served = served(stored.fact(), key);
          if (served != null && served.sha256().equals(key.sha256())) {
            var change = FactChange.condemned(Refusal.MALWARE.code());
            return new Decision<>(
                Optional.of(served), refused(key, stored, change, Refusal.MALWARE));
          }
          var change = FactChange.refused(Refusal.MALWARE.code());
          return waiting(stored.fact(), key) == null
              ? Decision.unchanged(Optional.empty())
              : new Decision<>(Optional.empty(), refused(key, stored, change, Refusal.MALWARE));
        });
  }

  /** A fact and its case; neither where it is erased. */
  private record Stored(Map<String, AttributeValue> fact, Map<String, AttributeValue> itsCase) {}

  private Stored read(FileKey key) {
    var fact = Map.<String, AttributeValue>of();
    var itsCase = Map.<String, AttributeValue>of();
    var keys = List.of(EventItems.key(key.caseId(), key.id()), CaseItems.key(key.caseId()));
    for (Map<String, AttributeValue> item : Batch.get(client, tables.cases(), keys, null)) {
      if (Values.text(item, "item").startsWith(EventItems.PREFIX)) {
        fact = item;
      } else {
        itsCase = item;
      }
    }
    LogContext.set(
        key, Values.optionalText(itsCase, "caseNumber"), Values.optionalText(itsCase, "source"));
    return fact.isEmpty()
            || itsCase.isEmpty()
            || EventItems.isErased(fact, CaseItems.erasedAt(itsCase))
        ? new Stored(Map.of(), itsCase)
        : new Stored(fact, itsCase);
  }

  /** A case that is erased, or has been kept long enough, meanwhile must not get anything new. */
  private TransactWriteItem unchanged(Map<String, AttributeValue> itsCase) {
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(tables.cases())
                .key(
                    Map.of(
                        "caseId", Values.text(Values.text(itsCase, "caseId")),
                        "item", Values.text(Values.text(itsCase, "item"))))
                .conditionExpression("#version = :read AND attribute_not_exists(erased)")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(
                    Map.of(":read", Values.number(Values.number(itsCase, "version"))))
                .build())
        .build();
  }

  /** The file that an item waits for, when it is the one under this key. */
  private static @Nullable StoredFile waiting(Map<String, AttributeValue> item, FileKey key) {
    if (MessageStub.isOne(item)) {
      return DynamoAttachments.waiting(item, key);
    }
    StoredFile announced = item.isEmpty() ? null : FileProgress.announced(item);
    return announced != null
            && announced.sha256().equals(key.sha256())
            && FileProgress.of(item).isWaiting()
        ? announced
        : null;
  }

  /** The last file of a fact that was good; of a message, whatever is good under this key. */
  private static @Nullable StoredFile served(Map<String, AttributeValue> item, FileKey key) {
    if (MessageStub.isOne(item)) {
      return DynamoAttachments.served(item, key);
    }
    return item.isEmpty() || FileProgress.announced(item) == null
        ? null
        : FileProgress.of(item).checked();
  }

  private List<TransactWriteItem> refused(
      FileKey key, Stored stored, FactChange change, Refusal why) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<String, AttributeValue> item = stored.fact();
    var writes = new ArrayList<TransactWriteItem>();
    if (MessageStub.isOne(item)) {
      writes.addAll(attachments.refused(item, stored.itsCase(), key, why));
    } else {
      writes.add(change.write(tables, item));
    }
    writes.add(audit(key, item, now, "file-refused", why.code()));
    return writes;
  }

  private TransactWriteItem audit(
      FileKey key, Map<String, AttributeValue> item, Instant now, String act, String outcome) {
    return AuditItems.row(
        tables,
        AuditItems.subject(key.caseId()),
        now,
        Map.of(
            "act",
            act,
            "by",
            "file-checks",
            "what",
            Values.text(item, "kind"),
            "id",
            key.id().value(),
            "version",
            Long.toString(Values.number(item, "version")),
            "outcome",
            outcome));
  }
}
