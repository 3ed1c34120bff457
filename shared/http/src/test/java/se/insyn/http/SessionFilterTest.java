package se.insyn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let into {@code /api}, and what extends a session. */
class SessionFilterTest {

  private final Portal portal = new Portal();
  private final Stored stored = portal.stored;
  private final SessionCookie cookie = stored.login();

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void aSessionThatCountsOpensTheRoute() {
    var answer = portal.call(Event.get("/api/plain/x").cookie(cookie));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("text")).isEqualTo("x 1");
    assertThat(portal.log).isEmpty();
  }

  @Test
  void theNameIsOpenedWithTheCookie() {
    var answer = portal.call(Event.get("/api/session").cookie(cookie));
    assertThat(answer.json().get("text")).isEqualTo("Elias Hertzberg");
  }

  @Test
  void withoutACookieThereIsNoAnswer() {
    refused(Event.get("/api/plain/x"), 401, "no-session");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "null", "ååååååååååååååååååååååååååååååååååååååååååå"})
  void anOddCookieIsRefused(String value) {
    refused(
        Event.get("/api/plain/x").header("cookie", SessionCookie.NAME + "=" + value),
        401,
        "session-cookie-odd");
  }

  @Test
  void twoCookiesAreRefusedEvenIfOneIsRight() {
    refused(Event.get("/api/plain/x").cookie(cookie).cookie(cookie), 401, "session-cookie-odd");
  }

  @Test
  void aCookieOfNoSessionIsRefused() {
    refused(Event.get("/api/plain/x").cookie(SessionCookie.random()), 401, "session-unknown");
  }

  @ParameterizedTest
  @CsvSource({"0,200", "899,200", "900,401", "901,401", "-1,401"})
  void aSessionEndsAfterFifteenIdleMinutes(long seconds, int status) {
    stored.now = stored.now.plusSeconds(seconds);
    assertThat(portal.call(Event.get("/api/plain/x").cookie(cookie)).status()).isEqualTo(status);
  }

  @Test
  void whoSeesNothingAnyMoreIsOutAtOnce() {
    stored.visible = false;
    refused(Event.get("/api/plain/x").cookie(cookie), 401, "nothing-to-see");
    refused(Event.get("/api/session").cookie(cookie), 401, "nothing-to-see");
  }

  @Test
  void whatCannotBeReadIsNotLetThrough() {
    stored.unreadable = true;
    refused(Event.get("/api/plain/x").cookie(cookie), 503, "unavailable");
  }

  @Test
  void aCallExtendsTheSessionAtMostOnceAMinute() {
    portal.call(Event.get("/api/plain/x").cookie(cookie));
    assertThat(stored.touched).isEmpty();
    stored.now = stored.now.plusSeconds(60);
    portal.call(Event.get("/api/plain/x").cookie(cookie));
    assertThat(stored.touched).containsExactly(stored.now);
  }

  @Test
  void askingHowLongIsLeftDoesNotExtend() {
    stored.now = stored.now.plusSeconds(120);
    portal.call(Event.get("/api/session").cookie(cookie));
    assertThat(stored.touched).isEmpty();
  }

  @Test
  void extendingExtends() {
    stored.now = stored.now.plusSeconds(120);
    assertThat(portal.call(Event.change("POST", "/api/session").cookie(cookie)).status())
        .isEqualTo(204);
    assertThat(stored.touched).containsExactly(stored.now);
  }

  @ParameterizedTest
  @CsvSource({
    "x-insyn,,403,no-own-header",
    "x-insyn,2,403,no-own-header",
    "origin,,403,other-origin",
    "origin,null,403,other-origin",
    "origin,https://evil.example,403,other-origin",
    "origin,https://insyn.example.se/,403,other-origin",
    "origin,http://insyn.example.se,403,other-origin",
    "origin,https://insyn.example.se.evil.example,403,other-origin",
    "sec-fetch-site,cross-site,403,other-site",
    "sec-fetch-site,same-site,403,other-site",
    "sec-fetch-site,none,403,other-site",
    "content-type,,415,unsupported-media-type",
    "content-type,text/plain,415,unsupported-media-type",
    "content-type,application/x-www-form-urlencoded,415,unsupported-media-type",
    "content-type,application/json; charset=utf-16,415,unsupported-media-type"
  })
  void aChangeFromElsewhereIsRefused(String header, String value, int status, String reason) {
    var event = Event.change("POST", "/api/session").cookie(cookie).without(header);
    stored.now = stored.now.plusSeconds(120);
    refused(value == null ? event : event.header(header, value), status, reason);
    assertThat(stored.touched).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';204",
        "{};204",
        "' { } ';204",
        "{\"a\":1};422",
        "[];422",
        "null;422",
        "nope;400",
        "{;400"
      })
  void aBodyThatNobodyReadsMustSayNothing(String body, int status) {
    var event = Event.change("POST", "/api/session").cookie(cookie).body(body, false);
    assertThat(portal.call(event).status()).isEqualTo(status);
  }

  @Test
  void aBodyThatNobodyReadsMustNotBeLong() {
    refused(
        Event.change("POST", "/api/session").cookie(cookie).body(" ".repeat(1025), false),
        413,
        "too-large");
  }

  @Test
  void whoMayNotComeHereIsToldThatBeforeTheBodyIsLookedAt() {
    refused(Event.change("POST", "/api/session").body("nope", false), 401, "no-session");
    refused(
        Event.change("POST", "/api/session").cookie(cookie).without("x-insyn").body("nope", false),
        403,
        "no-own-header");
  }

  @Test
  void aHeaderThatComesTwiceIsRefused() {
    refused(
        Event.change("POST", "/api/session")
            .cookie(cookie)
            .header("origin", "https://evil.example"),
        403,
        "other-origin");
  }

  @Test
  void sameOriginIsTaken() {
    var event = Event.change("POST", "/api/session").header("sec-fetch-site", "same-origin");
    assertThat(portal.call(event.cookie(cookie)).status()).isEqualTo(204);
  }

  @Test
  void whoIsNotLoggedInIsToldThatFirst() {
    refused(Event.of("POST", "/api/session"), 401, "no-session");
    refused(Event.get("/api/plain/x").parameter("unknown", "1"), 401, "no-session");
  }

  @Test
  void aRouteOutsideApiGetsNoViewer() {
    refused(Event.get("/elsewhere").cookie(cookie), 401, "no-session");
  }

  @Test
  void anUnknownRouteIsTheSameWithAndWithoutASession() {
    var with = portal.call(Event.get("/api/nothing").cookie(cookie));
    var without = portal.call(Event.get("/api/nothing"));
    assertThat(with.status()).isEqualTo(404);
    assertThat(without.status()).isEqualTo(404);
    assertThat(without.event().getMultiValueHeaders())
        .isEqualTo(with.event().getMultiValueHeaders());
  }

  @Test
  void theQueryIsReadWithChecks() {
    var event =
        Event.get("/api/things")
            .parameter("area", "financial-assistance")
            .parameter("from", "2026-11-01")
            .parameter("limit", "100")
            .parameter("cursor", "a+b,c");
    assertThat(portal.call(event.cookie(cookie)).json())
        .isEqualTo(
            Map.of(
                "area",
                "FINANCIAL_ASSISTANCE",
                "from",
                "2026-11-01",
                "limit",
                100L,
                "cursor",
                "a+b,c"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,101",
    "limit,-1",
    "limit,1e2",
    "limit,''",
    "limit,٣",
    "limit,' 5'",
    "limit,99999999999",
    "area,x",
    "area,''",
    "area,FINANCIAL_ASSISTANCE",
    "from,2026-02-30",
    "from,2026-1-1",
    "from,20261101",
    "from,+2026-11-01",
    "to,2026-11-01",
    "LIMIT,5",
    "'',x",
    "200007169915,x"
  })
  void aWrongOrUnknownParameterIsMalformed(String name, String value) {
    var answer = portal.call(Event.get("/api/things").parameter(name, value).cookie(cookie));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("200007169915");
  }

  @Test
  void aParameterThatComesTwiceIsMalformed() {
    var event = Event.get("/api/things").parameter("limit", "5", "5");
    assertThat(portal.call(event.cookie(cookie)).status()).isEqualTo(400);
  }

  @Test
  void aQueryWhereNoneIsReadIsMalformed() {
    var event = Event.get("/api/plain/x").parameter("limit", "5");
    refused(event.cookie(cookie), 400, "malformed");
  }

  /** One answer without a cookie, one log line with the reason and nothing else. */
  private void refused(Event event, int status, String reason) {
    var answer = portal.call(event);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers("Content-Type")).isEqualTo(List.of("application/problem+json"));
    assertThat(answer.headers("Set-Cookie")).isEmpty();
    assertThat(portal.log.lines()).hasSize(1);
    assertThat(portal.log).contains("\"reason\":\"" + reason + "\"", "\"route\":\"/route\"");
    assertThat(portal.log).doesNotContain(cookie.value(), "Elias", "200007169915");
  }
}
