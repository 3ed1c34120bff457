package se.insyn.login;

import static se.insyn.dynamodb.Values.flag;
import static se.insyn.dynamodb.Values.optionalTime;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.sessions.Session;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.DynamoSessions;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Unreadable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link OpenSessions} over the tables {@code sessions}, {@code people}, {@code citizens} and
 * {@code audit}: one transaction per login, and one per logout.
 */
@Singleton
final class DynamoOpenSessions implements OpenSessions {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;

  DynamoOpenSessions(DynamoDbClient client, Tables tables, Transactions transactions) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
  }

  @Override
  public @Nullable Instant lastLogin(Citizen citizen) {
    return optionalTime(
        client
            .getItem(
                get ->
                    get.tableName(tables.citizens()).key(profileKey(citizen)).consistentRead(true))
            .item(),
        "lastLogin");
  }

  @Override
  public boolean open(Session session, @Nullable String ended) {
    return transactions.run(
        false,
        () ->
            isUnprotected(session.citizen())
                ? new Decision<>(true, writes(session, ended))
                : Decision.unchanged(false));
  }

  private List<TransactWriteItem> writes(Session session, @Nullable String ended) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(stillUnprotected(session.citizen()));
    writes.add(
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(tables.sessions())
                        .item(DynamoSessions.item(session))
                        .conditionExpression("attribute_not_exists(id)"))
            .build());
    writes.add(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(tables.citizens())
                        .key(profileKey(session.citizen()))
                        .updateExpression("SET lastLogin = :began")
                        .expressionAttributeValues(Map.of(":began", time(session.began()))))
            .build());
    if (ended != null) {
      writes.add(delete(ended));
    }
    writes.add(audit(session.citizen(), session.began(), "login", "opened"));
    return writes;
  }

  @Override
  public void endAll(Session session, Instant now) {
    // One more, so that what began within this very millisecond has ended too.
    Instant end = now.plusMillis(1);
    transactions.run(false, () -> new Decision<>(true, endings(session, now, end)));
  }

  private List<TransactWriteItem> endings(Session session, Instant now, Instant end) {
    var writes = new ArrayList<TransactWriteItem>();
    if (isToEndLater(head(session.citizen()), end)) {
      writes.add(
          TransactWriteItem.builder()
              .update(
                  update ->
                      update
                          .tableName(tables.people())
                          .key(PersonItems.headKey(session.citizen()))
                          .updateExpression("SET notBefore = :end")
                          .conditionExpression(
                              "attribute_exists(citizen)"
                                  + " AND (attribute_not_exists(notBefore) OR notBefore < :end)")
                          .expressionAttributeValues(Map.of(":end", time(end))))
              .build());
    }
    writes.add(delete(session.id()));
    writes.add(audit(session.citizen(), now, "logout", "ended"));
    return writes;
  }

  /** Not where another logout was quicker, nor where the head lets nobody in anyway. */
  private static boolean isToEndLater(Map<String, AttributeValue> head, Instant end) {
    try {
      Instant before = optionalTime(head, "notBefore");
      return !head.isEmpty() && (before == null || before.isBefore(end));
    } catch (Unreadable e) {
      return false;
    }
  }

  private TransactWriteItem delete(String sessionId) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(tables.sessions()).key(DynamoSessions.key(sessionId)))
        .build();
  }

  private TransactWriteItem audit(Citizen citizen, Instant at, String act, String outcome) {
    return AuditItems.row(
        tables,
        AuditItems.subject(citizen),
        at,
        Map.of("act", act, "by", "citizen", "outcome", outcome));
  }

  /** Somebody may have protected the person since their cases were looked for. */
  private boolean isUnprotected(Citizen citizen) {
    return flag(false).equals(head(citizen).get("protected"));
  }

  private Map<String, AttributeValue> head(Citizen citizen) {
    return client
        .getItem(
            get ->
                get.tableName(tables.people())
                    .key(PersonItems.headKey(citizen))
                    .consistentRead(true))
        .item();
  }

  private TransactWriteItem stillUnprotected(Citizen citizen) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(tables.people())
                    .key(PersonItems.headKey(citizen))
                    .conditionExpression("#protected = :no")
                    .expressionAttributeNames(Map.of("#protected", "protected"))
                    .expressionAttributeValues(Map.of(":no", flag(false))))
        .build();
  }

  private static Map<String, AttributeValue> profileKey(Citizen citizen) {
    return Map.of("citizen", text(citizen.key()), "item", text("PROFILE"));
  }
}
