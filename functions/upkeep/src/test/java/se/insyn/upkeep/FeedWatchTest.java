package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.dynamodb.FeedItems;
import se.insyn.dynamodb.Values;

/** A source that must say that its protections are complete is named when it has been silent. */
class FeedWatchTest {

  private static final Source SOURCE = new Source("/lifecare");

  private final Workshop workshop =
      new Workshop(Workshop.NOW, Map.of("protection.feeds", SOURCE.value()));

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void itIsNamedWhenItHasNeverSaidSo() {
    assertThat(told()).containsExactly("protection-feed-silent /lifecare");
  }

  @Test
  void itIsNamedAfterThirteenHoursAndNotBefore() {
    complete(Workshop.NOW.minus(Duration.ofHours(13)));
    assertThat(told()).isEmpty();

    complete(Workshop.NOW.minus(Duration.ofHours(13)).minusMillis(1));
    assertThat(told()).containsExactly("protection-feed-silent /lifecare");

    complete(Workshop.NOW);
    assertThat(told()).isEmpty();
  }

  @Test
  void whatCannotBeReadRingsToo() {
    workshop.dynamo.putItem(
        put ->
            put.tableName(workshop.tables.systems())
                .item(
                    Map.of(
                        "source", Values.text(SOURCE.value()),
                        "item", Values.text("PROTECTION"),
                        "asOf", Values.text("yesterday"))));

    assertThat(told()).containsExactly("protection-feed-silent /lifecare");
  }

  private void complete(Instant asOf) {
    workshop.dynamo.putItem(
        put -> put.tableName(workshop.tables.systems()).item(FeedItems.item(SOURCE, asOf)));
  }

  private List<String> told() {
    return workshop.logged(workshop::tick).stream()
        .map(Json::parseObject)
        .map(line -> line.get("reason") + " " + line.get("system"))
        .toList();
  }
}
