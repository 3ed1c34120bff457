package se.insyn.upkeep;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who still needs a file that a citizen handed over. */
@Singleton
final class DynamoAttachments {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoAttachments.class);

  /** Whoever sends it in its last minute has a clock of their own. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final DynamoDbClient client;
  private final Tables tables;
  private final Clock clock;

  DynamoAttachments(DynamoDbClient client, Tables tables, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.clock = clock;
  }

  /** Whether something needs it. */
  enum Need {
    /** It can still be sent, stands in a thread, waits in an outbox, or cannot be read. */
    NEEDED,
    /** It was never sent, or all that it went with is gone. */
    OVER,
    /** Nobody knows of it. */
    UNKNOWN
  }

  Need need(AttachmentId id) {
    Map<String, AttributeValue> item = StoredAttachment.item(client, tables, id);
    if (item.isEmpty()) {
      return Need.UNKNOWN;
    }
    StoredAttachment stored = read(item);
    if (stored == null) {
      return Need.NEEDED;
    }
    boolean isNeeded =
        stored.isSent()
            ? isThere(tables.messages(), stored.uses())
                || isThere(
                    tables.systems(),
                    stored.entries().stream()
                        .map(entry -> OutboxItems.key(entry.source(), entry.id()))
                        .toList())
            : clock.instant().isBefore(stored.expires().plus(CLOCKS_DIFFER));
    return isNeeded ? Need.NEEDED : Need.OVER;
  }

  private static @Nullable StoredAttachment read(Map<String, AttributeValue> item) {
    try {
      return StoredAttachment.read(item);
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("reason", "unreadable").setCause(e).log("a file is left alone");
      return null;
    }
  }

  private boolean isThere(String table, Collection<Map<String, AttributeValue>> keys) {
    return !keys.isEmpty() && !Batch.get(client, table, keys, null).isEmpty();
  }

  void forget(AttachmentId id) {
    client.deleteItem(delete -> delete.tableName(tables.messages()).key(StoredAttachment.key(id)));
  }
}
