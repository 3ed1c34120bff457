package se.insyn.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches a route of what the API hands over, and that nothing odd breaks the function. */
class EventMappingTest {

  private static final Portal PORTAL = new Portal();

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a b",
        "a+b",
        "åäö",
        "{x}",
        "100%",
        "%41",
        "a,b",
        "a;b",
        "a?b",
        "a#b",
        "\"q\"",
        "a\\b",
        "a|b^c`d",
        "<script>",
        "a\u0000b",
        "a\nb",
        "😀",
        "*",
        "a:b",
        "a@b",
        "[1]",
        "(1)",
        "&=",
        "'",
        "$default",
        "~",
        "%2F",
        "%zz",
        "%"
      })
  void aPathReachesItsRouteAsItIs(String text) {
    var answer = PORTAL.call(Event.get("/open/" + text));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("absent");
    assertThat(answer.json()).isEqualTo(Map.of("text", text, "empty", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "///",
        "//evil/x",
        "http://evil/x",
        "open",
        "/open",
        "/open/",
        "/../open/x",
        "/open/../x/y",
        "/open/./x",
        "/open/a/b/c",
        "/\ud800",
        "/{open}/x",
        "/%",
        "/ ",
        "/open?x=1",
        "?",
        "#",
        "\\",
        "/open\\x",
        "/a:b",
        "mailto:x"
      })
  void aPathWithoutARouteIsNotFound(String path) {
    var answer = PORTAL.call(Event.get(path));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("type")).isEqualTo("/problems/not-found");
  }

  @Test
  void aVeryLongPathIsNotFound() {
    assertThat(PORTAL.call(Event.get("/" + "a".repeat(20_000))).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a=1; b=2!b!2",
        "a=1;b=2!a!1",
        "b=1; b=2!b!1|2",
        "b=!b!''",
        "b!b!''",
        "b=x=y!b!x=y",
        "=;;b=2;!b!2",
        "b=\"2\"!b!\"2\"",
        "a=å; b=2!b!2",
        "$Version=1; b=2!b!2",
        "a={; b=2!b!2",
        "B=1!b!''",
        "expires=x; path=/y; b=2!b!2"
      })
  void everyCookieIsRead(String header, String name, String value) {
    var answer = PORTAL.call(Event.get("/open/cookies/" + name).header("cookie", header));
    assertThat(answer.json().get("text")).isEqualTo(value);
  }

  @Test
  void cookiesOfSeveralHeadersAreRead() {
    var event = Event.get("/open/cookies/b").header("Cookie", "b=1").header("Cookie", "b=2");
    assertThat(PORTAL.call(event).json().get("text")).isEqualTo("1|2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a+b", "a b", "åäö", "{x}", "", "%zz", "&", "a=b", "\n", "😀"})
  void aParameterIsReadAsItIs(String value) {
    var event = Event.get("/open/parameters/q").parameter("q", value, "2").parameter(value, value);
    var answer = PORTAL.call(event);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("text")).isEqualTo(value + "|2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accept",
        "content-length",
        "content-type",
        "host",
        "range",
        "if-none-match",
        "origin",
        "accept-language",
        "authorization",
        "x-http-method-override",
        "expect",
        "date",
        "cookie",
        "transfer-encoding",
        "content-encoding",
        "traceparent",
        "forwarded",
        "x-forwarded-for"
      })
  void anOddHeaderBreaksNothing(String name) {
    for (String odd :
        List.of("", "\u0000", ";", "/", "=", "a;q=x", "å", "{", "-1", "99999999999")) {
      var answer = PORTAL.call(Event.get("/open/x").header(name, odd).header(name, odd));
      assertThat(answer.status()).as(name + ": " + odd).isEqualTo(200);
    }
  }

  @Test
  void severalCookiesAreSet() {
    var answer = PORTAL.call(Event.get("/open/two/cookies"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers("Set-Cookie")).containsExactly("a=1; Path=/", "b=2; Path=/");
    assertThat(answer.headers("Location")).containsExactly("/x");
    assertThat(answer.event().getHeaders()).isNull();
  }

  @Test
  void anEmptyEventIsNotFound() {
    var answer = PORTAL.call(new APIGatewayProxyRequestEvent());
    assertThat(answer.status()).isIn(404, 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "FOO"
      })
  void anotherMethodIsNotAllowed(String method) {
    var answer = PORTAL.call(Event.of(method, "/open/fail/x"));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers("Allow")).containsExactly("GET");
    if (!method.equals("HEAD")) {
      assertThat(answer.json().get("type")).isEqualTo("/problems/method-not-allowed");
    }
  }

  @Test
  void headIsAnsweredWithoutABody() {
    assertThat(PORTAL.call(Event.of("HEAD", "/open/x")).body()).isEmpty();
    var nowhere = PORTAL.call(Event.of("HEAD", "/nowhere"));
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.body()).isEmpty();
  }

  @Test
  void callsLeaveNoBeansBehind() {
    PORTAL.call(Event.get("/open/x"));
    int before = PORTAL.context.getActiveBeanRegistrations(Object.class).size();
    for (int i = 0; i < 20; i++) {
      PORTAL.call(Event.get("/open/x"));
    }
    assertThat(PORTAL.context.getActiveBeanRegistrations(Object.class)).hasSize(before);
  }
}
