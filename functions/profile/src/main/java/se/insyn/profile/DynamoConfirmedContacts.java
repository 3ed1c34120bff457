package se.insyn.profile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.outbox.ContactDetailsChanged;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Tells every caseworker system whose cases the viewer sees that an address is confirmed, and the
 * audit trail that it was, with the ids under which the systems fetch it.
 */
@Singleton
final class DynamoConfirmedContacts {

  private final Tables tables;

  DynamoConfirmedContacts(Tables tables) {
    this.tables = tables;
  }

  /** As part of the transaction that confirms it. */
  List<TransactWriteItem> tell(Viewer viewer, Channel channel, String address, Instant now) {
    var places = new LinkedHashMap<Source, List<ContactDetailsChanged.Place>>();
    for (VisibleCase each : viewer.cases()) {
      places
          .computeIfAbsent(each.source(), none -> new ArrayList<>())
          .add(new ContactDetailsChanged.Place(each.number(), each.personId()));
    }
    var ids = new ArrayList<OutboxId>();
    var writes = new ArrayList<TransactWriteItem>();
    places.forEach(
        (source, persons) -> {
          OutboxId id = OutboxId.of(now);
          ids.add(id);
          writes.add(
              OutboxItems.put(
                  tables,
                  source,
                  id,
                  switch (channel) {
                    case SMS -> new ContactDetailsChanged(persons, address, null);
                    case EMAIL -> new ContactDetailsChanged(persons, null, address);
                  }));
        });
    writes.add(
        AuditItems.row(
            tables,
            AuditItems.subject(viewer.citizen()),
            now,
            Map.of(
                "act", "confirmed",
                "by", "citizen",
                "what", channel.code(),
                "outbox", ids.stream().map(OutboxId::value).collect(Collectors.joining(" ")),
                "outcome", "done")));
    return writes;
  }
}
