package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.optionalTime;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.sessions.Session;
import se.insyn.domain.sessions.Sessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link Sessions} on the table {@code sessions}. */
@Singleton
public final class DynamoSessions implements Sessions {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoSessions(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  public static Map<String, AttributeValue> key(String id) {
    return Map.of("id", text(id));
  }

  /** A session as an item; the table's time to live removes it after its last instant. */
  public static Map<String, AttributeValue> item(Session session) {
    var item = new LinkedHashMap<>(key(session.id()));
    item.put("citizen", text(session.citizen().key()));
    item.put("began", time(session.began()));
    item.put("lastSeen", time(session.lastSeen()));
    item.put("until", time(session.until()));
    if (session.previousLogin() != null) {
      item.put("previousLogin", time(session.previousLogin()));
    }
    item.put("name", text(session.sealedName()));
    item.put("number", text(session.sealedNumber()));
    item.put("ttl", Values.number(session.until().getEpochSecond()));
    return item;
  }

  @Override
  public Optional<Session> find(String id) {
    var item =
        client
            .getItem(get -> get.tableName(tables.sessions()).key(key(id)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Session(
              id,
              new Citizen(text(item, "citizen")),
              time(item, "began"),
              time(item, "lastSeen"),
              time(item, "until"),
              optionalTime(item, "previousLogin"),
              text(item, "name"),
              text(item, "number")));
    } catch (RuntimeException e) {
      Damaged.item("sessions", e);
      return Optional.empty();
    }
  }

  @Override
  public void touch(Session session, Instant now) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(tables.sessions())
                  .key(key(session.id()))
                  .updateExpression("SET lastSeen = :now")
                  .conditionExpression("attribute_exists(id) AND lastSeen < :now")
                  .expressionAttributeValues(Map.of(":now", time(now))));
    } catch (ConditionalCheckFailedException e) {
      // Gone, or another call was quicker: both are as it should be.
    }
  }
}
