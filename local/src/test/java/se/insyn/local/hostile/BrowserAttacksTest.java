package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;

/** What a browser is told and what it may be made to do: B07, B09–B11 and B16–B18. */
class BrowserAttacksTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String COOKIE = "__Host-insyn";
  private static final String START = "/api/start";

  private Browser browser = INSYN.browser();

  @BeforeEach
  void startOver() {
    People.startOver();
    browser = INSYN.loggedIn(People.ELIAS);
  }

  @Test
  @DisplayName("B10: no GET changes anything but that an event was opened")
  void noGetChangesAnything() {
    var caseId = Routes.caseId(browser, "A-1");
    var before = StoredItems.snapshot();
    for (var path : Routes.paths(caseId, "BES-1")) {
      if (!path.startsWith("/login")) {
        browser.get(path);
      }
    }
    assertThat(withoutOpenings(StoredItems.snapshot())).isEqualTo(withoutOpenings(before));
  }

  @Test
  @DisplayName("B11: no answer allows another origin")
  void noAnswerAllowsAnotherOrigin() {
    for (var path : Routes.paths("x", "y")) {
      var answer =
          browser.send(
              browser
                  .request(path)
                  .header("Origin", "https://evil.example")
                  .header("Access-Control-Request-Method", "POST")
                  .method("OPTIONS", BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(path).isIn(404, 405);
      assertThat(answer.headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  @Test
  @DisplayName("B16: neither cookie nor number stands in an address or a page")
  void nothingSecretStandsInAddressesOrPages() {
    var fresh = INSYN.browser();
    var authorize = fresh.startLogin("/");
    var callback = fresh.callback(authorize, People.ELIAS, Map.of());
    var page = fresh.get(callback).body();
    var cookie = String.valueOf(fresh.cookie(COOKIE));
    assertThat(authorize + callback + page + fresh.get("/").body())
        .doesNotContain(cookie, People.ELIAS, "eyJ");
    assertThat(fresh.get("/").headers().firstValue("referrer-policy")).hasValue("no-referrer");
  }

  @Test
  @DisplayName("B17, B18: every answer of a function carries all headers, errors too")
  void everyAnswerCarriesAllHeaders() {
    var caseId = Routes.caseId(browser, "A-1");
    var answers = new ArrayList<HttpResponse<String>>();
    for (var path : Routes.paths(caseId, "BES-1")) {
      answers.add(browser.get(path));
      answers.add(INSYN.browser().get(path));
      answers.add(browser.get(path + "?unknown=1"));
      answers.add(browser.send(browser.request(path).DELETE()));
    }
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.headers().map())
                    .as("%s %s", answer.request().method(), answer.uri().getPath())
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                    .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                    .containsEntry(
                        "strict-transport-security", List.of("max-age=31536000; includeSubDomains"))
                    .hasEntrySatisfying(
                        "content-security-policy",
                        policy ->
                            assertThat(policy)
                                .singleElement()
                                .asString()
                                .contains(
                                    "default-src 'none'",
                                    "base-uri 'none'",
                                    "frame-ancestors 'none'")
                                .doesNotContain("unsafe")));
  }

  private static String withoutOpenings(String snapshot) {
    var audit = INSYN.setting("AUDIT_TABLE") + " ";
    return snapshot
        .lines()
        .filter(line -> !line.startsWith(audit) && !line.contains("\"READ#"))
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @ParameterizedTest(name = "B07, B09: {0}")
  @CsvSource({
    "without our header,,self,application/json,403,no-own-header",
    "with another value,2,self,application/json,403,no-own-header",
    "from another origin,1,https://evil.example,application/json,403,other-origin",
    "from origin null,1,null,application/json,403,other-origin",
    "without an origin,1,,application/json,403,other-origin",
    "as plain text,1,self,text/plain,415,unsupported-media-type",
    "as a form,1,self,application/x-www-form-urlencoded,415,unsupported-media-type",
    "without a type,1,self,,415,unsupported-media-type"
  })
  void aChangeFromElsewhereIsRefused(
      String what, String own, String origin, String type, int status, String reason) {
    for (var path : List.of("/api/session", "/logout")) {
      var request = browser.request(path).POST(BodyPublishers.ofString("{}"));
      if (own != null) {
        request.header("X-Insyn", own);
      }
      if (origin != null) {
        request.header("Origin", origin.equals("self") ? INSYN.origin().toString() : origin);
      }
      if (type != null) {
        request.header("Content-Type", type);
      }
      var problem = status == 403 ? "forbidden" : "unsupported-media-type";
      Refusal.of(() -> browser.send(request)).isProblem(status, problem, reason);
    }
    assertThat(browser.get(START).statusCode()).isEqualTo(200);
  }
}
