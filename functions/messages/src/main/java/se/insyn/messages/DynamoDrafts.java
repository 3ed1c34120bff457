package se.insyn.messages;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.messages.Draft;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.DraftItems;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What viewers have begun to write, in the table {@code citizens}. */
@Singleton
final class DynamoDrafts {

  private final DynamoDbClient client;
  private final Tables tables;
  private final CitizenItems items;

  DynamoDrafts(DynamoDbClient client, Tables tables, CitizenItems items) {
    this.client = client;
    this.tables = tables;
    this.items = items;
  }

  /** The viewer's own, in no order. */
  List<Draft> all(Viewer viewer, Instant now) {
    return items.drafts(viewer.citizen(), now).toList();
  }

  /** The viewer's own with this id. */
  Optional<Draft> find(Viewer viewer, EventId id, Instant now) {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(tables.citizens())
                        .key(DraftItems.key(viewer.citizen(), id))
                        .consistentRead(true))
            .item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(DraftItems.read(item)).filter(draft -> draft.expires().isAfter(now));
  }

  /** Keeps it, in the place of what was there under its id. */
  void put(Viewer viewer, Draft draft) {
    client.putItem(
        put -> put.tableName(tables.citizens()).item(DraftItems.item(viewer.citizen(), draft)));
  }

  /** Forgets it; without effect where it is not there. */
  void delete(Viewer viewer, EventId id) {
    client.deleteItem(
        delete -> delete.tableName(tables.citizens()).key(DraftItems.key(viewer.citizen(), id)));
  }
}
