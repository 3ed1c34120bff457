package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** J13: what fits into one part of an SMS, and in which letters it is written. */
class Gsm7Test {

  @Test
  void onePartHasRoomForAHundredAndSixtyLetters() {
    assertThat(Gsm7.fits("å".repeat(160))).isTrue();
    assertThat(Gsm7.fits("å".repeat(161))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"€", "[", "]", "{", "}", "\\", "~", "|", "^"})
  void aLetterOfTheSecondTableTakesTheRoomOfTwo(String letter) {
    assertThat(Gsm7.fits("a".repeat(158) + letter)).isTrue();
    assertThat(Gsm7.fits("a".repeat(159) + letter)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"á", "–", "\u00a0", "市", "\ud83d\ude42", "`", "\t"})
  void whatIsInNeitherTableFitsNowhere(String letter) {
    assertThat(Gsm7.fits(letter)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Malå\u00a0kommun,Malå kommun",
        "Mala\u030a,Malå",
        "Dálvadas–Åre,Dalvadas-Åre",
        "{é},{é}",
      })
  void whatHasAnotherWayOfWritingIsWrittenLikeThat(String text, String written) {
    assertThat(Gsm7.written(text)).isEqualTo(written);
  }
}
