package se.insyn.lambda.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class LogLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"200007169915", "20000716-9915", "000716-9915", "000716+9915", "0007169915"})
  void aPersonalNumberIsMaskedInEveryForm(String number) {
    assertThat(LogLine.masked("x" + number + "y")).isEqualTo("x************y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"IFO-2026-00123", "EB-2026-00087", "0123-45 60 00", "2026-11-20", "1234567890123"})
  void caseNumbersAndPhoneNumbersStay(String text) {
    assertThat(LogLine.masked(text)).isEqualTo(text);
  }

  @Test
  void oneEventIsOneLineWithTheFixedFields() {
    String line =
        LogLine.of(Level.WARN, "se.insyn.X", "a\r\nb", Map.of("reason", "r\n", "other", "x"), null);
    assertThat(line)
        .isEqualTo(
            "{\"level\":\"WARN\",\"logger\":\"se.insyn.X\",\"message\":\"a\\r\\nb\","
                + "\"reason\":\"r\\n\"}");
  }

  @Test
  void anExceptionIsNamedWithoutItsMessage() {
    var thrown = new IllegalStateException("Elias", new IllegalArgumentException("Hertzberg"));
    String line = LogLine.of(Level.ERROR, "x", "m", Map.of(), thrown);
    assertThat(line)
        .contains("IllegalStateException", "IllegalArgumentException", "LogLineTest")
        .doesNotContain("Elias", "Hertzberg");
  }

  @Test
  void ofOtherPeoplesMessagesOnlyThePatternIsWritten() {
    assertThat(logged("org.example.Library")).contains("found {}").doesNotContain("Elias");
    assertThat(logged("se.insyn.Ours")).contains("found Elias");
  }

  private static String logged(String logger) {
    PrintStream out = System.out;
    var captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      LoggerFactory.getLogger(logger).info("found {}", "Elias");
      LoggerFactory.getLogger(logger).warn("found {}", "Elias");
    } finally {
      System.setOut(out);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }
}
