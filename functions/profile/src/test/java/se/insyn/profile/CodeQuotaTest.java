package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeQuotaTest {

  @ParameterizedTest
  @CsvSource({
    // Three in any hour; what was sent exactly an hour ago no longer counts.
    "'', 3, 2026-11-20T12:00:00Z, false",
    "'', 4, 2026-11-20T12:00:00Z, true",
    "11:00:00.001 11:30 11:59, 1, 2026-11-20T12:00:00Z, true",
    "11:00 11:30 11:59, 1, 2026-11-20T12:00:00Z, false",
    "11:00 11:30 11:59, 2, 2026-11-20T12:00:00Z, true",
    // What a clock ahead of ours wrote counts too.
    "12:00:05 12:00:05 12:00:05, 1, 2026-11-20T12:00:00Z, true",
    // Five a day in Sweden, where the day begins at 23:00 of the day before in winter.
    "00:00 02:00 04:00 06:00, 1, 2026-11-20T12:00:00Z, false",
    "00:00 02:00 04:00 06:00, 2, 2026-11-20T12:00:00Z, true",
    "00:00 02:00 04:00 06:00 08:00, 1, 2026-11-20T22:59:59Z, true",
    "00:00 02:00 04:00 06:00 08:00, 1, 2026-11-20T23:00:00Z, false",
    "21:00 22:01 22:10 22:20, 1, 2026-11-20T23:00:00Z, true",
    "21:00 22:01 22:10 22:20, 1, 2026-11-20T23:01:00Z, false"
  })
  void aPersonHasThreeInAnHourAndFiveADay(String sent, int more, Instant now, boolean isOver) {
    assertThat(CodeQuota.isPersonOver(times("2026-11-20", sent), more, now)).isEqualTo(isOver);
  }

  @ParameterizedTest
  @CsvSource({
    // A day of 23 hours and one of 25.
    "2026-03-29, 03:00 05:00 07:00 09:00 21:00, 2026-03-29T21:59:59Z, true",
    "2026-03-29, 03:00 05:00 07:00 09:00 20:00, 2026-03-29T22:00:00Z, false",
    "2026-10-25, 03:00 05:00 07:00 09:00 21:00, 2026-10-25T22:59:59Z, true",
    "2026-10-25, 03:00 05:00 07:00 09:00 21:00, 2026-10-25T23:00:00Z, false"
  })
  void theDayIsThatOfSweden(String day, String sent, Instant now, boolean isOver) {
    assertThat(CodeQuota.isPersonOver(times(day, sent), 1, now)).isEqualTo(isOver);
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "01:00 01:01, false",
    "01:00 01:01 01:02, true",
    "23:00 23:01 23:02, true"
  })
  void anAddressGetsThreeADay(String sent, boolean isOver) {
    assertThat(
            CodeQuota.isAddressOver(
                times("2026-11-20", sent), Instant.parse("2026-11-20T22:00:00Z")))
        .isEqualTo(isOver);
  }

  @Test
  void yesterdaysAreForgottenAfterAnHour() {
    List<Instant> sent = times("2026-11-20", "22:00 22:30");
    assertThat(CodeQuota.counting(sent, Instant.parse("2026-11-20T22:59:59Z"))).isEqualTo(sent);
    assertThat(CodeQuota.counting(sent, Instant.parse("2026-11-20T23:15:00Z")))
        .containsExactly(Instant.parse("2026-11-20T22:30:00Z"));
    assertThat(CodeQuota.counting(sent, Instant.parse("2026-11-20T23:30:00Z"))).isEmpty();
  }

  private static List<Instant> times(String day, String times) {
    return Arrays.stream(times.split(" ", -1))
        .filter(time -> !time.isEmpty())
        .map(time -> Instant.parse(day + "T" + (time.length() == 5 ? time + ":00" : time) + "Z"))
        .toList();
  }
}
