package se.insyn.domain.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseHeader;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Role;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.testing.Household;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.views.ViewedCase;

/** Whether what an export holds is still seen in the same way. */
class HeldTest {

  private static final Instant TAKEN_IN = Instant.parse("2026-11-20T08:12:00Z");
  private static final CaseId CASE = CaseId.of(Household.SOURCE, Household.NUMBER);

  private final Held held =
      new Held(
          CASE,
          Held.look(viewed(TAKEN_IN, Household.TODAY)),
          Map.of(new EventId("A"), TAKEN_IN, new EventId("B"), TAKEN_IN));

  @Test
  void whatHasNotChangedIsStillSeenAlsoWhenMoreHasCome() {
    assertThat(isStillSeen(line("A", TAKEN_IN), line("B", TAKEN_IN))).isTrue();
    assertThat(isStillSeen(line("C", TAKEN_IN), line("B", TAKEN_IN), line("A", TAKEN_IN))).isTrue();
  }

  @Test
  void whatIsGoneOrAnotherVersionIsNot() {
    assertThat(isStillSeen()).isFalse();
    assertThat(isStillSeen(line("A", TAKEN_IN))).isFalse();
    assertThat(isStillSeen(line("A", TAKEN_IN), line("B", TAKEN_IN.plusNanos(1_000)))).isFalse();
  }

  @Test
  void aCaseThatLooksDifferentIsNot() {
    var lines = List.of(line("A", TAKEN_IN), line("B", TAKEN_IN));

    assertThat(held.isStillSeen(viewed(TAKEN_IN.plusSeconds(1), Household.TODAY), lines, Map.of()))
        .isFalse();
    assertThat(held.isStillSeen(viewed(TAKEN_IN, Household.TODAY.plusDays(1)), lines, Map.of()))
        .as("a person has left since")
        .isFalse();
  }

  @Test
  void anotherCaseIsNot() {
    var other = new Held(new CaseId("0".repeat(32)), held.look(), Map.of());

    assertThat(other.isStillSeen(viewed(TAKEN_IN, Household.TODAY), List.of(), Map.of())).isFalse();
  }

  private boolean isStillSeen(Line... lines) {
    return held.isStillSeen(viewed(TAKEN_IN, Household.TODAY), List.of(lines), Map.of());
  }

  private static ViewedCase viewed(Instant updatedAt, LocalDate today) {
    var child =
        new Person(
            "P3", null, List.of(), "Alva Öberg", Role.CHILD, null, Household.TODAY, true, false);
    var stored =
        new Case(
            CASE,
            Household.NUMBER,
            Household.SOURCE,
            1,
            CaseHeader.from(Pushes.ofCase().members()),
            List.of(child),
            updatedAt);
    return new ViewedCase(Household.seenBy("P1"), stored, today);
  }

  private static Line line(String id, Instant updatedAt) {
    return new Line(
        Household.seenBy("P1"),
        new EventId(id),
        Kind.DECISION,
        Household.TODAY,
        null,
        "Beslut",
        null,
        null,
        Map.of(),
        TAKEN_IN,
        updatedAt);
  }
}
