package se.insyn.messages;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.dynamodb.AttachmentProgress;
import se.insyn.dynamodb.QuotaItems;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Files that viewers hand over, until they are sent. Asking again is another file: nothing has to
 * be found again, and what nobody sends goes by itself.
 */
@Singleton
final class DynamoAttachments {

  private static final String COUNTED = "attachments";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  DynamoAttachments(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A new one, of which nothing has arrived yet.
   *
   * @throws se.insyn.http.Problem 429 when the day's files are used up
   */
  AttachmentId announce(Viewer viewer, NewAttachment asked) {
    AttachmentId id = AttachmentId.random();
    return transactions.run(
        false,
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          var quota = QuotaItems.read(client, tables, viewer.citizen(), now);
          long used = QuotaItems.used(quota, COUNTED);
          if (DailyAttachments.areTooMany(used)) {
            throw Problems.tooManyAttachments(now);
          }
          return new Decision<>(
              id,
              List.of(
                  StoredAttachment.announced(viewer.citizen(), asked.named(id), now).put(tables),
                  QuotaItems.use(tables, viewer.citizen(), now, COUNTED, used, 1)));
        });
  }

  /** The viewer's own with this id, until it is too old to be sent. */
  Optional<AttachmentProgress> find(Viewer viewer, String id) {
    return AttachmentId.parse(id)
        .map(known -> StoredAttachment.item(client, tables, known))
        .filter(item -> !item.isEmpty())
        .map(StoredAttachment::read)
        .filter(stored -> viewer.selves().contains(stored.owner()))
        .filter(stored -> stored.isSent() || clock.instant().isBefore(stored.expires()))
        .map(StoredAttachment::progress);
  }
}
