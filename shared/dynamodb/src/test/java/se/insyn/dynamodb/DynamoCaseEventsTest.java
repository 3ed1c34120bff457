package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.UnknownCursor;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Page;
import se.insyn.dynamodb.testing.Municipality;

/** What a viewer finds in the local indexes. */
class DynamoCaseEventsTest {

  private static final List<String> P2 = List.of("P2");

  private final Municipality municipality = new Municipality();
  private final CaseId household = municipality.takeCase(Pushes.household());
  private final Reading reading = Reading.of(municipality);

  @Test
  void aPageGoesOnBehind299FactsThatAreForOthers() {
    surround(299);
    assertThat(ids(page(null))).containsExactly("NEWEST", "OLDEST");
    assertThat(page(null).next()).isNull();
  }

  @Test
  void aPageEndsAfter300FactsThatAreForOthers() {
    surround(300);
    Page<Line> first = page(null);
    assertThat(ids(first)).containsExactly("NEWEST");
    assertThat(first.next()).isNotNull();
    Page<Line> second = page(first.next());
    assertThat(ids(second)).containsExactly("OLDEST");
    assertThat(second.next()).isNull();
  }

  /** What nobody asked for does not bring the end of a page nearer to what is for others. */
  @Test
  void aPageTellsTheSameWhetherBehindItsOwnFactsOneIsForOthers() {
    municipality.takeAll(
        household,
        IntStream.range(0, 299).mapToObj(i -> Pushes.payment().with("id", "UTB-" + i)).toList());
    EventQuery returned = Reading.EVERYTHING.matching(line -> "returned".equals(line.status()));
    assertThat(reading.events().newestFirst(reading.applicant(), returned).next()).isNull();

    municipality.take(household, Pushes.payment().with("id", "UTB-X").with("audience", P2));

    assertThat(reading.events().newestFirst(reading.applicant(), returned).next()).isNull();
  }

  private void surround(int others) {
    municipality.take(household, Pushes.decision().with("id", "NEWEST"));
    municipality.takeAll(
        household,
        IntStream.range(0, others)
            .mapToObj(
                i ->
                    Pushes.payment()
                        .with("id", "UTB-" + i)
                        .with("date", "2026-11-10")
                        .with("audience", P2))
            .toList());
    municipality.take(household, Pushes.decision().with("id", "OLDEST").with("date", "2026-11-01"));
  }

  @Test
  void allIsEveryKindThatTheViewerMaySeeAndNothingElse() {
    surround(310);
    municipality.take(household, Pushes.calculation());
    municipality.take(household, Pushes.document().with("visible", false));

    assertThat(reading.events().all(reading.applicants(household)))
        .extracting(line -> line.id().value())
        .containsExactly("NEWEST", "OLDEST", "NB-1");
  }

  @Test
  void aCursorHasTheSameLengthWhateverItStandsOn() {
    municipality.take(household, Pushes.decision().with("id", "B"));
    municipality.take(
        household,
        Pushes.decision()
            .with("id", "A".repeat(64))
            .with("registeredAt", "2026-11-20T07:00:00.123456789Z"));
    municipality.take(household, Pushes.decision().with("id", "C").with("date", "2026-01-01"));
    String first = page(null, 1).next();
    String second = page(first, 1).next();
    assertThat(first).isNotNull().isNotEqualTo(second).hasSameSizeAs(second);
  }

  static Stream<String> madeUpCursors() {
    String caseId = "0".repeat(32);
    return Stream.of(
        "",
        "x",
        "å",
        "A".repeat(192),
        "A".repeat(193),
        new Position("2026-11-20##BES-1", caseId).cursor().substring(4),
        new Position("2026-11-20##BES-1", caseId).cursor() + "AAAA",
        new Position("2026-11-20##BES 1", caseId).cursor(),
        new Position("2026-11-20#BES-1", caseId).cursor(),
        new Position("2026-11-20#yesterday#BES-1", caseId).cursor(),
        new Position("", caseId).cursor(),
        new Position("2026-11-20##BES-1", "A".repeat(32)).cursor());
  }

  @ParameterizedTest
  @MethodSource("madeUpCursors")
  void aCursorThatIsMadeUpIsRefused(String cursor) {
    assertThatThrownBy(() -> page(cursor)).isInstanceOf(UnknownCursor.class);
  }

  @Test
  void aCursorOnAnothersCaseOpensNothing() {
    municipality.take(household, Pushes.decision());
    String elsewhere = new Position("2026-12-31##BES-9", "f".repeat(32)).cursor();
    assertThat(ids(page(elsewhere))).containsExactly("BES-1");
  }

  @Test
  void calculationsStandInNoList() {
    municipality.take(household, Pushes.calculation().with("applicationId", "ANS-1"));
    var ofApplication =
        new EventQuery(null, null, null, new EventId("ANS-1"), null, null, 10, null);
    var ofKind = new EventQuery(null, null, Kind.CALCULATION, null, null, null, 10, null);
    assertThat(page(null).items()).isEmpty();
    assertThat(reading.events().newestFirst(reading.applicant(), ofApplication).items()).isEmpty();
    assertThat(reading.events().newestFirst(reading.applicant(), ofKind).items()).isEmpty();
    VisibleCase visible = reading.applicants(household);
    assertThat(reading.events().ofApplication(visible, new EventId("ANS-1"))).hasSize(1);
    assertThat(reading.events().find(visible, new EventId("NB-1"))).isPresent();
  }

  @Test
  void linksAreFoundBehind299FactsThatAreForOthers() {
    linkedBehind(299);
    VisibleCase visible = reading.applicants(household);
    assertThat(reading.events().under(visible, new EventId("BES-1")))
        .extracting(line -> line.id().value())
        .containsExactly("MINE");
    assertThat(reading.events().ofApplication(visible, new EventId("ANS-1")))
        .extracting(line -> line.id().value())
        .containsExactly("MINE");
  }

  @Test
  void behind300FactsThatAreForOthersNoLinkIsLookedFor() {
    linkedBehind(300);
    VisibleCase visible = reading.applicants(household);
    assertThat(reading.events().under(visible, new EventId("BES-1"))).isEmpty();
    assertThat(reading.events().ofApplication(visible, new EventId("ANS-1"))).isEmpty();
  }

  private void linkedBehind(int others) {
    municipality.take(household, payment("MINE", "2026-01-01"));
    municipality.takeAll(
        household,
        IntStream.range(0, others)
            .mapToObj(i -> payment("UTB-" + i, "2026-11-10").with("audience", P2))
            .toList());
  }

  @Test
  void behind300ThatWaitForOthersNothingIsLookedFor() {
    LocalDate from = LocalDate.of(2026, 11, 20);
    municipality.take(household, Pushes.informationRequest().with("dueOn", "2026-12-31"));
    municipality.takeAll(household, IntStream.range(0, 299).mapToObj(this::waiting).toList());
    assertThat(reading.events().open(reading.applicant(), from)).hasSize(1);
    municipality.take(household, waiting(299));
    assertThat(reading.events().open(reading.applicant(), from)).isEmpty();
  }

  private Push waiting(int i) {
    return Pushes.informationRequest()
        .with("id", "F-" + i)
        .with("dueOn", "2026-11-30")
        .with("audience", P2);
  }

  @Test
  void anIdThatBeginsLikeAnotherIsAnother() {
    municipality.take(household, payment("UTB-1", "2026-11-10"));
    VisibleCase visible = reading.applicants(household);
    for (String other : List.of("BES", "BES-", "BES-11", "bes-1")) {
      assertThat(reading.events().under(visible, new EventId(other))).isEmpty();
    }
    assertThat(reading.events().ofApplication(visible, new EventId("ANS"))).isEmpty();
  }

  @Test
  void linksAreTheNewestHundred() {
    municipality.takeAll(
        household,
        IntStream.range(0, 130).mapToObj(i -> payment("UTB-" + i, "2026-11-10")).toList());
    municipality.take(household, payment("NEWEST", "2026-11-11"));
    assertThat(reading.events().under(reading.applicants(household), new EventId("BES-1")))
        .hasSize(100)
        .first()
        .matches(line -> line.id().value().equals("NEWEST"));
  }

  private static Push payment(String id, String date) {
    return Pushes.payment()
        .with("id", id)
        .with("date", date)
        .with("decisionId", "BES-1")
        .with("applicationId", "ANS-1");
  }

  @Test
  void aLineThatCannotBeReadIsPassedOver() {
    municipality.take(household, Pushes.decision());
    damage(Pushes.payment(), "line", "{");
    damage(Pushes.document(), "line", "{\"id\": \"DOK-1\", \"kind\": \"novel\"}");
    assertThat(ids(page(null))).containsExactly("BES-1");
    VisibleCase visible = reading.applicants(household);
    assertThat(reading.events().find(visible, new EventId("UTB-1"))).isEmpty();
    assertThat(reading.events().lines(visible, List.of(new EventId("UTB-1"), new EventId("BES-1"))))
        .hasSize(1);
  }

  @Test
  void aFactThatCannotBeReadIsNotThere() {
    damage(Pushes.payment(), "body", "{\"amountOre\": \"much\"}");
    damage(Pushes.decision(), "kind", "novel");
    VisibleCase visible = reading.applicants(household);
    assertThat(reading.events().find(visible, new EventId("UTB-1"))).isEmpty();
    assertThat(reading.events().find(visible, new EventId("BES-1"))).isEmpty();
  }

  @Test
  void withoutItsKeyByKindAFactIsClosedWhateverElseIsThere() {
    municipality.take(household, Pushes.decision());
    var item = new HashMap<>(municipality.itemOf(household, Pushes.decision()));
    item.remove(IndexKeys.BY_KIND);
    municipality.put(municipality.tables().cases(), item);
    VisibleCase visible = reading.applicants(household);
    assertThat(reading.events().find(visible, new EventId("BES-1"))).isEmpty();
    assertThat(reading.events().lines(visible, List.of(new EventId("BES-1")))).isEmpty();
  }

  private void damage(Push push, String attribute, String value) {
    var item = new HashMap<>(municipality.itemOf(household, push));
    item.put(attribute, Values.text(value));
    municipality.put(municipality.tables().cases(), item);
  }

  private Page<Line> page(@Nullable String cursor) {
    return page(cursor, 10);
  }

  private Page<Line> page(@Nullable String cursor, int limit) {
    return reading
        .events()
        .newestFirst(
            reading.applicant(), new EventQuery(null, null, null, null, null, null, limit, cursor));
  }

  private static List<String> ids(Page<Line> page) {
    return page.items().stream().map(line -> line.id().value()).toList();
  }
}
