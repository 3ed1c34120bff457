package se.insyn.domain.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.people.Citizen;

/** The borders of 15 minutes, 8 hours and one minute. */
class SessionLifetimeTest {

  private static final Instant BEGAN = Instant.parse("2026-11-20T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // last seen and now, since the login; alive; worth a touch
    "PT0S, PT-0.001S, false, false", // a clock that went back
    "PT0S, PT0S, true, false",
    "PT0S, PT59.999S, true, false",
    "PT0S, PT1M, true, true",
    "PT0S, PT14M59.999S, true, true",
    "PT0S, PT15M, false, true",
    "PT0S, PT24H, false, true",
    "PT1H, PT1H14M59.999S, true, true",
    "PT1H, PT1H15M, false, true",
    "PT7H50M, PT7H59M59.999S, true, true",
    "PT7H50M, PT8H, false, true",
    "PT7H59M59S, PT8H, false, false"
  })
  void aSessionEndsWithIdlenessOrWithTheDay(
      Duration lastSeen, Duration now, boolean alive, boolean dueForTouch) {
    Session session = session(lastSeen);
    assertThat(SessionLifetime.isAlive(session, BEGAN.plus(now))).isEqualTo(alive);
    assertThat(SessionLifetime.isDueForTouch(session, BEGAN.plus(now))).isEqualTo(dueForTouch);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT15M", "PT7H45M, PT8H", "PT7H44M59S, PT7H59M59S", "PT7H50M, PT8H"})
  void whatIsSaidToBeTheEndIsNeverAfterTheLastInstant(Duration lastSeen, Duration end) {
    assertThat(SessionLifetime.idleExpires(session(lastSeen))).isEqualTo(BEGAN.plus(end));
  }

  @Test
  void aSessionLastsEightHoursAtMost() {
    assertThat(SessionLifetime.expires(BEGAN)).isEqualTo(BEGAN.plus(Duration.ofHours(8)));
  }

  private static Session session(Duration lastSeen) {
    return new Session(
        "id",
        new Citizen("citizen"),
        BEGAN,
        BEGAN.plus(lastSeen),
        SessionLifetime.expires(BEGAN),
        null,
        "sealed name",
        "sealed number");
  }
}
