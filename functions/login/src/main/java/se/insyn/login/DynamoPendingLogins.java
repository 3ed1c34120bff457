package se.insyn.login;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** {@link PendingLogins} as items {@code LOGIN#<id>} of the table {@code sessions}. */
@Singleton
final class DynamoPendingLogins implements PendingLogins {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoPendingLogins(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  @Override
  public void begin(PendingLogin login) {
    var item = new HashMap<>(key(login.id()));
    item.put("browser", text(login.browser()));
    item.put("nonce", text(login.nonce()));
    item.put("verifier", text(login.verifier()));
    item.put("returnTo", text(login.returnTo()));
    item.put("began", time(login.began()));
    item.put("ttl", number(login.began().plus(PendingLogin.LIFE).getEpochSecond()));
    if (login.session() != null) {
      item.put("session", text(login.session()));
    }
    client.putItem(
        put ->
            put.tableName(tables.sessions())
                .item(item)
                .conditionExpression("attribute_not_exists(id)"));
  }

  @Override
  public Optional<PendingLogin> take(String id) {
    try {
      Map<String, AttributeValue> item =
          client
              .deleteItem(
                  delete ->
                      delete
                          .tableName(tables.sessions())
                          .key(key(id))
                          .conditionExpression("attribute_exists(id)")
                          .returnValues(ReturnValue.ALL_OLD))
              .attributes();
      return Optional.of(
          new PendingLogin(
              id,
              text(item, "browser"),
              text(item, "nonce"),
              text(item, "verifier"),
              text(item, "returnTo"),
              optionalText(item, "session"),
              time(item, "began")));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", text("LOGIN#" + id));
  }
}
