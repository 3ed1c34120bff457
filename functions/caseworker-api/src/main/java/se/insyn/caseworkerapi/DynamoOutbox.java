package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.cases.Source;
import se.insyn.domain.outbox.OutboxEntry;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.value.Unavailable;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Unreadable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Utkorg: what waits for one source. There is no cursor, so nothing that is written late, or by an
 * instance whose clock is behind, is ever passed over: what was not acknowledged comes again.
 */
@Singleton
final class DynamoOutbox {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoOutbox.class);

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  DynamoOutbox(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The oldest, in one read: as many as asked for, or fewer where they are more than the megabyte
   * that one read gives. Whoever may see the person now does not matter: it was sent to the office.
   *
   * @throws Unavailable when something waits and none of it can be read
   */
  List<OutboxEntry> oldest(Source source, int limit) {
    QueryRequest first = OutboxItems.oldestFirst(tables, source).limit(limit).build();
    boolean isSomethingThere = false;
    for (QueryResponse page : client.queryPaginator(first)) {
      List<OutboxEntry> read = page.items().stream().flatMap(DynamoOutbox::read).toList();
      if (!read.isEmpty()) {
        return read;
      }
      isSomethingThere |= !page.items().isEmpty();
    }
    if (isSomethingThere) {
      throw new Unavailable("nothing in an outbox can be read");
    }
    return List.of();
  }

  /** One that cannot be read holds up none of the others; it stays, and rings after a day. */
  private static Stream<OutboxEntry> read(Map<String, AttributeValue> item) {
    try {
      return Stream.of(OutboxItems.read(item));
    } catch (Unreadable e) {
      LOG.atError().addKeyValue("reason", "outbox-unreadable").log("an entry cannot be read");
      return Stream.empty();
    }
  }

  /**
   * Takes an entry away for good, with its row of audit. Without effect where it is not there,
   * which asks for and answers the same.
   */
  void acknowledge(Source source, OutboxId id) {
    transactions.ifConditionsHold(
        List.of(
            OutboxItems.delete(tables, source, id),
            AuditItems.row(
                tables,
                AuditItems.subject(source),
                clock.instant(),
                Map.of("act", "acknowledge", "by", source.value(), "outbox", id.value()))));
  }
}
