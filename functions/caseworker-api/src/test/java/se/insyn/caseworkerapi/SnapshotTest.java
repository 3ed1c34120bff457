package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.Kind;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Violation;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.http.Problem;

/** A whole case by {@code PUT}: what is stored is what the system had at {@code asOf}. */
class SnapshotTest {

  private static final Source SOURCE = new Source(Office.LIFECARE);
  private static final CaseNumber NUMBER = new CaseNumber(Pushes.CASE_NUMBER);

  private final Office office = new Office();

  @BeforeEach
  void aCaseIsKnown() {
    office.push(Pushes.ofCase());
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Instant now() {
    return office.clock.instant();
  }

  /** A minute from now. */
  private Instant later() {
    office.clock.forward(Duration.ofMinutes(1));
    return now();
  }

  static Map<String, @Nullable Object> body(Instant asOf, Push itsCase, Push... facts) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("asOf", asOf.toString());
    body.put("case", itsCase.data());
    var list = new ArrayList<Object>();
    for (Push fact : facts) {
      var data = new LinkedHashMap<String, @Nullable Object>(fact.data());
      data.put("kind", fact.type());
      data.remove("caseNumber");
      list.add(data);
    }
    body.put("facts", list);
    return body;
  }

  private Map<String, Object> put(Map<String, @Nullable Object> body) {
    return office
        .context
        .getBean(Snapshots.class)
        .take(Snapshot.read(SOURCE, NUMBER, body, now()), "0".repeat(32))
        .answer();
  }

  /** The results, each as kind, id and result, and whether all was done. */
  private String put(Instant asOf, Push itsCase, Push... facts) {
    return results(put(body(asOf, itsCase, facts)));
  }

  private static String results(Map<String, Object> answer) {
    var said = new ArrayList<String>();
    ((List<?>) Objects.requireNonNull(answer.get("results")))
        .forEach(
            each -> {
              Map<?, ?> result = (Map<?, ?>) each;
              Object id = result.get("id");
              said.add((id == null ? result.get("kind") : id) + " " + result.get("result"));
            });
    return String.join(", ", said) + (Boolean.TRUE.equals(answer.get("done")) ? "" : " ...");
  }

  private static Push decision(int version) {
    return Pushes.decision().with("version", version);
  }

  private List<String> seen() {
    return Objects.requireNonNull(office.seenBy(Pushes.APPLICANT));
  }

  @Test
  void aCaseThatNobodyKnewIsThereAfterwards() {
    office.empty();

    assertThat(put(now(), Pushes.ofCase(), Pushes.decision(), Pushes.payment()))
        .isEqualTo("case applied, BES-1 applied, UTB-1 applied");
    assertThat(seen()).containsExactlyInAnyOrder("BES-1", "UTB-1");
  }

  @Test
  void whatIsStoredAlreadyIsLeftAloneAndCostsTwoWritesAtMost() {
    office.push(Pushes.decision());
    office.push(Pushes.payment());
    Instant asOf = later();
    String before = office.stored(office.tables.people());

    var calls =
        Calls.during(
            () ->
                assertThat(put(asOf, Pushes.ofCase(), Pushes.decision(), Pushes.payment()))
                    .isEqualTo("case duplicate, BES-1 duplicate, UTB-1 duplicate"));

    assertThat(calls.operations())
        .containsExactly("BatchGetItem", "BatchGetItem", "TransactWriteItems", "Query");
    assertThat(office.stored(office.tables.people())).isEqualTo(before);
  }

  @Test
  void whatTheSystemNoLongerHasIsClosedAndStaysSo() {
    office.push(Pushes.decision());
    office.push(Pushes.payment());
    Instant asOf = later();

    assertThat(put(asOf, Pushes.ofCase(), Pushes.payment()))
        .isEqualTo("case duplicate, UTB-1 duplicate, BES-1 closed");
    assertThat(seen()).containsExactly("UTB-1");
    assertThat(office.push(Pushes.decision())).isEqualTo("duplicate");
    assertThat(office.push(Pushes.ofCase().with("version", 2))).isEqualTo("applied");
    assertThat(seen()).containsExactly("UTB-1");
    assertThat(readBack("BES-1")).isEqualTo("1 false");
  }

  @Test
  void theSameSnapshotAgainWritesNothing() {
    office.push(Pushes.decision());
    Instant asOf = later();
    put(asOf, Pushes.ofCase(), Pushes.payment());
    String before = office.stored();
    long rows = office.auditRows();

    assertThat(put(asOf, Pushes.ofCase(), Pushes.payment()))
        .isEqualTo("case duplicate, UTB-1 duplicate");
    assertThat(office.stored()).isEqualTo(before);
    assertThat(office.auditRows()).isEqualTo(rows);
  }

  @Test
  void aLaterSnapshotThatNamesItOpensItAgainForThoseWhoHadIt() {
    office.push(Pushes.household().with("version", 2));
    office.push(Pushes.decision().with("audience", List.of("P1")));
    Push household = Pushes.household().with("version", 2);
    Instant first = later();
    put(first, household);
    assertThat(seen()).isEmpty();

    Push named = Pushes.decision().with("audience", List.of("P1"));
    assertThat(put(first, household, named)).isEqualTo("case duplicate, BES-1 duplicate");
    assertThat(seen()).isEmpty();

    assertThat(put(later(), household, named)).isEqualTo("case duplicate, BES-1 applied");
    assertThat(seen()).containsExactly("BES-1");
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isEmpty();
    assertThat(readBack("BES-1")).isEqualTo("1 true");
  }

  @Test
  void aSnapshotWithOtherContentOrAnOlderVersionOpensNothing() {
    office.push(decision(2));
    put(later(), Pushes.ofCase());

    assertThat(put(later(), Pushes.ofCase(), decision(2).with("decision", "Något annat")))
        .isEqualTo("case duplicate, BES-1 rejected");
    assertThat(put(later(), Pushes.ofCase(), decision(1))).isEqualTo("case duplicate, BES-1 stale");
    assertThat(seen()).isEmpty();
  }

  @Test
  void aHigherVersionOpensIt() {
    office.push(Pushes.decision());
    put(later(), Pushes.ofCase());

    assertThat(office.push(decision(2))).isEqualTo("applied");
    assertThat(seen()).containsExactly("BES-1");
  }

  @Test
  void whatWasTakenInAfterThatSecondStays() {
    Instant asOf = now().plusMillis(200);
    office.clock.forward(Duration.ofMillis(999));
    office.push(Pushes.decision());
    office.clock.forward(Duration.ofMillis(1));
    office.push(Pushes.payment());

    assertThat(put(asOf, Pushes.ofCase())).isEqualTo("case duplicate, BES-1 closed");
    assertThat(seen()).containsExactly("UTB-1");
  }

  @Test
  void anOlderSnapshotIsRefusedButForAStricterProtection() {
    office.push(Pushes.decision());
    put(later(), Pushes.ofCase().with("version", 2), Pushes.decision());
    String before = office.stored();
    Instant older = now().minusSeconds(30);

    assertThatThrownBy(() -> put(older, Pushes.ofCase()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.reason()).isEqualTo("newer-snapshot");
            });
    assertThat(office.stored()).isEqualTo(before);
    assertThat(seen()).containsExactly("BES-1");

    Push marked = Pushes.ofCase().with("persons/0/protection", "confidentiality-marking");
    assertThatThrownBy(() -> put(older, marked)).isInstanceOf(Problem.class);
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void whatAnOlderSnapshotStillHasToDoIsNotDoneAfterANewerOne() {
    Instant older = later();
    Instant newer = later();
    put(newer, Pushes.ofCase());

    assertThatThrownBy(
            () ->
                office
                    .context
                    .getBean(FactPushes.class)
                    .takeOfSnapshot(
                        se.insyn.caseworkerapi.Push.of(SOURCE, Pushes.decision().data(), false),
                        Kind.DECISION,
                        older))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.reason()).isEqualTo("newer-snapshot"));
    assertThat(seen()).isEmpty();
  }

  @Test
  void aSnapshotWhoseClockIsAheadLeavesAloneWhatCameAfterIt() {
    Instant ahead = now().plusSeconds(50);
    put(ahead, Pushes.ofCase());
    office.clock.forward(Duration.ofSeconds(20));
    office.push(Pushes.decision());
    office.clock.forward(Duration.ofSeconds(10));

    put(ahead, Pushes.ofCase());
    assertThat(seen()).containsExactly("BES-1");
  }

  @Test
  void whatALateSnapshotBroughtANewerOneMayLack() {
    Instant older = now().minusSeconds(60);
    Instant newer = now().minusSeconds(30);
    put(older, Pushes.ofCase(), Pushes.decision(), Pushes.payment());

    assertThat(put(newer, Pushes.ofCase(), Pushes.decision())).contains("UTB-1 closed");
    assertThat(seen()).containsExactly("BES-1");
  }

  @Test
  void theLargestSnapshotWithNothingRightInItIsStillAnswered() {
    var facts = new ArrayList<Object>();
    for (int i = 0; i < 10_000; i++) {
      facts.add(Map.of("kind", "decision", "id", "BES-".repeat(13) + i, "rows", ROWS));
    }
    var body = body(later(), Pushes.ofCase());
    body.put("facts", facts);

    Map<String, Object> answer = put(body);

    assertThat(Json.size(answer)).isBetween(3_000_000, 5_000_000);
    assertThat((List<?>) answer.get("results")).hasSize(10_001);
    assertThat(answer).containsEntry("done", true);
  }

  private static final List<Object> ROWS = List.of(Map.of(), Map.of(), Map.of(), Map.of());

  @Test
  void aFactThatIsRefusedStaysAsItWasAndIsNamedByItsPlace() {
    office.push(Pushes.decision());
    office.push(Pushes.payment());

    Map<String, Object> answer =
        put(
            body(
                later(),
                Pushes.ofCase(),
                Pushes.payment().with("version", 2),
                decision(2).with("outcome", "no-such")));

    assertThat(results(answer)).isEqualTo("case duplicate, UTB-1 applied, BES-1 rejected");
    assertThat(seen()).containsExactlyInAnyOrder("UTB-1", "BES-1");
    assertThat(String.valueOf(answer.get("results"))).contains("pointer=/facts/1/outcome");
  }

  @Test
  void aCaseThatIsRefusedRefusesTheWhole() {
    office.push(Pushes.decision());
    String before = office.stored();
    var body = body(later(), Pushes.ofCase().with("version", 2).without("area"));

    assertThat(pointers(body)).containsExactly("/case/area");
    assertThatThrownBy(() -> put(now(), Pushes.ofCase().with("type", "Annan")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.reason()).isEqualTo("version-conflict"));
    assertThat(office.stored()).isEqualTo(before);
  }

  private List<String> pointers(Map<String, @Nullable Object> body) {
    try {
      put(body);
      return List.of();
    } catch (InvalidMembers wrong) {
      return wrong.violations().stream().map(Violation::pointer).toList();
    }
  }

  @Test
  void aSnapshotThatLeavesOpenWhatThereIsIsRefused() {
    var ahead = body(now().plusSeconds(61), Pushes.ofCase(), Pushes.decision());
    var twice = body(now(), Pushes.ofCase(), Pushes.decision(), Pushes.decision());
    var noId = body(now(), Pushes.ofCase(), Pushes.decision().without("id"));
    var unknown = body(now(), Pushes.ofCase(), Pushes.push("message", "{\"id\": \"M-1\"}"));
    var otherCase = body(now(), Pushes.ofCase().with("caseNumber", "IFO-2026-00999"));
    var nothing = body(now(), Pushes.ofCase());
    nothing.keySet().removeAll(List.of("asOf", "facts"));

    assertThat(pointers(ahead)).containsExactly("/asOf");
    assertThat(pointers(body(now().plusSeconds(60), Pushes.ofCase()))).isEmpty();
    assertThat(pointers(twice)).containsExactly("/facts/1/id");
    assertThat(pointers(noId)).containsExactly("/facts/0/id");
    assertThat(pointers(unknown)).containsExactly("/facts/0/kind");
    assertThat(pointers(otherCase)).containsExactly("/case/caseNumber");
    assertThat(pointers(nothing)).containsExactly("/asOf", "/facts");
  }

  @Test
  void membersThatNobodyAskedForAreSaid() {
    var body =
        body(
            now(),
            Pushes.ofCase().with("version", 2).with("mood", "calm"),
            Pushes.decision().with("colour", "blue"));
    body.put("extra", 1L);

    assertThat(put(body).toString())
        .contains("ignored=[/case/mood]", "ignored=[/facts/0/colour]", "ignored=[/extra]");
  }

  @Test
  void anErasedCaseIsUnknown() {
    office.push(Pushes.push("erase", "{\"version\": 5}").with("caseNumber", Pushes.CASE_NUMBER));

    assertThatThrownBy(() -> put(now(), Pushes.ofCase(), Pushes.decision()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
  }

  @Test
  void whatThereIsNoTimeForIsDoneWhenTheSameIsSentAgain() {
    office.push(Pushes.decision());
    Push[] payments =
        IntStream.range(0, 30)
            .mapToObj(i -> Pushes.payment().with("id", "UTB-" + i))
            .toArray(Push[]::new);
    Instant asOf = later();

    office.clock.eachLook(Duration.ofMillis(500));
    String first = put(asOf, Pushes.ofCase(), payments);
    office.clock.eachLook(Duration.ZERO);

    assertThat(first).contains("UTB-0 applied").endsWith(" ...");
    assertThat(seen()).contains("BES-1", "UTB-0").hasSizeLessThan(31);
    assertThat(put(asOf, Pushes.ofCase(), payments)).endsWith("BES-1 closed");
    assertThat(seen()).hasSize(30).doesNotContain("BES-1");
  }

  /** Version of a fact, and whether it counts as visible, as the system reads it back. */
  private String readBack(String id) {
    var page = office.context.getBean(StoredFacts.class).page(CaseId.of(SOURCE, NUMBER), 100, null);
    for (Object each : (List<?>) Objects.requireNonNull(page.get("facts"))) {
      Map<?, ?> fact = (Map<?, ?>) each;
      if (id.equals(String.valueOf(fact.get("id")))) {
        return fact.get("version") + " " + fact.get("visible");
      }
    }
    throw new AssertionError(id);
  }
}
