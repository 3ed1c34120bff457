package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationCodeTest {

  private static final Instant SENT = Instant.parse("2026-11-20T09:00:00Z");

  @Test
  void itIsSixDigitsOfWhichTheFirstMayBeZero() {
    var some = Stream.generate(ConfirmationCode::make).limit(2_000).toList();
    assertThat(some).allMatch(ConfirmationCode::isOne);
    assertThat(some.stream().map(code -> code.charAt(0)).distinct()).hasSize(10);
    assertThat(some.stream().distinct().count()).isGreaterThan(1_900);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345x", "１２３４５６", " 12345", "12345\n"})
  void somethingElseIsNone(String text) {
    assertThat(ConfirmationCode.isOne(text)).isFalse();
  }

  @Test
  void itCountsForTenMinutes() {
    assertThat(ConfirmationCode.until(SENT)).isEqualTo("2026-11-20T09:10:00Z");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20T09:00:59.999Z, false", "2026-11-20T09:01:00Z, true"})
  void anotherOneFollowsAfterAMinute(Instant now, boolean may) {
    assertThat(ConfirmationCode.mayFollow(SENT, now)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00:00Z, true",
    "2026-11-20T09:10:00Z, true",
    "2026-11-20T09:10:00.001Z, false"
  })
  void aLoginIsFreshForTenMinutes(Instant now, boolean isFresh) {
    assertThat(FreshLogin.is(SENT, now)).isEqualTo(isFresh);
  }
}
