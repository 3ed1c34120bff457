package se.insyn.domain.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExportTest {

  private static final Instant ORDERED = Instant.parse("2026-11-20T09:00:00Z");

  @Test
  void itIsThereForTwentyFourHours() {
    var export = Export.ordered("id", ORDERED);
    Instant end = ORDERED.plus(Duration.ofHours(24));

    assertThat(export.isOver(ORDERED)).isFalse();
    assertThat(export.isOver(end.minusNanos(1))).isFalse();
    assertThat(export.isOver(end)).isTrue();
  }
}
