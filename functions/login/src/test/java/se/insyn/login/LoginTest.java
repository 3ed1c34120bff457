package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Protection;
import se.insyn.domain.sessions.Sessions;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.http.SessionCookie;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Logging in and out, on real tables. */
class LoginTest {

  private static final Browser BROWSER = new Browser();
  private static final String COOKIE = SessionCookie.NAME;

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  @BeforeEach
  void anew() {
    BROWSER.cookies.clear();
    BROWSER.provider.change = token -> {};
    BROWSER.provider.calls.clear();
    BROWSER.context.getBean(TestBeans.AheadClock.class).ahead = Duration.ZERO;
    BROWSER.context.getBean(TestBeans.Keys.class).down = false;
    BROWSER.municipality.protect(Municipality.citizen(Pushes.APPLICANT), Protection.NONE);
    BROWSER.municipality.takeCase(Pushes.ofCase());
  }

  @Test
  void aLoginAsksTheProviderAsTheProfileWants() {
    var answer = BROWSER.begin("/arenden");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith(BROWSER.provider.issuer + "/authorize?");
    assertThat(BROWSER.asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", FakeProvider.CLIENT)
        .containsEntry("redirect_uri", Browser.ORIGIN + "/login/callback")
        .containsEntry("scope", "openid")
        .containsEntry("prompt", "login")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge")
        .doesNotContainKeys("acr_values", "login_hint");
    assertThat(BROWSER.asked.get("state")).matches("[A-Za-z0-9_-]{43}");
    assertThat(Json.parseObject(BROWSER.asked.getOrDefault("claims", "")).get("id_token"))
        .asString()
        .contains("loa3", "loa4", IdentityClaims.PERSONAL, IdentityClaims.COORDINATION);
    assertThat(answer.headers("Set-Cookie"))
        .singleElement()
        .asString()
        .matches(
            "__Host-login-[0-9a-f]{16}=[0-9]+\\.[A-Za-z0-9_-]{43}; Max-Age=600; Path=/; Secure;"
                + " HttpOnly; SameSite=Lax");
  }

  @Test
  void aLoginOpensASessionAndGoesOn() {
    var answer = BROWSER.login();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(answer.body())
        .contains("<html lang=\"sv\">", "content=\"0; url=/arenden\"", "<a href=\"/arenden\">")
        .doesNotContain("<script", Pushes.APPLICANT, "Elias", session());
    assertThat(BROWSER.cookies).containsOnlyKeys(COOKIE);
    assertThat(BROWSER.log).isEmpty();

    var session = BROWSER.get("/api/session", Map.of());
    var shown = Json.parseObject(session.body());
    assertThat(shown).containsEntry("name", "Elias Hertzberg").containsEntry("language", "sv");
    assertThat(Instant.parse((String) shown.get("expiresAt")))
        .isBetween(Instant.now().plusSeconds(28_700), Instant.now().plusSeconds(28_801));
    assertThat(Instant.parse((String) shown.get("idleExpiresAt")))
        .isBetween(Instant.now().plusSeconds(880), Instant.now().plusSeconds(901));
    assertThat(BROWSER.change("/api/session").status()).isEqualTo(204);
  }

  @Test
  void theTableKnowsNeitherCookieNorNameNorNumber() {
    int before = sessionItems().size();
    BROWSER.login();
    assertThat(sessionItems().toString()).doesNotContain(session(), "Elias", "S=200007169915");
    assertThat(sessionItems()).hasSize(before + 1);
  }

  @Test
  void theSecondLoginKnowsWhenTheFirstBeganAndEndsItsSession() {
    BROWSER.login();
    String first = session();
    BROWSER.login();
    String second = session();
    assertThat(second).isNotEqualTo(first);
    assertThat(sessionItems())
        .filteredOn(item -> Values.text(item, "id").equals(new SessionCookie(second).sessionId()))
        .singleElement()
        .satisfies(item -> assertThat(item).containsKey("previousLogin"));
    BROWSER.cookies.put(COOKIE, first);
    assertThat(BROWSER.get("/api/session", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void twoTabsMayLogInSideBySide() {
    BROWSER.begin("/a");
    var one = BROWSER.asked;
    BROWSER.begin("/b");
    var two = BROWSER.asked;
    assertThat(BROWSER.comeBack().body()).contains("url=/b\"");
    BROWSER.asked = one;
    assertThat(BROWSER.comeBack().body()).contains("url=/a\"");
    assertThat(two.get("state")).isNotEqualTo(one.get("state"));
  }

  @Test
  void atMostFiveLoginsAreKeptInABrowser() {
    for (int i = 0; i < 8; i++) {
      BROWSER.begin("/");
    }
    assertThat(BROWSER.cookies).hasSize(5);
    assertThat(BROWSER.comeBack().status()).isEqualTo(200);
  }

  @Test
  void theSameAnswerTwiceIsRefusedWithoutACall() {
    BROWSER.begin("/");
    var cookies = Map.copyOf(BROWSER.cookies);
    assertThat(BROWSER.comeBack().status()).isEqualTo(200);
    BROWSER.cookies.clear();
    BROWSER.cookies.putAll(cookies);
    refused(BROWSER.comeBack(), 400, "login-unknown");
    assertThat(BROWSER.provider.calls).containsOnlyOnce("/token");
  }

  @Test
  void anAnswerForAnotherBrowserIsRefused() {
    BROWSER.begin("/");
    BROWSER.cookies.clear();
    var answer = BROWSER.comeBack();
    refused(answer, 400, "login-of-another-browser");
    assertThat(answer.body()).contains("<a href=\"/login\">");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void aCookieWithAnotherSecretIsRefused() {
    BROWSER.begin("/");
    BROWSER.cookies.replaceAll((name, value) -> "1700000000." + "A".repeat(43));
    refused(BROWSER.comeBack(), 400, "login-of-another-browser");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void anAnswerThatComesTooLateIsRefused() {
    BROWSER.begin("/");
    BROWSER.context.getBean(TestBeans.AheadClock.class).ahead = Duration.ofMinutes(10);
    refused(BROWSER.comeBack(), 400, "login-too-old");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "ååååååååååååååååååååååååååååååååååååååååååå"})
  void anAnswerWithoutAStateOfOursIsRefused(String state) {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(Map.of("code", List.of("the-code"), "state", List.of(state))),
        400,
        "state-missing");
    refused(BROWSER.callback(Map.of("code", List.of("the-code"))), 400, "state-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "state", "error", "iss"})
  void aParameterThatComesTwiceIsRefused(String name) {
    BROWSER.begin("/");
    var parameters = new HashMap<>(Map.of("code", List.of("the-code"), "state", List.of(state())));
    parameters.put(name, List.of("a", "a"));
    refused(BROWSER.callback(parameters), 400, "answer-parameter-twice");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void aCodeAndAnErrorTogetherAreRefused() {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(
            Map.of(
                "code", List.of("the-code"),
                "error", List.of("access_denied"),
                "state", List.of(state()))),
        400,
        "answer-ambiguous");
  }

  @Test
  void anotherIssuerInTheAnswerIsRefused() {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(
            Map.of(
                "code", List.of("the-code"),
                "iss", List.of(BROWSER.provider.issuer + "/"),
                "state", List.of(state()))),
        400,
        "answer-of-another-issuer");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @ParameterizedTest
  @CsvSource({"''", "x"})
  void aCodeThatIsNoneIsRefused(String code) {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(
            Map.of(
                "code",
                List.of(code.isEmpty() ? "" : "x".repeat(10_000)),
                "state",
                List.of(state()))),
        400,
        "code-missing");
  }

  @Test
  void aCodeThatTheProviderDoesNotKnowIsRefused() {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(Map.of("code", List.of("other"), "state", List.of(state()))),
        400,
        "code-refused");
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied,200,login-cancelled,INFO",
    "unmet_authentication_requirements,403,level-not-met,WARN",
    "login_required,400,login-required,WARN",
    "server_error,503,provider-error,ERROR",
    "<script>,503,provider-error,ERROR"
  })
  void anErrorOfTheProviderIsAPageWithFixedWords(
      String error, int status, String reason, String level) {
    BROWSER.begin("/");
    var answer =
        BROWSER.callback(
            Map.of(
                "error", List.of(error),
                "error_description", List.of("<b>Elias</b>"),
                "state", List.of(state())));
    refused(answer, status, reason);
    assertThat(BROWSER.log).contains("\"level\":\"" + level + "\"").doesNotContain("script");
    assertThat(answer.body()).doesNotContain("script", "<b>", "Elias");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void whoeverHasNothingToSeeGetsTheSamePageWithTheSameCalls() {
    BROWSER.municipality.takeCase(Pushes.household().with("caseNumber", "HUS-1"));
    var unknown = without("190905271474");
    BROWSER.municipality.protect(Municipality.citizen("191509149991"), Protection.NONE);
    var withoutCase = without("191509149991");
    BROWSER.municipality.protect(
        Municipality.citizen(Pushes.APPLICANT), Protection.CONFIDENTIALITY_MARKING);
    var hidden = without(Pushes.APPLICANT);
    var beside = without(Pushes.CO_APPLICANT);
    assertThat(List.of(withoutCase.body(), hidden.body(), beside.body()))
        .containsOnly(unknown.body());
    assertThat(unknown.body())
        .contains("0123-45 60 00", "mån–fre 9–10", "Exempelby kommun &lt;&amp;&gt;");
    assertThat(hidden.event().getMultiValueHeaders().keySet())
        .isEqualTo(unknown.event().getMultiValueHeaders().keySet());
  }

  @Test
  void whoIsProtectedWhileLoggingInGetsNoSession() {
    var open = BROWSER.context.getBean(OpenSessions.class);
    BROWSER.login();
    var sessions = BROWSER.context.getBean(Sessions.class);
    var session = sessions.find(new SessionCookie(session()).sessionId()).orElseThrow();
    BROWSER.municipality.protect(
        Municipality.citizen(Pushes.APPLICANT), Protection.PROTECTED_REGISTRATION);
    int before = sessionItems().size();
    assertThat(open.open(session, null)).isFalse();
    assertThat(sessionItems()).hasSize(before);
  }

  @Test
  void whatCannotBeReadIsATemporaryPage() {
    BROWSER.begin("/");
    BROWSER.context.getBean(TestBeans.Keys.class).down = true;
    refused(BROWSER.comeBack(), 503, "unavailable");
  }

  @Test
  void aLogoutEndsAllSessionsOfThePerson() {
    BROWSER.login();
    String elsewhere = session();
    BROWSER.cookies.clear();
    BROWSER.login();
    var answer = BROWSER.change("/logout");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
    assertThat(answer.headers("Set-Cookie")).containsExactly(SessionCookie.expire());
    BROWSER.cookies.put(COOKIE, elsewhere);
    assertThat(BROWSER.get("/api/session", Map.of()).status()).isEqualTo(401);
    assertThat(BROWSER.login().status()).isEqualTo(200);
    assertThat(BROWSER.get("/api/session", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void aLogoutWithoutASessionIsTheSame() {
    var answer = BROWSER.change("/logout");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers("Set-Cookie")).containsExactly(SessionCookie.expire());
  }

  @Test
  void aLogoutFromElsewhereIsRefused() {
    BROWSER.login();
    assertThat(BROWSER.call("POST", "/logout", Map.of(), Map.of()).status()).isEqualTo(403);
    assertThat(BROWSER.get("/api/session", Map.of()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/login",
    "HEAD,/login",
    "POST,/login/callback",
    "HEAD,/login/callback",
    "GET,/logout",
    "HEAD,/logout",
    "DELETE,/logout"
  })
  void anotherMethodIsNotAllowed(String method, String path) {
    var answer = BROWSER.call(method, path, Map.of(), Map.of());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/nowhere", "/caseworker", "/login/x", "/"})
  void whereNothingIsNothingIsFound(String path) {
    var answer = BROWSER.get(path, Map.of());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(Json.parseObject(answer.body()).get("type")).isEqualTo("/problems/not-found");
  }

  private static String session() {
    return BROWSER.cookies.getOrDefault(COOKIE, "");
  }

  private static String state() {
    return BROWSER.asked.getOrDefault("state", "");
  }

  private static Browser.Answer without(String number) {
    BROWSER.cookies.clear();
    BROWSER.provider.change = token -> token.claims.put(IdentityClaims.PERSONAL, number);
    BROWSER.begin("/");
    int before = sessionItems().size();
    var counted = Calls.during(BROWSER::comeBack);
    assertThat(BROWSER.log).contains("\"reason\":\"nothing-to-show\"").doesNotContain("protect");
    assertThat(BROWSER.cookies).isEmpty();
    assertThat(sessionItems()).hasSize(before - 1);
    assertThat(counted.operations()).startsWith("DeleteItem", "Query");
    assertThat(counted.result().status()).isEqualTo(200);
    return counted.result();
  }

  /** One page, no session, one line in the log with the reason and nothing of the person. */
  private static void refused(Browser.Answer answer, int status, String reason) {
    assertThat(answer.status()).as(BROWSER.log).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(BROWSER.cookies).doesNotContainKey(COOKIE);
    assertThat(BROWSER.log.lines()).hasSize(1);
    assertThat(BROWSER.log)
        .contains("\"reason\":\"" + reason + "\"")
        .doesNotContain("Elias", Pushes.APPLICANT, "the-code", "eyJ");
  }

  private static List<Map<String, AttributeValue>> sessionItems() {
    return LocalDynamoDb.start()
        .client()
        .scan(scan -> scan.tableName(BROWSER.municipality.tables().sessions()))
        .items();
  }
}
