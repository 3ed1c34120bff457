package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.dynamodb.testing.Ticking;

/** Each one has to wait for as long as the pace wants it, and no longer. */
class PaceTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private final Ticking clock = new Ticking(NOW);
  private final List<Long> waited = new ArrayList<>();
  private final Pace pace =
      new Pace(
          4,
          clock,
          then -> {
            Duration wait = Duration.between(clock.instant(), then);
            waited.add(wait.toMillis());
            clock.passes(wait);
          });

  @Test
  void theFirstDoesNotWaitAndTheOthersAQuarterOfASecondEach() {
    IntStream.range(0, 4).forEach(i -> pace.keep());

    assertThat(waited).containsExactly(250L, 250L, 250L);
  }

  @Test
  void whatHasPassedByItselfIsNotWaitedFor() {
    pace.keep();
    clock.passes(Duration.ofMillis(100));
    pace.keep();
    clock.passes(Duration.ofMillis(250));
    pace.keep();

    assertThat(waited).containsExactly(150L);
  }

  @Test
  void timeInWhichNobodyCameIsNotCaughtUp() {
    pace.keep();
    clock.passes(Duration.ofMinutes(1));
    IntStream.range(0, 3).forEach(i -> pace.keep());

    assertThat(waited).containsExactly(250L, 250L);
  }

  @Test
  void whoeverWaitsIsCountedFromTheirTurnAlsoWhereTheClockStands() {
    var standing = new ArrayList<Instant>();
    var other = new Pace(4, new Ticking(NOW), standing::add);

    IntStream.range(0, 3).forEach(i -> other.keep());

    assertThat(standing).containsExactly(NOW.plusMillis(250), NOW.plusMillis(500));
  }
}
