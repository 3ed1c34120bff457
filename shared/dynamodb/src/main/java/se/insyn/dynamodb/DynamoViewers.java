package se.insyn.dynamodb;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Showing;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.value.Stockholm;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@link Viewers} on the table {@code people}: one query and at most one batch, all consistent; the
 * batch asks {@code systems} too for a source that must say that it has pushed every protection.
 */
@Singleton
public final class DynamoViewers implements Viewers {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Clock clock;
  private final Showing showing;

  DynamoViewers(DynamoDbClient client, Tables tables, Clock clock, Showing showing) {
    this.showing = showing;
    this.client = client;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public Optional<Viewer> viewer(
      Citizen citizen, Instant sessionBegan, @Nullable Instant previousLogin) {
    return viewer(
        citizen, previousLogin, head -> head != null && !hasLoggedOutSince(head, sessionBegan));
  }

  @Override
  public Optional<Viewer> withoutSession(Citizen citizen) {
    return viewer(citizen, null, head -> true);
  }

  private Optional<Viewer> viewer(
      Citizen citizen, @Nullable Instant previousLogin, Predicate<@Nullable Head> mayLook) {
    Viewer.Person me = person(citizen);
    Set<Citizen> others = me.others();
    Set<Source> feeds = me.sources();
    feeds.retainAll(showing.protectionFeeds());
    boolean asksNobody = others.isEmpty() && feeds.isEmpty();
    Around around = asksNobody ? Around.NOBODY : around(others, feeds);
    Optional<Viewer> viewer =
        mayLook.test(me.head())
            ? Viewer.of(
                me, around.heads, around.late, Stockholm.today(clock), showing, previousLogin)
            : Optional.empty();
    if (viewer.isEmpty() && asksNobody) {
      // A refusal takes the same two calls whatever its reason: who is protected cannot be told
      // from who has no case.
      around(Set.of(citizen), Set.of());
    }
    return viewer;
  }

  private static boolean hasLoggedOutSince(Head head, Instant sessionBegan) {
    return head.notBefore() != null && sessionBegan.isBefore(head.notBefore());
  }

  /** What is stored of this citizen; what cannot be read is as good as not there. */
  private Viewer.Person person(Citizen citizen) {
    @Nullable Head head = null;
    var memberships = new ArrayList<Membership>();
    var lastFacts = new HashMap<CaseId, Instant>();
    var items =
        client.queryPaginator(
            request ->
                request
                    .tableName(tables.people())
                    .consistentRead(true)
                    .keyConditionExpression("citizen = :citizen")
                    .expressionAttributeValues(Map.of(":citizen", Values.text(citizen.key()))));
    for (Map<String, AttributeValue> item : items.items()) {
      try {
        if (PersonItems.isMembership(item)) {
          memberships.add(PersonItems.membership(item));
        } else if (PersonItems.isLastFact(item)) {
          lastFacts.put(PersonItems.caseOfLastFact(item), Values.time(item, "at"));
        } else if (PersonItems.HEAD.equals(Values.text(item, "item"))) {
          head = PersonItems.head(item);
        }
      } catch (RuntimeException e) {
        Damaged.item("people", e);
      }
    }
    return new Viewer.Person(citizen, head, memberships, lastFacts);
  }

  /** The other persons of the cases, and the sources whose protections may not all be known. */
  private record Around(Map<Citizen, Head> heads, Set<Source> late) {

    static final Around NOBODY = new Around(Map.of(), Set.of());
  }

  private Around around(Set<Citizen> citizens, Set<Source> feeds) {
    var wanted = new HashMap<String, List<Map<String, AttributeValue>>>();
    wanted.put(tables.people(), citizens.stream().map(PersonItems::headKey).toList());
    wanted.put(tables.systems(), feeds.stream().map(FeedItems::key).toList());
    var heads = new HashMap<Citizen, Head>();
    var late = new HashSet<>(feeds);
    Batch.get(client, wanted)
        .forEach(
            (table, items) -> {
              for (Map<String, AttributeValue> item : items) {
                try {
                  if (table.equals(tables.people())) {
                    heads.put(new Citizen(Values.text(item, "citizen")), PersonItems.head(item));
                  } else if (!Showing.isLate(FeedItems.asOf(item), clock.instant())) {
                    late.remove(FeedItems.source(item));
                  }
                } catch (RuntimeException e) {
                  Damaged.item(table.equals(tables.people()) ? "people" : "systems", e);
                }
              }
            });
    return new Around(heads, late);
  }
}
