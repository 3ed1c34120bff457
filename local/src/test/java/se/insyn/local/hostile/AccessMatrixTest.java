package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;
import se.insyn.local.template.Route;

/**
 * The table of access: who may do what, over every route of the template.
 *
 * <p>C01 and C11 are here, C02–C04, C10, C13 and L10 in SameAnswersTest. C07 and C09: AdultsTest,
 * and ShownTest of the domain. C08: CasePushTest and ProtectedTest. C14: test_openapi.py, and here
 * every route of the template. There is no admin; "expired" is in SessionAttacksTest (B03).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");

  /** Who gets what where: everything that is not listed is refused. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("POST /caseworker/v1/updates", Set.of("machine X")),
          Map.entry("GET /caseworker/v1/cases", Set.of("machine X")),
          // Each writes a case of its own.
          Map.entry("PUT /caseworker/v1/cases", Set.of("machine X", "machine Y")),
          Map.entry("GET /caseworker/v1/outbox", Set.of("machine X", "machine Y")),
          Map.entry("DELETE /caseworker/v1/outbox/{id}", Set.of("machine X", "machine Y")),
          Map.entry("GET /api/session", Set.of("citizen A", "citizen B")),
          Map.entry("POST /api/session", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/start", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/cases", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/cases/{caseId}", Set.of("citizen A")),
          Map.entry("GET /api/cases/{caseId}/events/{id}", Set.of("citizen A")),
          Map.entry("GET /api/cases/{caseId}/events/{id}/calendar", Set.of("citizen A")),
          Map.entry("GET /api/cases/{caseId}/calculations/{id}", Set.of("citizen A")),
          Map.entry("GET /api/contacts", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/events", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/applications", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/documents", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/cases/{caseId}/documents/{id}/file", Set.of("citizen A")),
          Map.entry("GET /api/drafts", Set.of("citizen A", "citizen B")),
          // Each has drafts of their own, under whatever id: A keeps one, and each forgets its own.
          Map.entry("PUT /api/drafts/{id}", Set.of("citizen A", "citizen B")),
          Map.entry("DELETE /api/drafts/{id}", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/threads", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/threads/{id}", Set.of("citizen A")),
          Map.entry("POST /api/threads/{id}/read", Set.of("citizen A")),
          Map.entry(
              "GET /api/threads/{id}/messages/{messageId}/attachments/{attachmentId}",
              Set.of("citizen A")),
          Map.entry("GET /api/profile", Set.of("citizen A", "citizen B")),
          Map.entry("PUT /api/profile", Set.of("citizen A", "citizen B")),
          Map.entry("POST /api/exports", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/access-log", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/decisions", Set.of("citizen A", "citizen B")),
          Map.entry("GET /api/payments", Set.of("citizen A", "citizen B")));

  /** What answers everybody. */
  private static final Set<String> OPEN =
      Set.of("GET /caseworker/v1/api-info", "GET /login", "POST /logout");

  private final Map<String, BiFunction<String, String, HttpResponse<String>>> callers =
      new LinkedHashMap<>();
  private Office office = Office.lifecare();
  private Office other = Office.otherSystem();
  private Browser citizenA = INSYN.browser();
  private Browser citizenB = INSYN.browser();
  private String caseOfA = "";

  @BeforeAll
  void startOver() {
    office = People.startOver();
    other = Office.otherSystem();
    People.makeOpenable(office, "A-1");
    office.applies(People.caseOf("C-1", People.BERTIL), People.caseOf("D-1", People.MATTIAS));
    var isProtected = INSYN.loggedIn(People.BERTIL);
    var loggedOut = INSYN.loggedIn(People.MATTIAS);
    var cookie = String.valueOf(loggedOut.cookie("__Host-insyn"));
    loggedOut.post("/logout", "{}");
    loggedOut.cookie("__Host-insyn", cookie);
    office.applies(Pushes.protection(People.BERTIL, "protected-registration"));
    callers.put("anonymous", (method, path) -> asBrowser(INSYN.browser(), method, path));
    callers.put("citizen A", (method, path) -> asBrowser(citizenA, method, path));
    callers.put("citizen B", (method, path) -> asBrowser(citizenB, method, path));
    callers.put("protected", (method, path) -> asBrowser(isProtected, method, path));
    callers.put("logged out", (method, path) -> asBrowser(loggedOut, method, path));
    callers.put("machine X", (method, path) -> asMachine(office, method, path));
    callers.put("machine Y", (method, path) -> asMachine(other, method, path));
  }

  /** Anew each time, because a logout ends them all. */
  @BeforeEach
  void logIn() {
    citizenA = INSYN.loggedIn(People.ELIAS);
    citizenB = INSYN.loggedIn(People.ASA);
    caseOfA = Routes.caseId(citizenA, "A-1");
  }

  static List<Route> routes() {
    return Routes.all();
  }

  @ParameterizedTest(name = "C01, C11: {0}")
  @MethodSource("routes")
  void onlyTheListedCellsSucceed(Route route) {
    for (var method : METHODS) {
      var key = method + " " + route.path();
      var succeeded = new TreeSet<String>();
      callers.forEach(
          (who, call) -> {
            var answer = call.apply(method, pathOf(method, route));
            assertThat(answer.statusCode()).as("%s by %s", key, who).isLessThan(500);
            if (answer.statusCode() < 400) {
              succeeded.add(who);
            } else {
              assertThat(answer.statusCode())
                  .as("%s by %s", key, who)
                  .isIn(400, 401, 403, 404, 405, 422);
            }
          });
      var allowed = OPEN.contains(key) ? callers.keySet() : ALLOWED.getOrDefault(key, Set.of());
      assertThat(succeeded).as(key).containsExactlyInAnyOrderElementsOf(allowed);
    }
  }

  private String pathOf(String method, Route route) {
    var path = Routes.path(route, caseOfA, Routes.openedBy(route));
    return path.equals("/caseworker/v1/cases")
        ? path + "?caseNumber=" + (method.equals("PUT") ? "A-2" : "A-1")
        : path;
  }

  private HttpResponse<String> asBrowser(Browser browser, String method, String path) {
    var body =
        path.equals("/api/profile")
            ? "{\"notifyBySms\": true, \"notifyByEmail\": true, \"language\": \"sv\"}"
            : "{}";
    return browser.send(with(browser.request(path), method, "application/json", body));
  }

  private HttpResponse<String> asMachine(Office machine, String method, String path) {
    var body = path.startsWith("/caseworker/") ? body(method) : "{}";
    return machine.send(with(machine.request(path), method, type(path), body));
  }

  private HttpRequest.Builder with(
      HttpRequest.Builder request, String method, String type, String body) {
    request.header("X-Insyn", "1").header("Origin", INSYN.origin().toString());
    return method.equals("GET")
        ? request.GET()
        : request.header("Content-Type", type).method(method, BodyPublishers.ofString(body));
  }

  private String body(String method) {
    return method.equals("PUT")
        ? Office.snapshot("2026-11-20T08:00:00Z", People.caseOf("A-2", People.AMIRA))
        : office.event(People.decision("A-1", "BES-1"));
  }

  private static String type(String path) {
    return path.equals("/caseworker/v1/updates")
        ? "application/cloudevents+json"
        : "application/json";
  }
}
