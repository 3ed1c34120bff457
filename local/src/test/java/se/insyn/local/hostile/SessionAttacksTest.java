package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/**
 * The table of sessions, cookies and browsers.
 *
 * <p>B01–B04, B06, B14, B15, B21, B22 are here, B07, B09–B11 and B16–B18 in BrowserAttacksTest; the
 * borders of idle and absolute time to the second are in SessionLifetimeTest, the limits of
 * touching in SessionFilterTest. B08, B12 and B20 do not exist; B13 is not asked. B19 at the
 * browser comes with the front end, what the API does with such texts is in PushAttacksTest (G17).
 */
class SessionAttacksTest {
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
  @DisplayName("B01, B22: every cookie is bound to this host, and the callback goes on by a page")
  void everyCookieIsBoundToThisHost() {
    var fresh = INSYN.browser();
    var cookies = new ArrayList<String>();
    var begun = fresh.get("/login?returnTo=/");
    cookies.addAll(begun.headers().allValues("set-cookie"));
    var authorize = java.net.URI.create(begun.headers().firstValue("location").orElseThrow());
    var page = fresh.get(fresh.callback(authorize, People.ELIAS, Map.of()));
    cookies.addAll(page.headers().allValues("set-cookie"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("http-equiv=\"refresh\"");
    cookies.addAll(fresh.post("/logout", "").headers().allValues("set-cookie"));
    assertThat(cookies)
        .hasSize(4)
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-")
                    .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=")
                    .doesNotContain("Domain")
                    .hasSizeLessThan(4096));
    assertThat(cookies)
        .filteredOn(cookie -> cookie.startsWith(COOKIE + "="))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).contains("SameSite=Strict"));
  }

  @Test
  @DisplayName("B02: a cookie that was there before login is not the one after it")
  void aPlantedCookieIsReplaced() {
    var victim = INSYN.browser();
    var planted = String.valueOf(INSYN.loggedIn(People.ASA).cookie(COOKIE));
    victim.cookie(COOKIE, planted);
    victim.login(People.ELIAS);
    assertThat(victim.cookie(COOKIE)).isNotEqualTo(planted);
    assertThat(victim.get("/api/cases").body()).contains("A-1").doesNotContain("B-1");
    refused(with(planted), "session-unknown");
  }

  @Test
  @DisplayName("B03, B15: after logout every cookie of the person opens nothing")
  void aLogoutEndsAllSessions() {
    var elsewhere = INSYN.loggedIn(People.ELIAS);
    var here = with(String.valueOf(browser.cookie(COOKIE)));
    var answer = browser.post("/logout", "{}");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("clear-site-data")).hasValue("\"cache\", \"storage\"");
    assertThat(browser.isLoggedIn()).isFalse();
    refused(here, "session-unknown");
    refused(elsewhere, "nothing-to-see");
    assertThat(INSYN.loggedIn(People.ELIAS).get(START).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "B03, B04: {0} that is {1} minutes older is over, though still stored")
  @CsvSource({"lastSeen,16", "until,480"})
  void aSessionThatIsOverOpensNothing(String attribute, long minutes) {
    assertThat(browser.get(START).statusCode()).isEqualTo(200);
    Sessions.open().forEach(item -> Sessions.age(item, Duration.ofMinutes(minutes), attribute));
    refused(browser, "session-over");
  }

  @Test
  @DisplayName("B06: the table has the cookie's hash, and nothing that says who it is")
  void onlyTheHashIsStored() {
    var cookie = String.valueOf(browser.cookie(COOKIE));
    var stored = INSYN.snapshot();
    assertThat(stored).contains(sha256(cookie)).doesNotContain(cookie, People.ELIAS);
    assertThat(Json.text(Sessions.open())).doesNotContain("Hertzberg");
  }

  @Test
  @DisplayName("B14: a protection ends the session with the next request")
  void aProtectionEndsTheSession() {
    var office = Office.lifecare();
    assertThat(browser.get(START).statusCode()).isEqualTo(200);
    office.applies(
        se.insyn.domain.testing.Pushes.protection(People.ELIAS, "confidentiality-marking"));
    refused(browser, "nothing-to-see");
  }

  @Test
  @DisplayName("B21: asking how long is left makes it no longer, anything else does")
  void askingDoesNotExtend() {
    Sessions.open().forEach(item -> Sessions.age(item, Duration.ofMinutes(5), "lastSeen"));
    var first = Json.object(browser.get("/api/session").body()).get("idleExpiresAt");
    assertThat(Json.object(browser.get("/api/session").body()))
        .containsEntry("idleExpiresAt", first);
    assertThat(browser.post("/api/session", "{}").statusCode()).isEqualTo(204);
    assertThat(String.valueOf(Json.object(browser.get("/api/session").body()).get("idleExpiresAt")))
        .isGreaterThan(String.valueOf(first));
  }

  @ParameterizedTest(name = "an odd cookie, {index}, opens nothing")
  @ValueSource(
      strings = {"x", "", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "\"A\"", "å", "A, B"})
  void anOddCookieOpensNothing(String value) {
    refused(with(value), "session-cookie-odd");
  }

  @Test
  void twoCookiesOpenNothing() {
    var cookie = String.valueOf(browser.cookie(COOKIE));
    var fresh = INSYN.browser();
    var pair = COOKIE + "=" + cookie;
    Refusal.of(() -> fresh.send(fresh.request(START).header("Cookie", pair + "; " + pair)))
        .isProblem(401, "not-logged-in", "session-cookie-odd");
  }

  private static void refused(Browser browser, String reason) {
    Refusal.of(() -> browser.get(START)).isProblem(401, "not-logged-in", reason);
  }

  private static Browser with(String cookie) {
    var browser = INSYN.browser();
    browser.cookie(COOKIE, cookie);
    return browser;
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
