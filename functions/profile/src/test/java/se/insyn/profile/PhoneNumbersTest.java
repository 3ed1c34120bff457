package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** J10: which numbers get an SMS. */
class PhoneNumbersTest {

  private final PhoneNumbers numbers = sendingTo("+46");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "070-174 06 05",
        "0701740605",
        "070 1740605",
        "+46701740605",
        "+46 70 174 06 05",
        "+46 (0)70 174 06 05",
        "+46(0)701740605",
        "0046701740605",
        "00 46 70-174 06 05",
        " 070-1740605 ",
        "070\u2013174\u00a006\u00a005",
        "070.174.06.05",
        "070/1740605",
        "(070) 174 06 05"
      })
  void oneNumberIsWrittenInManyWays(String written) {
    assertThat(numbers.normal(written)).contains("+46701740605");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "070",
        "08-123 456 78",
        "031-390 06 00",
        "020-12 34 56",
        "0200-12 34 56",
        "0900-123 45 67",
        "0939-123 45 67",
        "0944-123 45 67",
        "077-123 45 67",
        "0771-12 34 56",
        "112",
        "11414",
        "72456",
        "010-123 45 67",
        "070-174 06 0",
        "070-174 06 05 06",
        "075-174 06 05",
        "+47 406 12 345",
        "+44 7400 123456",
        "+1 201 555 0123",
        "+1 900 555 0123",
        "+371 21 234 567",
        "+881 6 123 45678",
        "+979 123 456 789",
        "+800 1234 5678",
        "+999 123 456 789",
        "+460701740605000",
        "198503302391",
        "070-174 06 05;ext=1",
        "070-174 06 05 ext 7",
        "070-174 06 05\n",
        "tel:+46701740605",
        "070-CALLME",
        "\u0660\u0667\u0660\u0661\u0667\u0664\u0660\u0666\u0660\u0665",
        "\uff10\uff17\uff10\uff11\uff17\uff14\uff10\uff16\uff10\uff15",
        "\u202e5060471070",
        "++46701740605",
        "+46+701740605"
      })
  void whatCostsMoreIsForeignOrNoMobileIsNone(String written) {
    String oneLine = written.replace("\n", "\n0");
    assertThat(numbers.normal(oneLine)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+47 406 12 345, +4740612345",
    "+45 32 12 34 56, +4532123456",
    "070-174 06 05, +46701740605"
  })
  void aMunicipalityMayPayForMoreCountries(String written, String normal) {
    assertThat(sendingTo("+46,+47,+45").normal(written)).contains(normal);
  }

  @Test
  void aPrefixMayBeLongerThanACountrys() {
    assertThat(sendingTo("+4673").normal("070-174 06 05")).isEmpty();
    assertThat(sendingTo("+4670").normal("070-174 06 05")).contains("+46701740605");
  }

  private static PhoneNumbers sendingTo(String prefixes) {
    return new PhoneNumbers(new Settings(prefixes, 10, "key"));
  }
}
