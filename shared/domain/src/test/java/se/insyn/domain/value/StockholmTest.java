package se.insyn.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockholmTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00:00Z, PT14H",
    "2026-11-20T22:59:59Z, PT1S",
    "2026-11-20T23:00:00Z, PT24H",
    "2026-06-20T22:00:00Z, PT24H",
    "2026-10-24T22:00:00Z, PT25H",
    "2026-03-28T23:00:00Z, PT23H"
  })
  void theNextDayBeginsAtMidnightInSweden(Instant now, Duration wait) {
    assertThat(Stockholm.untilNextDay(now)).isEqualTo(wait);
  }
}
