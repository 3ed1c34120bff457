package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Protection;
import se.insyn.domain.sessions.Session;
import se.insyn.domain.sessions.Sessions;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.http.SessionCookie;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Logging out, and the paths where nothing is. */
class LogoutTest {

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
  void loginsAndLogoutsLeaveTheirRowsInTheAuditTrail() {
    int before = audit().size();
    BROWSER.login();
    BROWSER.change("/logout");
    BROWSER.change("/logout");
    assertThat(audit().subList(before, before + 2))
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry(
                        "subject", "CITIZEN#" + Municipality.citizen(Pushes.APPLICANT).key())
                    .containsEntry("by", "citizen"))
        .extracting(row -> row.get("act") + " " + row.get("outcome"))
        .containsExactly("login opened", "logout ended");
    assertThat(audit()).hasSize(before + 2);
  }

  @Test
  void twoLogoutsAtOnceBothSucceed() {
    BROWSER.login();
    var open = BROWSER.context.getBean(OpenSessions.class);
    Session stored = stored(session()).orElseThrow();
    Instant now = stored.began().plusSeconds(2);
    open.endAll(stored, now.plusSeconds(1));
    open.endAll(stored, now);
    assertThat(head().get("notBefore")).isEqualTo(Values.time(now.plusSeconds(1).plusMillis(1)));
  }

  @Test
  void aDamagedHeadDoesNotKeepAnybodyFromLoggingOut() {
    BROWSER.login();
    String cookie = session();
    var damaged = new HashMap<>(head());
    damaged.put("notBefore", Values.text("yesterday"));
    BROWSER.municipality.put(BROWSER.municipality.tables().people(), damaged);
    assertThat(BROWSER.change("/logout").status()).isEqualTo(204);
    assertThat(stored(cookie)).isEmpty();
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
  @CsvSource(
      delimiter = ';',
      value = {"{};204", "{\"a\":1};422", "[];422", "nope;400"})
  void aBodyMustSayNothing(String body, int status) {
    BROWSER.login();
    assertThat(BROWSER.change("/logout", body).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/login",
    "HEAD,/login",
    "POST,/login/callback",
    "HEAD,/login/callback",
    "GET,/logout",
    "HEAD,/logout",
    "HEAD,/api/session",
    "DELETE,/logout"
  })
  void anotherMethodIsNotAllowed(String method, String path) {
    var answer = BROWSER.call(method, path, Map.of(), Map.of());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isNotBlank().doesNotContain("HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/nowhere", "/caseworker", "/login/x", "/"})
  void whereNothingIsNothingIsFound(String path) {
    var answer = BROWSER.get(path, Map.of());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(Json.parseObject(answer.body()).get("type")).isEqualTo("/problems/not-found");
  }

  /** The rows in their order of time. */
  private static List<Map<String, String>> audit() {
    return BROWSER.municipality.items(BROWSER.municipality.tables().audit()).stream()
        .map(
            item -> {
              var row = new TreeMap<String, String>();
              item.forEach((name, value) -> row.put(name, value.s()));
              return (Map<String, String>) row;
            })
        .sorted(Comparator.comparing(row -> String.valueOf(row.get("at"))))
        .toList();
  }

  private static Map<String, AttributeValue> head() {
    var key = PersonItems.headKey(Municipality.citizen(Pushes.APPLICANT));
    return BROWSER.municipality.items(BROWSER.municipality.tables().people()).stream()
        .filter(item -> item.entrySet().containsAll(key.entrySet()))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Session> stored(String cookie) {
    return BROWSER.context.getBean(Sessions.class).find(new SessionCookie(cookie).sessionId());
  }

  private static String session() {
    return BROWSER.cookies.getOrDefault(COOKIE, "");
  }
}
