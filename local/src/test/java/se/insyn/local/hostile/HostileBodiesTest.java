package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/** Bodies that are too large, too deep or no JSON: G16 and L05. */
class HostileBodiesTest {
  private Office office = Office.lifecare();

  @BeforeEach
  void startOver() {
    office = People.startOver();
  }

  @ParameterizedTest(name = "L05: body {index} is malformed")
  @ValueSource(
      strings = {
        "[",
        "",
        "null",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "\u00ff",
        "NaN",
        "{\"a\":1e999999999}"
      })
  void aBodyThatIsOddIsRefused(String body) {
    assertThat(Refusal.of(() -> one(body)).answer().statusCode()).isIn(400, 422);
  }

  @Test
  @DisplayName("L05: depth, many members and huge numbers are refused in no time")
  void aBodyThatIsBuiltToHurtIsMalformed() {
    var begun = System.nanoTime();
    for (var body :
        List.of(
            "{\"data\":" + "[".repeat(100_000),
            "{\"data\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}",
            "{\"data\":" + "9".repeat(900_000) + "}",
            "{\"x" + "\":1,\"x".repeat(100_000) + "\":1}")) {
      assertThat(Refusal.of(() -> one(body)).answer().statusCode()).isIn(400, 422);
    }
    assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
  }

  private HttpResponse<String> one(String body) {
    return office.send(
        office
            .request("/caseworker/v1/updates")
            .header("Content-Type", "application/cloudevents+json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  @DisplayName("G16: data of more than 256 KB and bodies of more than 1, 6 and 10 MB are too large")
  void whatIsTooLargeIsRefused() {
    var note = Pushes.document().with("caseNumber", "A-1").with("id", "DOK-G");
    assertThat(office.result(note.with("text", "x".repeat(100_000)))).isEqualTo("applied");
    invalid(note.with("version", 2).with("text", "x".repeat(100_001)), "/data/text");
    tooLarge(office.event(note.with("version", 2).with("more", "x".repeat(256 * 1024))));
    tooLarge(office.event(note.with("version", 2).with("more", "x".repeat(1024 * 1024))));
    for (int megabytes : List.of(7, 11)) {
      var body = "{\"x\":\"" + "x".repeat(megabytes * 1024 * 1024) + "\"}";
      // The gateway's own limits, before any function.
      assertThat(office.pushRaw(body).statusCode()).isEqualTo(413);
    }
  }

  private void tooLarge(String event) {
    Refusal.of(() -> office.pushRaw(event)).isProblem(413, "too-large", "too-large");
  }

  private void invalid(Push push, String pointer) {
    var refusal =
        Refusal.of(() -> office.push(push)).isProblem(422, "invalid-members", "invalid-members");
    assertThat(refusal.answer().body()).contains("\"pointer\":\"" + pointer + "\"");
  }
}
