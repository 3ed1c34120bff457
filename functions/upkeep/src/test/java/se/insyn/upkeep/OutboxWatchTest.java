package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.outbox.MessageRead;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.Values;

/** What waits too long is told every minute, whether or not anybody fetches. */
class OutboxWatchTest {

  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void nothingIsSaidWhileNothingWaitsForMoreThanADay() {
    assertThat(told()).isEmpty();
    waits("/lifecare", Workshop.NOW.minus(Duration.ofDays(1)));
    waits("/other-system", Workshop.NOW);
    assertThat(told()).isEmpty();
  }

  @Test
  void theSystemIsNamedEveryMinuteUntilItsOldestIsGone() {
    OutboxId oldest = waits("/other-system", Workshop.NOW.minus(Duration.ofDays(1)).minusMillis(1));
    waits("/other-system", Workshop.NOW);
    waits("/lifecare", Workshop.NOW);

    assertThat(told()).containsExactly("outbox-waits /other-system");
    assertThat(told()).containsExactly("outbox-waits /other-system");

    var gone = OutboxItems.delete(workshop.tables, new Source("/other-system"), oldest);
    workshop.dynamo.transactWriteItems(write -> write.transactItems(gone));
    assertThat(told()).isEmpty();
  }

  @Test
  void anOutboxThatCannotBeReadRingsToo() {
    workshop.dynamo.putItem(
        put ->
            put.tableName(workshop.tables.systems())
                .item(Map.of("source", Values.text("/lifecare"), "item", Values.text("OUT#odd"))));

    assertThat(told()).containsExactly("outbox-waits /lifecare");
  }

  private OutboxId waits(String source, Instant at) {
    OutboxId id = OutboxId.of(at);
    var act = new MessageRead(new CaseNumber("EB-1"), "T1", new EventId("M1"), "P1", at);
    var entry = OutboxItems.put(workshop.tables, new Source(source), id, act);
    workshop.dynamo.transactWriteItems(write -> write.transactItems(entry));
    return id;
  }

  /** What the log of one call says: reason and system of each line. */
  private List<String> told() {
    return workshop.logged(workshop::tick).stream()
        .map(Json::parseObject)
        .map(line -> line.get("reason") + " " + line.get("system"))
        .toList();
  }
}
