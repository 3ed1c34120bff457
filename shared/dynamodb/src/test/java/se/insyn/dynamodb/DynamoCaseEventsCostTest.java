package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Line;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Page;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;

/** A page costs the same however long the history is. */
class DynamoCaseEventsCostTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  @Test
  void aPageCostsTheSameAfterTenThousandEvents() {
    List<Calls.Counted<Page<Line>>> costs =
        IntStream.of(100, 1_000, 10_000).mapToObj(this::pageAfter).toList();
    for (Calls.Counted<Page<Line>> cost : costs) {
      assertThat(cost.result().items()).hasSize(10);
      assertThat(cost.calls()).isEqualTo(costs.getFirst().calls());
    }
  }

  private Calls.Counted<Page<Line>> pageAfter(int events) {
    var municipality = new Municipality();
    CaseId household = municipality.takeCase(Pushes.household());
    municipality.takeAll(
        household, IntStream.range(0, events).mapToObj(DynamoCaseEventsCostTest::payment).toList());
    var client = LocalDynamoDb.start().client();
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var viewers = new DynamoViewers(client, municipality.tables(), clock);
    var caseEvents = new DynamoCaseEvents(client, municipality.tables());
    return Calls.during(
        () -> {
          Viewer viewer =
              viewers.viewer(Municipality.citizen(Pushes.APPLICANT), NOW, null).orElseThrow();
          return caseEvents.newestFirst(
              viewer, new EventQuery(null, null, null, null, null, null, 10, null));
        });
  }

  private static Push payment(int i) {
    return Pushes.payment()
        .with("id", "UTB-%05d".formatted(i))
        .with("date", LocalDate.of(2000, 1, 1).plusDays(i % 9_000).toString());
  }
}
