package se.insyn.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal numbers that stand in case numbers, log lines and other texts. */
class WrittenNumbersTest {

  private static final List<String> SURROUNDINGS =
      List.of("%s", "EB-%s", "nr %s, brev 2", "%s/%s", "x%sx", "-%s-", "\"%s\"", "åäö%s\n");

  @Property(tries = 2_000)
  void everyWrittenFormIsFoundAndMaskedWhereverItStands(
      @ForAll("valid") PersonalIdentityNumber number) {
    String day = number.digits().substring(0, 8);
    String last = number.digits().substring(8);
    for (String written :
        List.of(
            day + last,
            day + "-" + last,
            day.substring(2) + last,
            day.substring(2) + "-" + last,
            day.substring(2) + "+" + last,
            day + " " + last,
            day + "\u2013" + last,
            day + " \u2212\u00a0" + last,
            day.substring(2) + "\u200b" + last,
            inDigitsFrom('\uff10', day + "-" + last),
            inDigitsFrom('\u0660', day.substring(2) + last))) {
      for (String text : SURROUNDINGS) {
        assertThat(WrittenNumbers.appearIn(text.replace("%s", written))).isTrue();
        assertThat(WrittenNumbers.mask(text.replace("%s", written)))
            .isEqualTo(text.replace("%s", WrittenNumbers.MASK));
      }
    }
  }

  private static String inDigitsFrom(char zero, String written) {
    return written
        .chars()
        .map(sign -> sign >= '0' && sign <= '9' ? zero + sign - '0' : sign)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IFO-2026-00123",
        "EB-2026-00087",
        "EB/2026-77",
        "AME-118",
        "2026-11-20T08:12:00Z",
        "070-174 06 05",
        "+46701740605",
        "08-508 000 00",
        "Bankkonto 8327-9 123 456 789-0",
        "513091228-9",
        "6f1c2f0e-2f5a-4a53-9d1c-1b8a3f6f4f10",
        "197605239918", // check digit
        "760532-9917", // day
        "0019760523991700", // inside a longer row
        "19760523-99170",
        "0197605239917",
        "9760523-9917",
        "$1 \\1"
      })
  void whatOnlyLooksLikeOneStaysAsItIs(String text) {
    assertThat(WrittenNumbers.appearIn(text)).isFalse();
    assertThat(WrittenNumbers.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "200007169915 och 760523-9917, ************ och ************",
    "1-760523-9917-760523-9918, 1-************-760523-9918",
    "000229+1234, 000229+1234",
  })
  void eachNumberIsJudgedByItself(String text, String masked) {
    assertThat(WrittenNumbers.mask(text)).isEqualTo(masked);
  }

  @Test
  void aLeapDayIsADayInTheCenturyThatHadIt() {
    String digits = Numbers.digits(LocalDate.of(2000, 2, 29), 238, 0);
    assertThat(WrittenNumbers.appearIn(digits.substring(2))).isTrue();
    assertThat(WrittenNumbers.appearIn("19" + digits.substring(2))).isFalse();
  }

  @Test
  void aLongTextIsReadOnce() {
    String digits = "1".repeat(1_000_000);
    String pairs = "760523-".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          assertThat(WrittenNumbers.appearIn(digits)).isFalse();
          assertThat(WrittenNumbers.mask(pairs)).isEqualTo(pairs);
        });
  }

  @Provide
  Arbitrary<PersonalIdentityNumber> valid() {
    return Numbers.valid();
  }
}
