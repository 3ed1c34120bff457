package se.insyn.notifications;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.DynamoThreads;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.UnreadItems;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The messages that a viewer has not read, by the index that has no others. */
@Singleton
final class DynamoUnread {

  /** Whoever has left so many unread will find the newest among them too. */
  private static final int MOST = 500;

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoUnread(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** When those were taken in that are in these cases, as far as the viewer may see them now. */
  List<Instant> takenIn(Viewer viewer, Set<CaseId> cases) {
    return viewer.selves().stream()
        .flatMap(this::unread)
        .filter(item -> cases.contains(new CaseId(text(item, "caseId"))))
        .filter(item -> DynamoThreads.visible(viewer, item).isPresent())
        .map(item -> Values.time(item, "takenIn"))
        .toList();
  }

  private Stream<Map<String, AttributeValue>> unread(Citizen self) {
    return client.query(UnreadItems.of(tables, self).limit(MOST).build()).items().stream();
  }
}
