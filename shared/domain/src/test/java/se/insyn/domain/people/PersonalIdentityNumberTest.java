package se.insyn.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.insyn.domain.people.Numbers.TODAY;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal numbers: what is one, and whose. */
class PersonalIdentityNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "190905271474",
        "197605239917",
        "196703049988",
        "191509149991",
        "200007169915",
        "200308659978",
        "198406829906"
      })
  void whatTheRegisterCouldHaveGivenIsTaken(String digits) {
    assertThat(PersonalIdentityNumber.ofTwelveDigits(digits, TODAY))
        .contains(new PersonalIdentityNumber(digits));
    assertThat(PersonalIdentityNumber.parse(digits, TODAY))
        .contains(new PersonalIdentityNumber(digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200904179998", // check digit
        "202201319983",
        "198706769971",
        "199509729980",
        "201509160006", // birth number 000
        "20000101-P220", // interim
        "19090527 1474",
        "0",
        "",
        "7605239917 ",
        " 7605239917",
        "760523--9917",
        "19760523+9917", // with a century nobody needs a plus
        "1976052-39917",
        "119760523-9917",
        "7605239917-",
        "76-0523-9917",
        "7６05239917", // a digit, but not ours
        "٧٦٠٥٢٣٩٩١٧",
        "760523\u00a09917",
        "760523\u200b-9917",
        "760523-9917\u0000",
        "760523-9917\n",
        "760523–9917", // a dash
        "197600239917", // month
        "197613239917",
        "197605009917", // day
        "197605329917",
        "197605609917", // day of a samordningsnummer
        "197605929917"
      })
  void whatIsNoNumberIsRefused(String written) {
    assertThat(PersonalIdentityNumber.parse(written, TODAY)).isEmpty();
    assertThat(PersonalIdentityNumber.ofTwelveDigits(written, TODAY)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new PersonalIdentityNumber(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7605239917", "760523-9917", "19760523-9917", "760523+9917"})
  void machinesWriteTwelveDigitsAndNothingElse(String written) {
    assertThat(PersonalIdentityNumber.ofTwelveDigits(written, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "150914+9991, 1915",
    "19150914-9991, 1915",
    "191509149991, 1915",
    "150914-9991, 2015",
    "1509149991, 2015"
  })
  void theSignSaysWhichCentury(String written, String yearOfBirth) {
    assertThat(PersonalIdentityNumber.parse(written, TODAY).map(PersonalIdentityNumber::digits))
        .contains(yearOfBirth + "09149991");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, -, 1926", // turns 99 that year
    "2026-01-01, +, 1926", // turns 100 that year, be it later
    "2026-06-14, +, 1926",
    "2026-06-15, +, 1926",
    "2027-06-15, +, 1926",
    "2026-06-15, -, 2026", // born today
    "2025-12-31, +, 1826"
  })
  void thePlusComesWithTheYearInWhichSomebodyTurnsAHundred(
      LocalDate today, String sign, int yearOfBirth) {
    String ten = Numbers.digits(LocalDate.of(yearOfBirth, 6, 15), 238, 0).substring(2);
    assertThat(
            PersonalIdentityNumber.parse(ten.substring(0, 6) + sign + ten.substring(6), today)
                .map(number -> number.digits().substring(0, 4)))
        .contains(Integer.toString(yearOfBirth));
  }

  @Test
  void whoIsNotBornYetHasNoNumber() {
    LocalDate tomorrow = TODAY.plusDays(1);
    String digits = Numbers.digits(tomorrow, 238, 0);
    assertThat(PersonalIdentityNumber.ofTwelveDigits(digits, TODAY)).isEmpty();
    assertThat(PersonalIdentityNumber.parse(digits.substring(2), TODAY)).isEmpty();
    assertThat(PersonalIdentityNumber.ofTwelveDigits(digits, tomorrow)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "2000-02-28, 1, true",
    "1900-02-28, 1, false",
    "2004-02-28, 1, true",
    "2003-02-28, 1, false"
  })
  void theLeapDayIsThereWhenItIs(LocalDate dayBefore, int serial, boolean there) {
    String eight = dayBefore.toString().substring(0, 7).replace("-", "") + "29";
    String nine = eight.substring(2) + "%03d".formatted(serial);
    String digits = eight + "%03d".formatted(serial) + Numbers.lastOf(nine);
    assertThat(PersonalIdentityNumber.ofTwelveDigits(digits, TODAY).isPresent()).isEqualTo(there);
  }

  @Test
  void nobodyInTheRegisterWasBornBefore1800() {
    assertThat(
            PersonalIdentityNumber.ofTwelveDigits(
                Numbers.digits(LocalDate.of(1799, 12, 31), 238, 0), TODAY))
        .isEmpty();
  }

  @Property
  void everyWrittenFormIsTheSamePerson(@ForAll("valid") PersonalIdentityNumber number) {
    String digits = number.digits();
    int age = TODAY.getYear() - Integer.parseInt(digits.substring(0, 4));
    String sign = age >= 100 ? "+" : "-";
    String day = digits.substring(0, 8);
    String last = digits.substring(8);
    assertThat(PersonalIdentityNumber.parse(digits, TODAY)).contains(number);
    assertThat(PersonalIdentityNumber.parse(day + "-" + last, TODAY)).contains(number);
    assertThat(PersonalIdentityNumber.parse(day.substring(2) + sign + last, TODAY))
        .contains(number);
    if (age < 100) {
      assertThat(PersonalIdentityNumber.parse(day.substring(2) + last, TODAY)).contains(number);
    }
  }

  @Property
  void oneWrongDigitIsSeen(
      @ForAll("valid") PersonalIdentityNumber number,
      @ForAll @IntRange(min = 2, max = 11) int at,
      @ForAll @IntRange(max = 9) int digit) {
    var wrong = new StringBuilder(number.digits());
    Assume.that(Character.digit(wrong.charAt(at), 10) != digit);
    wrong.setCharAt(at, Character.forDigit(digit, 10));
    assertThat(PersonalIdentityNumber.parse(wrong.toString(), TODAY)).isEmpty();
  }

  /** The one pair that the check digit cannot tell apart is 09 and 90. */
  @Property
  void twoNeighboursThatChangePlacesAreSeenButForNoughtAndNine(
      @ForAll("valid") PersonalIdentityNumber number, @ForAll @IntRange(min = 8, max = 10) int at) {
    String digits = number.digits();
    String pair = digits.substring(at, at + 2);
    Assume.that(pair.charAt(0) != pair.charAt(1));
    String swapped =
        digits.substring(0, at) + pair.charAt(1) + pair.charAt(0) + digits.substring(at + 2);
    boolean serialIsNought = swapped.startsWith("000", 8);
    boolean missed = (pair.equals("09") || pair.equals("90")) && !serialIsNought;
    assertThat(PersonalIdentityNumber.ofTwelveDigits(swapped, TODAY).isPresent()).isEqualTo(missed);
  }

  @Test
  void aSamordningsnummerIsNobodyElsesPersonnummer() {
    var coordination = new PersonalIdentityNumber("198406829906");
    var sameDay = new PersonalIdentityNumber(Numbers.digits(LocalDate.of(1984, 6, 22), 990, 0));
    assertThat(coordination.isCoordinationNumber()).isTrue();
    assertThat(sameDay.isCoordinationNumber()).isFalse();
    assertThat(coordination).isNotEqualTo(sameDay);
  }

  @Property
  void theNumberItselfIsNeverSaid(@ForAll("valid") PersonalIdentityNumber number) {
    assertThat(number + " " + Optional.of(number)).doesNotContain(number.digits().substring(2, 8));
  }

  @Provide
  Arbitrary<PersonalIdentityNumber> valid() {
    return Numbers.valid();
  }
}
