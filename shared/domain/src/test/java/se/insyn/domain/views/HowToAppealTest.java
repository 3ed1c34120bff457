package se.insyn.domain.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.events.Decision;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Household;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/** By when one person can appeal, and how that is known. */
class HowToAppealTest {

  private static final Map<String, ?> BOARD = Map.of("name", "Socialnämnden");
  private static final Push REJECTED =
      Pushes.decision()
          .with("date", "2026-11-12")
          .with("outcome", "rejected")
          .with("appealTo", BOARD)
          .with("audience", List.of("P1", "P2"));
  private static final Push RECEIVED =
      REJECTED.with("receivedBy", List.of(Map.of("personId", "P1", "on", "2026-11-13")));

  /** Half past midnight in Stockholm, on the 19th. */
  private static final Instant OPENED = Instant.parse("2026-11-18T23:30:00Z");

  @Test
  void whoIsKnownToHaveGotItIsToldTheLastDay() {
    assertThat(of("P1", RECEIVED, null))
        .isEqualTo(
            Json.parse(
                """
                {"appealable": true, "appealTo": {"name": "Socialnämnden"}, "basis": "received",
                 "receivedOn": "2026-11-13", "lastDay": "2026-12-04"}
                """));
  }

  @Test
  void whatTheOtherAdultGotIsNobodyElsesDay() {
    assertThat(of("P2", RECEIVED, null)).isEqualTo(unknown());
  }

  @Test
  void whatIsNotifiedHereIsGotOnTheDayItWasFirstOpened() {
    assertThat(of("P1", REJECTED.with("notifiedHere", true), OPENED))
        .isEqualTo(
            Json.parse(
                """
                {"appealable": true, "appealTo": {"name": "Socialnämnden"}, "basis": "read-here",
                 "receivedOn": "2026-11-19", "lastDay": "2026-12-10"}
                """));
  }

  @Test
  void whatIsNotifiedHereAndNotOpenedHasNoDay() {
    assertThat(of("P1", REJECTED.with("notifiedHere", true), null)).isEqualTo(unknown());
  }

  @Test
  void whatIsNotNotifiedHereIsNotGotByOpeningIt() {
    assertThat(of("P1", REJECTED, OPENED)).isEqualTo(unknown());
  }

  @Test
  void theDayThatTheOfficeKnowsCounts() {
    assertThat(of("P1", RECEIVED.with("notifiedHere", true), OPENED))
        .containsEntry("basis", "received")
        .containsEntry("receivedOn", "2026-11-13");
  }

  @Test
  void aDayThatHasNotComeIsNotKnown() {
    assertThat(of("P1", RECEIVED.with("receivedBy/0/on", "2026-11-20"), null))
        .containsEntry("receivedOn", "2026-11-20");
    assertThat(of("P1", RECEIVED.with("receivedBy/0/on", "2026-11-21"), null)).isEqualTo(unknown());
  }

  @Test
  void aDayBeforeTheDecisionIsAnErrorAndNotKnown() {
    assertThat(of("P1", RECEIVED.with("receivedBy/0/on", "2026-11-12"), null))
        .containsEntry("receivedOn", "2026-11-12");
    assertThat(of("P1", RECEIVED.with("receivedBy/0/on", "2026-11-11"), null)).isEqualTo(unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"replaced", "revoked"})
  void aDecisionThatIsNotInForceCannotBeAppealed(String status) {
    assertThat(of("P1", RECEIVED.with("status", status), null))
        .isEqualTo(
            Json.parse(
                """
                {"appealable": false, "basis": "received", "receivedOn": "2026-11-13"}
                """));
  }

  @Test
  void whetherOneThatIsInForceCanIsTheOfficesWord() {
    assertThat(of("P1", RECEIVED.with("appealable", false), null))
        .containsEntry("appealable", false)
        .doesNotContainKeys("appealTo", "lastDay");
    assertThat(of("P1", RECEIVED.with("outcome", "granted"), null))
        .containsEntry("appealable", false);
    assertThat(of("P1", RECEIVED.with("outcome", "granted").with("appealable", true), null))
        .containsEntry("lastDay", "2026-12-04");
  }

  private static Object unknown() {
    return Json.parseObject(
        """
        {"appealable": true, "appealTo": {"name": "Socialnämnden"}, "basis": "unknown"}
        """);
  }

  private static Map<String, Object> of(String personId, Push push, @Nullable Instant opened) {
    return HowToAppeal.of(
            (Decision) push.event(), Household.seenBy(personId), opened, Household.TODAY)
        .shown()
        .members();
  }
}
