package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Protection;
import se.insyn.domain.sessions.Sessions;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Conflicts;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.http.SessionCookie;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Logging in, on real tables. */
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
    assertThat(Json.parseObject(BROWSER.asked.getOrDefault("claims", "")))
        .isEqualTo(
            Json.parseObject(
                """
                {"id_token": {
                  "acr": {
                    "essential": true,
                    "values": [
                      "http://id.elegnamnden.se/loa/1.0/loa3",
                      "http://id.elegnamnden.se/loa/1.0/loa4"]},
                  "https://id.oidc.se/claim/personalIdentityNumber": {"essential": true},
                  "https://id.oidc.se/claim/coordinationNumber": {"essential": true},
                  "https://id.oidc.se/claim/coordinationNumberLevel": {"essential": true},
                  "name": null}}
                """));
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
  void aLoginThatMeetsOthersComesThroughAllTheSame() {
    Conflicts conflicts = BROWSER.context.getBean(Conflicts.class);
    int before = conflicts.transactions();
    conflicts.cancelBefore("TransactionConflict", transaction -> transaction < before + 6);
    try {
      assertThat(BROWSER.login().status()).isEqualTo(200);
    } finally {
      conflicts.cancelBefore("TransactionConflict", transaction -> false);
    }
    assertThat(conflicts.transactions() - before).isEqualTo(7);
    assertThat(BROWSER.get("/api/session", Map.of()).status()).isEqualTo(200);
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

  private static String session() {
    return BROWSER.cookies.getOrDefault(COOKIE, "");
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

  private static List<Map<String, AttributeValue>> sessionItems() {
    return LocalDynamoDb.start()
        .client()
        .scan(scan -> scan.tableName(BROWSER.municipality.tables().sessions()))
        .items();
  }
}
