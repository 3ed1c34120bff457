package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.sessions.Session;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sessions in their table. */
class DynamoSessionsTest {

  private static final Instant BEGAN = Instant.parse("2026-11-20T09:00:00Z");

  private final DynamoDbClient client = LocalDynamoDb.start().client();
  private final Tables tables = LocalDynamoDb.start().newTables();
  private final DynamoSessions sessions = new DynamoSessions(client, tables);

  @Test
  void aSessionIsReadAsItWasWritten() {
    for (Session session : new Session[] {session(null), session(BEGAN.minusSeconds(60))}) {
      put(session);
      assertThat(sessions.find("id")).contains(session);
    }
  }

  @Test
  void itsItemGoesByItselfAfterItsLastInstant() {
    assertThat(DynamoSessions.item(session(null)).get("ttl"))
        .isEqualTo(Values.number(BEGAN.plusSeconds(28_800).getEpochSecond()));
  }

  @Test
  void anUnknownSessionIsNotThere() {
    assertThat(sessions.find("id")).isEmpty();
  }

  @Test
  void touchingMovesWhenItWasLastSeenAndNothingElse() {
    Session session = session(null);
    put(session);
    sessions.touch(session, BEGAN.plusSeconds(60));
    assertThat(sessions.find("id")).contains(seen(BEGAN.plusSeconds(60)));
    sessions.touch(session, BEGAN.plusSeconds(30));
    assertThat(sessions.find("id")).contains(seen(BEGAN.plusSeconds(60)));
  }

  @Test
  void touchingASessionThatIsGoneDoesNotBringItBack() {
    sessions.touch(session(null), BEGAN.plusSeconds(60));
    assertThat(sessions.find("id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"citizen", "began", "lastSeen", "until", "name", "number"})
  void aSessionThatLacksSomethingIsNotThere(String attribute) {
    var item = new HashMap<>(DynamoSessions.item(session(null)));
    item.remove(attribute);
    client.putItem(put -> put.tableName(tables.sessions()).item(item));
    assertThat(sessions.find("id")).isEmpty();
  }

  private void put(Session session) {
    client.putItem(put -> put.tableName(tables.sessions()).item(DynamoSessions.item(session)));
  }

  private static Session session(@Nullable Instant previousLogin) {
    return new Session(
        "id",
        new Citizen("citizen"),
        BEGAN,
        BEGAN,
        BEGAN.plusSeconds(28_800),
        previousLogin,
        "sealed name",
        "sealed number");
  }

  private static Session seen(Instant at) {
    Session session = session(null);
    return new Session(
        session.id(),
        session.citizen(),
        session.began(),
        at,
        session.until(),
        null,
        session.sealedName(),
        session.sealedNumber());
  }
}
