package se.insyn.domain.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id says when, sorts by it, and is nobody else's. */
class OutboxIdTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123Z");

  @Test
  void anIdIsAUuidOfItsTime() {
    OutboxId id = OutboxId.of(NOW.plusNanos(999));

    UUID uuid = UUID.fromString(id.value());
    assertThat(List.of(uuid.version(), uuid.variant())).containsExactly(7, 2);
    assertThat(id.time()).isEqualTo(NOW);
    assertThat(OutboxId.parse(id.value())).hasValue(id);
    assertThat(OutboxId.of(NOW)).isNotEqualTo(OutboxId.of(NOW));
  }

  @Test
  void idsSortAsTheirTimesDo() {
    List<String> ids =
        IntStream.range(0, 1_000)
            .mapToObj(i -> OutboxId.of(NOW.plusMillis(i * 977L)).value())
            .toList();

    assertThat(ids).isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "OUT#",
        "..",
        "019aa0b1-0000-4000-8000-000000000000",
        "019AA0B1-0000-7000-8000-000000000000",
        "019aa0b1-0000-7000-8000-0000000000000",
        "019aa0b1-0000-7000-c000-000000000000",
        "019aa0b1-0000-7000-8000-000000000000\n"
      })
  void anythingElseWasNeverGivenOut(String text) {
    assertThat(OutboxId.parse(text)).isEmpty();
  }

  @Test
  void afterADaySomebodyMustLook() {
    OutboxId oldest = OutboxId.of(NOW);

    assertThat(OutboxPatience.isOver(oldest, NOW.plus(Duration.ofDays(1)))).isFalse();
    assertThat(OutboxPatience.isOver(oldest, NOW.plus(Duration.ofDays(1)).plusMillis(1))).isTrue();
  }
}
