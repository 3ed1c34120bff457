package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.aws.DynamoCall;

/**
 * What may not be seen and what is not there are the same, in every byte and in every call:
 * C02–C04, C10, C13, H09 and L10.
 */
class SameAnswersTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  private Office office = Office.lifecare();
  private Browser citizenA = INSYN.browser();
  private Browser citizenB = INSYN.browser();
  private String caseOfA = "";

  @BeforeEach
  void startOver() {
    office = People.startOver();
    citizenA = INSYN.loggedIn(People.ELIAS);
    citizenB = INSYN.loggedIn(People.ASA);
    caseOfA = Routes.caseId(citizenA, "A-1");
  }

  @Test
  @DisplayName("C02, C04, L10: another's case, a hidden one and none at all are the same")
  void anothersCaseAHiddenOneAndNoneAreTheSame() {
    office.applies(People.caseOf("E-1", People.ASA), People.decision("E-1", "BES-1"));
    office.applies(
        People.household("F-1", People.ASA, People.AMIRA), People.decision("F-1", "BES-1"));
    for (var caseNumber : List.of("A-1", "F-1")) {
      People.makeOpenable(office, caseNumber);
    }
    var hidden = Routes.caseId(citizenB, "F-1");
    var anothers = Routes.caseId(citizenA, "A-1");
    office.applies(Pushes.protection(People.AMIRA, "confidentiality-marking"));
    for (var suffix :
        List.of(
            "",
            "/events/BES-1",
            "/events/KAL-1/calendar",
            "/documents/DOK-2/file",
            "/calculations/NB-1")) {
      same(
          () -> citizenB.get("/api/cases/" + anothers + suffix),
          () -> citizenB.get("/api/cases/" + hidden + suffix),
          () -> citizenB.get("/api/cases/" + "0".repeat(anothers.length()) + suffix));
    }
    for (var list : List.of("events", "applications", "documents", "payments")) {
      same(
          () -> citizenB.get("/api/" + list + "?case=" + anothers),
          () -> citizenB.get("/api/" + list + "?case=" + hidden),
          () -> citizenB.get("/api/" + list + "?case=" + "0".repeat(anothers.length())));
    }
    office.applies(Pushes.protection(People.AMIRA, "none").with("version", 2));
  }

  @Test
  @DisplayName("C02: a fact that is hidden, retracted or for others costs and says what none does")
  void aFactThatMayNotBeSeenIsTheSameAsNone() {
    office.applies(
        People.decision("A-1", "BES-HIDDEN").with("visible", false),
        People.decision("A-1", "BES-BACK").with("retracted", true),
        People.decision("A-1", "BES-OTHERS").with("audience", List.of()));
    var events = "/api/cases/" + caseOfA + "/events/";
    same(
        () -> citizenA.get(events + "BES-HIDDEN"),
        () -> citizenA.get(events + "BES-BACK"),
        () -> citizenA.get(events + "BES-OTHERS"),
        () -> citizenA.get(events + "BES-NONE"));
    var calculation = Pushes.calculation().with("caseNumber", "A-1");
    office.applies(
        calculation.with("id", "NB-HIDDEN").with("visible", false),
        calculation.with("id", "NB-OTHERS").with("audience", List.of()));
    var calculations = "/api/cases/" + caseOfA + "/calculations/";
    same(
        () -> citizenA.get(calculations + "NB-HIDDEN"),
        () -> citizenA.get(calculations + "NB-OTHERS"),
        () -> citizenA.get(calculations + "BES-1"),
        () -> citizenA.get(calculations + "NB-NONE"));
  }

  @ParameterizedTest(name = "C03, C04, H09: id {index}")
  @ValueSource(
      strings = {
        "A-1",
        "..%2fA-1",
        "%2e%2e",
        "*",
        "%00",
        "%F0%9F%98%80",
        "%E2%84%AA",
        "a%20b",
        "%25",
        "CASE",
        "EVENT%23BES-1",
        "null",
        "undefined",
        "0",
        "-1",
        "%27%20OR%201=1"
      })
  void anyOtherIdIsNoCase(String id) {
    for (var suffix :
        List.of(
            "",
            "/events/BES-1",
            "/events/KAL-1/calendar",
            "/documents/DOK-2/file",
            "/calculations/NB-1")) {
      Refusal.of(() -> citizenA.get("/api/cases/" + id + suffix))
          .isProblem(404, "not-found", "not-found");
    }
    for (var place : List.of("events/%s", "events/%s/calendar", "documents/%s/file")) {
      var path = "/api/cases/" + caseOfA + "/" + place.formatted(id);
      assertThat(citizenA.get(path).statusCode()).as(path).isEqualTo(404);
    }
    for (var path : List.of("/api/cases/" + caseOfA + "/calculations/", "/api/exports/")) {
      assertThat(citizenA.get(path + id).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(citizenA.get("/api/events?case=" + id).statusCode()).isIn(400, 404);
  }

  @Test
  @DisplayName("C04: the id in other letters or very long is no case")
  void theIdInOtherLettersIsNoCase() {
    var swapped = caseOfA.chars().mapToObj(SameAnswersTest::swapped).toList();
    for (var id : List.of(String.join("", swapped), caseOfA + "A", "x".repeat(8_000))) {
      assertThat(citizenA.get("/api/cases/" + id).statusCode()).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("C03: a cursor opens nothing to another session, and changed it opens nothing")
  void aCursorOfAnotherOpensNothing() {
    office.applies(People.decision("A-1", "BES-2"), People.decision("A-1", "BES-3"));
    var page = Json.object(citizenA.get("/api/events?limit=1").body());
    var cursor = String.valueOf(page.get("next"));
    Refusal.of(() -> citizenB.get("/api/events?limit=1&cursor=" + cursor))
        .isProblem(400, "malformed", "malformed");
    var changed =
        cursor.substring(0, 20) + (cursor.charAt(20) == 'A' ? 'B' : 'A') + cursor.substring(21);
    Refusal.of(() -> citizenA.get("/api/events?limit=1&cursor=" + changed))
        .isProblem(400, "malformed", "malformed");
  }

  @Test
  @DisplayName("C10: a case of another system is as unknown as none, and its source is not ours")
  void anotherSystemsCaseIsUnknown() {
    var other = Office.otherSystem();
    var before = StoredItems.snapshot();
    assertThat(other.push(People.decision("A-1", "BES-9")).statusCode()).isEqualTo(404);
    assertThat(bare(other.push(People.decision("A-1", "BES-9"))))
        .isEqualTo(bare(other.push(People.decision("NONE-1", "BES-9"))));
    assertThat(bare(other.get("/caseworker/v1/cases?caseNumber=A-1")))
        .isEqualTo(bare(other.get("/caseworker/v1/cases?caseNumber=NONE-1")));
    Refusal.of(() -> other.pushRaw(office.event(People.decision("A-1", "BES-9"))))
        .isProblem(403, "forbidden", "source");
    assertThat(StoredItems.snapshot()).isEqualTo(before);
  }

  @Test
  @DisplayName("C13: what is taken from the reader between the check and the read is not read")
  void whatIsTakenAwayMeanwhileIsNotRead() {
    People.makeOpenable(office, "A-1");
    int version = 2;
    for (var path :
        List.of(
            "events/BES-1", "events/KAL-1/calendar", "calculations/NB-1", "documents/DOK-2/file")) {
      var id = path.split("/", -1)[1];
      var whole = "/api/cases/" + caseOfA + "/" + path;
      assertThat(citizenA.get(whole).statusCode()).as(path).isIn(200, 303);
      var gets = new AtomicInteger();
      var taken = new ArrayList<String>();
      int next = version++;
      INSYN
          .calls()
          .before(
              (operation, items) -> {
                // The first one reads the session, the second the fact.
                if (operation.equals("GetItem") && gets.incrementAndGet() == 2) {
                  taken.add(office.result(forNobody(id).with("version", next)));
                }
              });
      var answer = citizenA.get(whole);
      INSYN.calls().untouched();
      assertThat(taken).as(path).containsExactly("applied");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.headers().firstValue("location")).isEmpty();
    }
  }

  private static Push forNobody(String id) {
    var push =
        switch (id) {
          case "KAL-1" -> Pushes.appointment();
          case "NB-1" -> Pushes.calculation();
          case "DOK-2" -> Papers.document("A-1", "DOK-2", Papers.pdf("utredning"));
          default -> People.decision("A-1", id);
        };
    return push.with("caseNumber", "A-1").with("audience", List.of());
  }

  @SafeVarargs
  private void same(Supplier<HttpResponse<String>>... calls) {
    var seen = new ArrayList<Map<String, Object>>();
    var costs = new ArrayList<List<DynamoCall>>();
    for (var call : calls) {
      INSYN.calls().record();
      seen.add(bare(Refusal.of(() -> recorded(call, costs)).answer()));
    }
    assertThat(seen).allSatisfy(answer -> assertThat(answer).isEqualTo(seen.getFirst()));
    assertThat(seen.getFirst()).containsEntry("status", 404);
    assertThat(costs).allSatisfy(cost -> assertThat(cost).isEqualTo(costs.getFirst()));
  }

  private static HttpResponse<String> recorded(
      Supplier<HttpResponse<String>> call, List<List<DynamoCall>> costs) {
    INSYN.calls().record();
    var answer = call.get();
    costs.add(INSYN.calls().recorded());
    return answer;
  }

  /** Status, headers and body, but for what names this one answer. */
  private static Map<String, Object> bare(HttpResponse<String> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    var body = Json.object(answer.body());
    body.remove("instance");
    body.remove("traceId");
    return Map.of("status", answer.statusCode(), "headers", headers, "body", body);
  }

  private static String swapped(int c) {
    char letter = (char) c;
    return String.valueOf(
        Character.isUpperCase(letter)
            ? Character.toLowerCase(letter)
            : Character.isLowerCase(letter) ? Character.toUpperCase(letter) : letter);
  }
}
