package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "elias@example.se, elias@example.se",
    "' elias@example.se ', elias@example.se",
    "Elias.Hertzberg+insyn@Mail.EXAMPLE.se, Elias.Hertzberg+insyn@mail.example.se",
    "o'brien@example.se, o'brien@example.se",
    "x@räksmörgås.example, x@xn--rksmrgs-5wao1o.example",
    "x@xn--rksmrgs-5wao1o.example, x@xn--rksmrgs-5wao1o.example",
    "x@a-b.c-d.example, x@a-b.c-d.example",
    "1@1.se, 1@1.se"
  })
  void isStoredInAscii(String written, String normal) {
    assertThat(EmailAddresses.normal(written)).contains(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "elias",
        "@example.se",
        "elias@",
        "elias@example",
        "elias@@example.se",
        "a@b@example.se",
        "elias@example..se",
        "elias@.example.se",
        "elias@example.se.",
        "elias@-example.se",
        "elias@example-.se",
        "elias@example.s",
        "elias@127.0.0.1",
        "elias@[127.0.0.1]",
        ".elias@example.se",
        "elias.@example.se",
        "e..lias@example.se",
        "e lias@example.se",
        "elias@exam ple.se",
        "Elias <elias@example.se>",
        "<elias@example.se>",
        "\"e\"@example.se",
        "elias(x)@example.se",
        "a@example.se,b@example.se",
        "a@example.se;b@example.se",
        "mailto:elias@example.se",
        "elias@example.se?subject=x",
        "elias@exam_ple.se",
        "älias@example.se",
        "elias\r\nBcc: x@example.se",
        "elias@example.se\r\nBcc: x@example.org",
        "elias\u0000@example.se",
        "elias@\u202eexample.se",
        "elias@exa\u200bmple.se",
        "\u202eelias@example.se",
        "elias@exa\ud800mple.se"
      })
  void whatIsMoreThanAPlainAddressIsNone(String written) {
    assertThat(EmailAddresses.normal(written)).isEmpty();
  }

  @Test
  void itsLengthsHaveBorders() {
    String domain = ("a".repeat(59) + ".").repeat(3) + "se";
    assertThat(EmailAddresses.normal("a".repeat(64) + "@example.se")).isPresent();
    assertThat(EmailAddresses.normal("a".repeat(65) + "@example.se")).isEmpty();
    assertThat(EmailAddresses.normal("a@" + "b".repeat(63) + ".se")).isPresent();
    assertThat(EmailAddresses.normal("a@" + "b".repeat(64) + ".se")).isEmpty();
    String longest = "a".repeat(254 - domain.length() - 8) + "@b.bbbbb" + domain;
    assertThat(longest.replace("b.bbbbb", "b.bbbb.")).hasSize(254);
    assertThat(EmailAddresses.normal(longest.replace("b.bbbbb", "b.bbbb."))).isPresent();
    assertThat(EmailAddresses.normal("a" + longest.replace("b.bbbbb", "b.bbbb."))).isEmpty();
  }

  /** Of other letters what counts is their length in ASCII. */
  @Test
  void aDomainMayBeTooLongInAscii() {
    String label = "ä".repeat(55);
    assertThat(EmailAddresses.normal("a@" + (label + ".").repeat(4) + "example")).isEmpty();
  }

  @Test
  void nothingTakesLongToJudge() {
    Assertions.assertTimeout(
        Duration.ofSeconds(1),
        () -> {
          EmailAddresses.normal("a.".repeat(100_000) + "@" + "a-".repeat(100_000));
          EmailAddresses.normal("a@" + "a-".repeat(120) + "!");
          EmailAddresses.normal("a@" + "a.".repeat(120) + "!");
        });
  }
}
