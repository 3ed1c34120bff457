package se.insyn.messages;

import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.outbox.MessageRead;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.UnreadItems;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Läskvitton: that the viewer has read what was written to them, told to the caseworker system by
 * its outbox in the same transaction; and that they fetched what was attached.
 */
@Singleton
final class DynamoReceipts {

  /** Three writes for each, and one for the thread. */
  private static final int MOST_AT_ONCE = (Transactions.MOST_WRITES - 1) / 3;

  /** So many times at most; what was not read then is read by the next call. */
  private static final int ROUNDS = 10;

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  DynamoReceipts(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The viewer has read what is unread in the thread; nothing changes where nothing is. */
  void read(Viewer viewer, SeenThread thread) {
    for (int round = 0; round < ROUNDS; round++) {
      if (transactions.run(false, () -> decide(thread)) < MOST_AT_ONCE) {
        return;
      }
    }
  }

  private Decision<Integer> decide(SeenThread thread) {
    List<EventId> ids =
        client
            .query(
                UnreadItems.newestFirst(tables, thread.holder(), thread.key())
                    .limit(MOST_AT_ONCE)
                    .build())
            .items()
            .stream()
            .filter(item -> thread.viewed().keeps(() -> Message.KIND, time(item, "takenIn")))
            .map(UnreadItems::id)
            .toList();
    if (ids.isEmpty()) {
      return Decision.unchanged(0);
    }
    StoredThread stored = stored(thread);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var changed = stored.begun(thread.viewed().id(), thread.name(), now);
    var writes = new ArrayList<TransactWriteItem>();
    for (EventId id : ids.reversed()) {
      OutboxId out = StoredThread.nextOut(changed, now);
      writes.add(UnreadItems.read(tables, thread.holder(), thread.key(), id, now));
      writes.add(OutboxItems.put(tables, thread.viewed().source(), out, act(thread, id, now)));
      writes.add(audit(thread, id, out, now));
    }
    writes.add(stored.put(tables, changed));
    return new Decision<>(ids.size(), writes);
  }

  private StoredThread stored(SeenThread thread) {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(tables.messages())
                        .key(StoredThread.key(thread.holder(), thread.key()))
                        .consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw Problem.notFound();
    }
    return new StoredThread(thread.holder(), thread.key(), item, true);
  }

  private static MessageRead act(SeenThread thread, EventId id, Instant now) {
    VisibleCase viewed = thread.viewed();
    return new MessageRead(viewed.number(), thread.name(), id, viewed.personId(), now);
  }

  private TransactWriteItem audit(SeenThread thread, EventId id, OutboxId out, Instant now) {
    return AuditItems.row(
        tables,
        AuditItems.subject(thread.viewed().id()),
        now,
        Map.of(
            "act", "message-read",
            "by", "citizen",
            "person", thread.viewed().personId(),
            "id", id.value(),
            "outbox", out.value()));
  }

  /** The viewer gets an address from which an attachment can be fetched; to be called last. */
  void openedAttachment(Viewer viewer, SeenThread thread, EventId id) {
    var row =
        AuditItems.row(
            tables,
            AuditItems.subject(viewer.citizen()),
            clock.instant(),
            Map.of(
                "act", "opened",
                "by", "citizen",
                "case", thread.viewed().id().value(),
                "what", "attachment",
                "id", id.value(),
                "outcome", "file"));
    transactions.run(false, () -> new Decision<>(true, List.of(row)));
  }
}
