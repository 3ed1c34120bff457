package se.insyn.filechecks;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.StoredFile;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.s3.AttachmentKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Files that citizens hand over, and what they go with. The last verdict on the files of a message
 * sends it, in the transaction that says so; one that is refused stops it.
 */
@Singleton
final class DynamoSentFiles implements AnnouncedFiles<AttachmentKey> {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  DynamoSentFiles(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<StoredFile> wanted(AttachmentKey place) {
    return waiting(place).map(DynamoSentFiles::file);
  }

  @Override
  public void arrived(AttachmentKey place) {
    transactions.run(
        false,
        () ->
            waiting(place)
                .filter(stored -> stored.progress().state() == FileState.MISSING)
                .map(
                    stored ->
                        new Decision<>(
                            true,
                            List.of(stored.progress(tables, FileState.CHECKING, (String) null))))
                .orElseGet(() -> Decision.unchanged(false)));
  }

  @Override
  public Opening open(AttachmentKey place) {
    return transactions.run(
        false,
        () -> {
          Optional<StoredAttachment> waiting = waiting(place);
          if (waiting.isEmpty()) {
            boolean isServed = served(place).isPresent();
            return Decision.unchanged(new Opening(isServed, Optional.empty()));
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          return new Decision<>(
              new Opening(true, Optional.empty()), writes(waiting.get(), FileState.OK, null, now));
        });
  }

  @Override
  public boolean refuse(AttachmentKey place, Refusal why) {
    return transactions.run(
        false,
        () ->
            waiting(place)
                .map(stored -> new Decision<>(true, refused(stored, why)))
                .orElseGet(() -> Decision.unchanged(false)));
  }

  /** What was fetched has been fetched; whoever sent it sees that it is refused. */
  @Override
  public Optional<StoredFile> condemn(AttachmentKey place) {
    return transactions.run(
        false,
        () -> {
          Optional<StoredAttachment> served = served(place);
          return served
              .or(() -> waiting(place))
              .map(
                  stored ->
                      new Decision<>(
                          served.map(DynamoSentFiles::file), refused(stored, Refusal.MALWARE)))
              .orElseGet(() -> Decision.unchanged(Optional.empty()));
        });
  }

  private List<TransactWriteItem> refused(StoredAttachment stored, Refusal why) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return writes(stored, FileState.REFUSED, why.code(), now);
  }

  private List<TransactWriteItem> writes(
      StoredAttachment stored, FileState state, @Nullable String reason, Instant now) {
    var sendings = DynamoSendings.read(client, tables, stored);
    var writes = new ArrayList<TransactWriteItem>();
    List<StoredAttachment.Entry> entries = sendings.told(state, reason, now, writes);
    if (entries.isEmpty()) {
      writes.add(stored.progress(tables, state, reason));
    } else {
      writes.add(stored.progress(tables, state, entries));
      sendings.others().forEach(each -> writes.add(each.progress(tables, FileState.OK, entries)));
    }
    writes.add(
        AuditItems.row(
            tables,
            AuditItems.subject(stored.owner()),
            now,
            Map.of(
                "act",
                state == FileState.OK ? "attachment-checked" : "attachment-refused",
                "by",
                "file-checks",
                "what",
                "attachment",
                "id",
                stored.id().value(),
                "outcome",
                reason == null ? "ok" : reason)));
    return writes;
  }

  private Optional<StoredAttachment> waiting(AttachmentKey place) {
    return read(place)
        .filter(stored -> stored.progress().isWaiting())
        .filter(stored -> stored.isSent() || clock.instant().isBefore(stored.expires()));
  }

  private Optional<StoredAttachment> served(AttachmentKey place) {
    return read(place).filter(stored -> stored.progress().state() == FileState.OK);
  }

  /** What is announced under this id, if it is of these bytes. */
  private Optional<StoredAttachment> read(AttachmentKey place) {
    LogContext.set(place.id());
    Map<String, AttributeValue> item = StoredAttachment.item(client, tables, place.id());
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(StoredAttachment.read(item))
            .filter(stored -> file(stored).sha256().equals(place.sha256()));
  }

  private static StoredFile file(StoredAttachment stored) {
    return stored.progress().attachment().file();
  }
}
