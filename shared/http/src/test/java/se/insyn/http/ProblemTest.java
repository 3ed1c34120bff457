package se.insyn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong becomes a problem document that says no more than it must. */
class ProblemTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final Portal PORTAL = new Portal();

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void aProblemNamesTheCallAndNothingOfIt() {
    var answer = PORTAL.call(traced(Event.get("/open/fail/not-found")));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json())
        .isEqualTo(
            Map.of(
                "type", "/problems/not-found",
                "title", "Not found",
                "status", 404L,
                "instance", "urn:uuid:4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
                "traceId", TRACE));
  }

  @Test
  void anInvalidDocumentNamesItsMembers() {
    var answer = PORTAL.call(Event.get("/open/fail/invalid"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors"))
        .isEqualTo(List.of(Map.of("pointer", "/data/date", "detail", "is required")));
  }

  @ParameterizedTest
  @CsvSource({
    "unavailable,503,/problems/unavailable",
    "illegal,500,/problems/internal",
    "deep,500,/problems/internal"
  })
  void whatIsUnexpectedSaysNothing(String how, int status, String type) {
    var answer = PORTAL.call(Event.get("/open/fail/" + how));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().get("type")).isEqualTo(type);
    assertThat(answer.body()).doesNotContain("Elias", "200007169915", "se.insyn", "java.");
    assertThat(PORTAL.log.lines()).hasSize(1);
    assertThat(PORTAL.log)
        .contains("\"level\":\"ERROR\"", "at se.insyn.http.EchoController")
        .doesNotContain("Elias", "200007169915");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"a\":1,\"a\":2}", "{\"a\":1}x", "nul", "\u0000"})
  void aBodyThatIsNoJsonIsMalformed(String body) {
    assertThat(PORTAL.call(Event.of("POST", "/open/json").body(body, false)).status())
        .isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooDeepIsMalformed() {
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertThat(PORTAL.call(Event.of("POST", "/open/json").body(deep, false)).status())
        .isEqualTo(400);
  }

  @Test
  void anAbsentRouteAndAnAbsentThingAreTheSameAnswer() {
    var thing = PORTAL.call(traced(Event.get("/open/fail/not-found")));
    var route = PORTAL.call(traced(Event.get("/nowhere/200007169915")));
    assertThat(route.body()).isEqualTo(thing.body());
    assertThat(route.event().getMultiValueHeaders())
        .isEqualTo(thing.event().getMultiValueHeaders());
    assertThat(PORTAL.log).doesNotContain("200007169915");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
      })
  void aTraceThatIsNotValidIsReplaced(String trace) {
    var answer = PORTAL.call(Event.get("/nowhere").header("traceparent", trace));
    assertThat((String) answer.json().get("traceId")).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open/x", "/nowhere", "/open/fail/illegal", "/api/session"})
  void everyAnswerHasTheSafeHeaders(String path) {
    var answer = PORTAL.call(Event.get(path));
    assertThat(answer.event().getMultiValueHeaders())
        .containsEntry("Cache-Control", List.of("no-store"))
        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
        .containsEntry("Referrer-Policy", List.of("no-referrer"))
        .containsEntry("Strict-Transport-Security", List.of("max-age=31536000; includeSubDomains"))
        .containsEntry("Cross-Origin-Opener-Policy", List.of("same-origin"))
        .containsEntry("Cross-Origin-Resource-Policy", List.of("same-origin"))
        .containsEntry(
            "Content-Security-Policy",
            List.of(
                "default-src 'none'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'"))
        .doesNotContainKeys("Access-Control-Allow-Origin", "Server", "Set-Cookie");
  }

  @Test
  void aPreflightGetsNoPermission() {
    var event =
        Event.of("OPTIONS", "/api/session")
            .header("origin", "https://evil.example")
            .header("access-control-request-method", "POST");
    var answer = PORTAL.call(event);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.event().getMultiValueHeaders().keySet())
        .noneMatch(name -> name.startsWith("Access-Control"));
  }

  private static Event traced(Event event) {
    return event.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
  }
}
