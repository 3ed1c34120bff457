package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.http.SessionCookie;

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
}
