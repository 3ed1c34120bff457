package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/**
 * C03 and every list: periods that end before they begin, days at the end of time, filters that are
 * unknown or another list's, cursors that are made up, changed, of another list, person or session.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddQueriesTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  /** Every list, and what it can be asked. */
  private static final Map<String, List<String>> LISTS =
      Map.ofEntries(
          Map.entry(
              "events",
              List.of("area", "case", "kind", "application", "from", "to", "limit", "cursor")),
          Map.entry("applications", List.of("area", "case", "limit", "cursor")),
          Map.entry("decisions", List.of()),
          Map.entry("payments", List.of("area", "case", "from", "to", "status", "limit", "cursor")),
          Map.entry("documents", List.of("area", "case", "type", "limit", "cursor")),
          Map.entry("access-log", List.of("limit", "cursor")),
          Map.entry("threads", List.of("limit", "cursor")),
          Map.entry("drafts", List.of()),
          Map.entry("profile", List.of()),
          Map.entry("cases", List.of()),
          Map.entry("contacts", List.of()),
          Map.entry("start", List.of()));

  private static final Map<String, List<String>> ODD =
      Map.of(
          "area", List.of("x", "Financial-Assistance", "financial-assistance%00"),
          "case", List.of("x".repeat(2_001)),
          "kind", List.of("x", "message", "DECISION", "decision,payment"),
          "application", List.of("a/b", "%F0%9F%98%80", "x".repeat(65)),
          "from", List.of("2026-02-30", "+10000-01-01", "10000-01-01", "-0001-01-01", "2026-1-1"),
          "to", List.of("x", "2026-11-20T00:00:00Z", "%D9%A2%D9%A0%D9%A2%D9%A6-01-01"),
          "status", List.of("x", "PAID", "paid%20"),
          "type", List.of("x", "decision"),
          "limit", List.of("0", "-1", "101", "1e1", "%31%30%30%30", "10.0", "%D9%A1"),
          "cursor", List.of("x", "AAAA", "..%2f", "%00", "A".repeat(500), "A".repeat(3_000)));

  private Browser elias = INSYN.browser();
  private Browser asa = INSYN.browser();

  @BeforeAll
  void startOver() {
    var office = People.startOver();
    for (var caseNumber : List.of("A-1", "B-1")) {
      for (int i = 1; i <= 3; i++) {
        for (var push :
            List.of(
                Pushes.application(),
                Pushes.payment(),
                Pushes.document(),
                Pushes.decision(),
                Pushes.message())) {
          office.applies(push.with("caseNumber", caseNumber).with("id", push.type() + "-" + i));
        }
      }
    }
    elias = INSYN.loggedIn(People.ELIAS);
    asa = INSYN.loggedIn(People.ASA);
  }

  static Stream<String> lists() {
    return LISTS.keySet().stream().sorted();
  }

  static Stream<String> pagedLists() {
    return lists().filter(list -> takes(list, "cursor"));
  }

  static Stream<String> listsOfAPeriod() {
    return lists().filter(list -> takes(list, "from"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void whatIsOddOrUnknownOrTwiceIsRefused(String list) {
    var queries = new ArrayList<>(List.of("x=1", "=1", "%00=1", "Limit=1", "limit[]=1", "q=*"));
    ODD.forEach((name, values) -> values.forEach(value -> queries.add(name + "=" + value)));
    for (var name : ODD.keySet()) {
      queries.add(name + "=");
      queries.add(name + "=2026-11-20&" + name + "=2026-11-20");
      if (!takes(list, name)) {
        queries.add(name + "=2026-11-20");
      }
    }
    for (var query : queries) {
      assertThat(refused(elias, "/api/" + list + "?" + query)).as(query).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("listsOfAPeriod")
  void aPeriodThatEndsBeforeItBeginsIsRefused(String list) {
    for (var query : List.of("from=2026-11-02&to=2026-11-01", "from=9999-12-31&to=0000-01-01")) {
      assertThat(refused(elias, "/api/" + list + "?" + query)).as(query).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("listsOfAPeriod")
  void theFirstAndTheLastDayThatThereIsAreDays(String list) {
    var path = "/api/" + list + "?limit=100";
    var whole = ids(elias, path);
    assertThat(whole).isNotEmpty();
    assertThat(ids(elias, path + "&from=0000-01-01&to=9999-12-31")).isEqualTo(whole);
    assertThat(ids(elias, path + "&to=9999-12-31")).isEqualTo(whole);
    assertThat(ids(elias, path + "&from=9999-12-31")).isEmpty();
    assertThat(ids(elias, path + "&to=0000-01-01")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pagedLists")
  void aCursorIsWorthNothingToAnotherPersonOrSessionOrWhenItIsChanged(String list) {
    var path = "/api/" + list + "?limit=1&cursor=";
    var cursor = cursor(elias, list);
    assertThat(elias.get(path + cursor).statusCode()).isEqualTo(200);
    assertThat(refused(asa, path + cursor)).isTrue();
    assertThat(refused(INSYN.loggedIn(People.ELIAS), path + cursor)).isTrue();
    for (int at : List.of(0, cursor.length() / 2, cursor.length() - 2)) {
      var other = cursor.charAt(at) == 'A' ? 'B' : 'A';
      var changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
      assertThat(refused(elias, path + changed)).as("changed at %d", at).isTrue();
    }
    assertThat(refused(elias, path + cursor.substring(1))).isTrue();
    assertThat(refused(elias, path + cursor + cursor)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("pagedLists")
  void aCursorOfAnotherListOpensNothingThatIsNotThere(String list) {
    for (var other : pagedLists().toList()) {
      var answer = elias.get("/api/" + list + "?limit=100&cursor=" + cursor(elias, other));
      assertThat(answer.statusCode()).as(other).isIn(200, 400);
      assertThat(answer.body()).doesNotContain("\"B-1\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "applications", "payments", "documents"})
  @DisplayName("C03: another's case beside one's own cursor is no case")
  void anothersCaseBesideOnesOwnCursorIsNoCase(String list) {
    var path = "/api/" + list + "?limit=1&cursor=" + cursor(elias, list) + "&case=";
    assertThat(elias.get(path + Routes.caseId(elias, "A-1")).statusCode()).isEqualTo(200);
    assertThat(elias.get(path + Routes.caseId(asa, "B-1")).statusCode()).isEqualTo(404);
  }

  @Test
  void everyListIsAskedHere() {
    assertThat(
            Routes.all().stream()
                .map(route -> route.path())
                .filter(path -> path.startsWith("/api/") && !path.contains("{"))
                .map(path -> path.substring("/api/".length())))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    lists(),
                    Stream.of("session", "exports", "profile/confirmations", "attachments"))
                .toList());
  }

  /** Whether it is the problem of a malformed call and tells nothing else. */
  private static boolean refused(Browser browser, String path) {
    var answer = browser.get(path);
    return answer.statusCode() == 400
        && "/problems/malformed".equals(Json.object(answer.body()).get("type"))
        && !answer.body().contains("items");
  }

  private static String cursor(Browser browser, String list) {
    return String.valueOf(Json.object(browser.get("/api/" + list + "?limit=1").body()).get("next"));
  }

  private static List<String> ids(Browser browser, String path) {
    return Answers.list(browser.get(path), "items").stream()
        .map(item -> String.valueOf(item.get("id")))
        .toList();
  }

  private static boolean takes(String list, String parameter) {
    return LISTS.getOrDefault(list, List.of()).contains(parameter);
  }
}
