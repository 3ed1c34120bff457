package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.aws.DynamoCall;

/**
 * The table of protected identity: closed, and nobody can tell.
 *
 * <p>D01–D03, D06, D09, D11–D14 and D17 are here. D18: ExportsTest of profile (an export is gone
 * when one of its cases is hidden) and AdultsTest. Every order of pushes is in ProtectionOrderTest
 * of caseworker-api.
 */
class ProtectedTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String MARKING = "confidentiality-marking";

  private Office office = Office.lifecare();

  @BeforeEach
  void startOver() {
    office = People.startOver();
  }

  @ParameterizedTest(name = "{0}: {1}, then {2}")
  @CsvSource({
    "D01,confidentiality-marking,confidentiality-marking",
    "D02,protected-registration,protected-registration",
    "D03,confidentiality-marking,protected-registration"
  })
  void aProtectedPersonGetsThePageOfThoseWhoHaveNothing(String row, String one, String other) {
    office.applies(
        Pushes.protection(People.ELIAS, one),
        Pushes.protection(People.ELIAS, other).with("version", 2));
    var shown = login(People.ELIAS);
    assertThat(shown.get("body")).asString().contains("0123-45 60 00", "mån–fre 9–10");
    assertThat(shown).isEqualTo(login(People.NOBODY));
  }

  @Test
  @DisplayName(
      "D13, D14: protected, hidden by another, only a child, left and unknown: same bytes,"
          + " same calls, same line in the log")
  void nobodyCanTellWhyThereIsNothing() {
    office.applies(
        Pushes.protection(People.ELIAS, MARKING),
        People.household("HUS-1", People.MATTIAS, People.BERTIL)
            .with("persons/1/protection", MARKING),
        People.caseOf("BARN-1", People.AMIRA).with("persons/0/role", "child"),
        People.caseOf("B-1", People.ASA).with("version", 2).with("persons/0/to", "2026-01-01"));
    var none = login(People.NOBODY);
    for (var number :
        List.of(People.ELIAS, People.MATTIAS, People.BERTIL, People.AMIRA, People.ASA)) {
      assertThat(login(number)).as(number).isEqualTo(none);
    }
  }

  @ParameterizedTest(name = "D06: protection {0}")
  @NullAndEmptySource
  @ValueSource(strings = {"ja", " none", "NONE", "no", "false", "unknown"})
  void anUnknownMarkingIsRefused(String value) {
    var person = People.caseOf("A-1", People.ELIAS).with("version", 2);
    Refusal.of(() -> office.push(person.with("persons/0/protection", value)))
        .isProblem(422, "invalid-members", "invalid-members");
    Refusal.of(() -> office.push(Pushes.protection(People.ELIAS, "x").with("protection", value)))
        .isProblem(422, "invalid-members", "invalid-members");
  }

  @Test
  @DisplayName("D09: who becomes protected while logged in is out at once, everywhere")
  void whoBecomesProtectedIsOutAtOnce() {
    var one = INSYN.loggedIn(People.ELIAS);
    var other = INSYN.loggedIn(People.ELIAS);
    assertThat(one.get("/api/start").statusCode()).isEqualTo(200);
    office.applies(Pushes.protection(People.ELIAS, MARKING));
    for (var browser : List.of(one, other)) {
      for (var path : List.of("/api/start", "/api/cases", "/api/events", "/api/session")) {
        Refusal.of(() -> browser.get(path)).isProblem(401, "not-logged-in", "nothing-to-see");
      }
    }
  }

  @Test
  @DisplayName(
      "D11, D14, D17: a push for a protected person is taken, not seen, not named in the log")
  void aPushForAProtectedPersonIsTakenAndNotSeen() {
    office.applies(People.household("HUS-1", People.ELIAS, People.ASA));
    var other = INSYN.loggedIn(People.ASA);
    office.applies(Pushes.protection(People.ELIAS, MARKING));
    long mark = INSYN.logMark();
    office.applies(
        People.decision("HUS-1", "BES-HUS").with("audience", List.of("P1", "P2")),
        People.household("HUS-1", People.ELIAS, People.ASA).with("version", 2));
    for (var path :
        Routes.all().stream()
            .map(route -> route.path())
            .filter(route -> route.startsWith("/api/") && !route.contains("{"))
            .toList()) {
      assertThat(other.get(path).body()).doesNotContain("HUS-1", "Hertzberg", "BES-HUS");
    }
    assertThat(INSYN.loggedSince(mark).toString())
        .doesNotContainIgnoringCase("protect")
        .doesNotContain("Hertzberg", People.ELIAS, MARKING);
    assertThat(office.readBack("HUS-1", "").toString())
        .contains("BES-HUS")
        .doesNotContain(People.ELIAS, "Hertzberg", MARKING);
  }

  @Test
  @DisplayName("D13: on every route, whoever has nothing left cannot tell why")
  void nobodyCanTellWhyARouteIsClosed() {
    office.applies(
        People.household("HUS-1", People.MATTIAS, People.BERTIL),
        People.caseOf("C-1", People.AMIRA));
    var caseId = "0".repeat(32);
    var browsers =
        Stream.of(People.ELIAS, People.MATTIAS, People.AMIRA, People.ASA)
            .map(INSYN::loggedIn)
            .toList();
    office.applies(
        Pushes.protection(People.ELIAS, MARKING),
        People.household("HUS-1", People.MATTIAS, People.BERTIL)
            .with("version", 2)
            .with("persons/1/protection", MARKING),
        People.caseOf("C-1", People.AMIRA).with("version", 2).with("persons/0/role", "child"),
        People.caseOf("B-1", People.ASA).with("version", 2).with("persons/0/to", "2026-01-01"));
    for (var path : Routes.paths(caseId, "BES-1")) {
      if (path.startsWith("/api/")) {
        var seen = browsers.stream().map(browser -> closed(browser, path)).distinct().toList();
        assertThat(seen).as(path).hasSize(1);
      }
    }
  }

  /** All that can be seen of a closed route, from outside and of what it costs. */
  private static Map<String, Object> closed(Browser browser, String path) {
    long mark = INSYN.logMark();
    INSYN.calls().record();
    var answer = browser.get(path);
    var calls = INSYN.calls().recorded();
    if (path.equals(Routes.NOWHERE)) {
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
    } else {
      assertThat(answer.statusCode()).as(path).isIn(401, 405);
    }
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    var body = Json.object(answer.body());
    body.keySet().removeAll(List.of("traceId", "instance"));
    var line = new HashMap<>(Json.object(INSYN.loggedSince(mark).getLast()));
    line.remove("traceId");
    return Map.of(
        "headers",
        headers,
        "body",
        body,
        "calls",
        calls.stream().map(call -> call.operation() + " " + call.tables()).toList(),
        "log",
        line);
  }

  @Test
  @DisplayName("D12: after the protection is lowered, a case is seen again only with its next push")
  void aLoweredProtectionOpensNothingByItself() {
    office.applies(
        Pushes.protection(People.ELIAS, MARKING),
        Pushes.protection(People.ELIAS, "none").with("version", 2));
    assertThat(INSYN.loggedIn(People.ELIAS).isLoggedIn()).isFalse();
    office.applies(People.caseOf("A-1", People.ELIAS).with("version", 2));
    assertThat(INSYN.loggedIn(People.ELIAS).get("/api/start").statusCode()).isEqualTo(200);
  }

  /** All that can be seen of a login without a session, from outside and in the log. */
  private static Map<String, Object> login(String number) {
    var browser = INSYN.browser();
    var callback = browser.callback(browser.startLogin("/"), number, Map.of());
    var costs = new ArrayList<DynamoCall>();
    long mark = INSYN.logMark();
    var answer =
        Refusal.of(
                () -> {
                  INSYN.calls().record();
                  HttpResponse<String> page = browser.get(callback);
                  costs.addAll(INSYN.calls().recorded());
                  return page;
                })
            .isPage(200, "nothing-to-show")
            .asksForTokens(1)
            .answer();
    assertThat(browser.cookieNames()).isEmpty();
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    // It is named after the login that it ends.
    headers.replace("set-cookie", List.of("one"));
    var line = new HashMap<>(Json.object(INSYN.loggedSince(mark).getLast()));
    line.remove("traceId");
    return Map.of(
        "body",
        answer.body(),
        "headers",
        headers,
        "calls",
        costs.stream().map(call -> call.operation() + " " + call.tables()).toList(),
        "log",
        line);
  }
}
