package se.insyn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a body and its media type. */
class CallBodyTest {

  private static final Portal PORTAL = new Portal();

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,application/json",
    "Application/JSON; charset=UTF-8,application/json",
    "application/json;charset=\"utf-8\",application/json",
    "application/cloudevents+json,application/cloudevents+json",
    "application/json; charset=latin1,''",
    "application/json; charset=nonsense,''",
    "text/plain,text/plain",
    "multipart/form-data; boundary=x,multipart/form-data",
    "application/x-www-form-urlencoded,application/x-www-form-urlencoded",
    "nonsense,''",
    "a/b/c,''",
    "*/*,''",
    "'',''"
  })
  void theMediaTypeIsReadOrEmpty(String header, String mediaType) {
    var event = Event.of("POST", "/open/body").header("Content-Type", header).body("å", false);
    assertThat(PORTAL.call(event).json().get("text")).isEqualTo(mediaType + " c3a5");
  }

  @Test
  void aBinaryBodyIsReadByteByByte() {
    String base64 = Base64.getEncoder().encodeToString(new byte[] {0, -1, 10});
    var event = Event.of("POST", "/open/body").body(base64, true);
    assertThat(PORTAL.call(event).json().get("text")).isEqualTo(" 00ff0a");
  }

  @Test
  void aBodyThatIsNoBase64IsMalformed() {
    assertThat(PORTAL.call(Event.of("POST", "/open/body").body("*", true)).status()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLongIsTooLarge() {
    var event = Event.of("POST", "/open/body").body("12345678901234567", false);
    assertThat(PORTAL.call(event).status()).isEqualTo(413);
  }
}
