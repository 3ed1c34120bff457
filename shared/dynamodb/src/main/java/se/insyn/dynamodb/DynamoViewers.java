package se.insyn.dynamodb;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Retention;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.value.Stockholm;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Viewers} on the table {@code people}: one query and at most one batch, all consistent. */
@Singleton
public final class DynamoViewers implements Viewers {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Clock clock;
  private final Retention retention;

  DynamoViewers(DynamoDbClient client, Tables tables, Clock clock, Retention retention) {
    this.retention = retention;
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
    Map<Citizen, Head> heads = others.isEmpty() ? Map.of() : heads(others);
    Optional<Viewer> viewer =
        mayLook.test(me.head())
            ? Viewer.of(me, heads, Stockholm.today(clock), retention, previousLogin)
            : Optional.empty();
    if (viewer.isEmpty() && others.isEmpty()) {
      // A refusal takes the same two calls whatever its reason: who is protected cannot be told
      // from who has no case.
      heads(Set.of(citizen));
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

  private Map<Citizen, Head> heads(Collection<Citizen> citizens) {
    var heads = new HashMap<Citizen, Head>();
    List<Map<String, AttributeValue>> items =
        Batch.get(
            client, tables.people(), citizens.stream().map(PersonItems::headKey).toList(), null);
    for (Map<String, AttributeValue> item : items) {
      try {
        heads.put(new Citizen(Values.text(item, "citizen")), PersonItems.head(item));
      } catch (RuntimeException e) {
        Damaged.item("people", e);
      }
    }
    return heads;
  }
}
