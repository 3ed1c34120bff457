package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;

/** What is read costs the same however long the history is. */
class DynamoCaseEventsCostTest {

  /** The calls of one reader of a case with so many events. */
  private record Cost(
      List<Calls.Call> page,
      List<Calls.Call> nextPage,
      List<Calls.Call> open,
      List<Calls.Call> links) {}

  @Test
  void historyCostsNothing() {
    List<Cost> costs = IntStream.of(100, 1_000, 10_000).mapToObj(this::after).toList();
    assertThat(costs).containsOnly(costs.getFirst());
    Cost cost = costs.getFirst();
    assertThat(cost.page())
        .extracting(Calls.Call::operation)
        .containsExactly("Query", "BatchGetItem", "Query");
    assertThat(cost.nextPage()).extracting(Calls.Call::operation).containsExactly("Query");
    assertThat(cost.open()).extracting(Calls.Call::operation).containsExactly("Query");
    assertThat(cost.links()).extracting(Calls.Call::operation).containsExactly("Query");
  }

  private Cost after(int events) {
    var municipality = new Municipality();
    CaseId household = municipality.takeCase(Pushes.household());
    municipality.takeAll(
        household, IntStream.range(0, events).mapToObj(DynamoCaseEventsCostTest::fact).toList());
    Reading reading = Reading.of(municipality);
    var page =
        Calls.during(() -> reading.events().newestFirst(reading.applicant(), Reading.EVERYTHING));
    assertThat(page.result().items()).hasSize(10);
    Viewer viewer = reading.applicant();
    var rest = Reading.EVERYTHING.after(page.result().next());
    var nextPage = Calls.during(() -> reading.events().newestFirst(viewer, rest));
    assertThat(nextPage.result().items()).hasSize(10);
    var open = Calls.during(() -> reading.events().open(viewer, LocalDate.of(2026, 11, 20)));
    var visible = viewer.cases().getFirst();
    var links = Calls.during(() -> reading.events().ofApplication(visible, new EventId("ANS-1")));
    assertThat(links.result()).hasSize(100);
    return new Cost(page.calls(), nextPage.calls(), open.calls(), links.calls());
  }

  /** Something that was waited for, long ago. */
  private static Push fact(int i) {
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(i % 9_000);
    return Pushes.appointment()
        .with("id", "KAL-%05d".formatted(i))
        .with("applicationId", "ANS-1")
        .with("date", day.toString())
        .with("startsAt", day + "T09:00:00Z");
  }
}
