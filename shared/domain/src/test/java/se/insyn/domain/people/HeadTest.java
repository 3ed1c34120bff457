package se.insyn.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sources say of a person's protection, in whatever order it comes. */
class HeadTest {

  /** What one origin says; the hash follows from the content. */
  record Said(String origin, long version, Protection value) {

    static Said of(String word) {
      Protection value =
          switch (word.charAt(2)) {
            case '-' -> Protection.NONE;
            case 'm' -> Protection.CONFIDENTIALITY_MARKING;
            default -> Protection.PROTECTED_REGISTRATION;
          };
      return new Said(word.substring(0, 1), word.charAt(1) - '0', value);
    }

    Head.Change to(Head head) {
      return head.state(origin, version, "hash of " + value, value);
    }
  }

  /** A statement is origin, version and value: A1-, A2m (marking), A3r (registration). */
  @ParameterizedTest
  @CsvSource({
    // statements; whether protected; epoch; the last verdict
    "A1-, false, 0, APPLIED",
    "A1m, true, 1, APPLIED",
    "A1r, true, 1, APPLIED",
    "A1- A1-, false, 0, DUPLICATE",
    "A1m A1m, true, 1, DUPLICATE",
    "A1m A2m, true, 1, APPLIED",
    "A1m A2r, true, 2, APPLIED",
    "A1m A2-, false, 2, APPLIED",
    "A1m A2- A1m, false, 2, STALE", // seen before: nothing changes
    "A2- A1m, false, 1, STALE", // late: closes once
    "A2- A1m A1m, false, 1, STALE",
    "A2- A1-, false, 0, STALE",
    "A3- A1m A2m, false, 2, STALE",
    "A1- A1m, true, 1, CONFLICT", // the stricter stays
    "A1m A1-, true, 1, CONFLICT",
    "A1m A1r, true, 2, CONFLICT",
    "A1r A1m, true, 1, CONFLICT",
    "A1- A1m A2-, false, 2, APPLIED",
    "A1- A1m A2- A1m, false, 2, STALE",
    "A1m B1-, true, 1, APPLIED", // only the origin that raised it lowers it
    "A1m B2- B3-, true, 1, APPLIED",
    "A1m B1m A2-, true, 1, APPLIED",
    "A1m B1m A2- B2-, false, 2, APPLIED",
    "A1m B1r, true, 2, APPLIED",
    "A1m B1r B2-, true, 3, APPLIED",
    "B1m A2- A1m B2-, false, 3, APPLIED"
  })
  void theStrictestCountsAndEveryChangeIsCounted(
      String statements, boolean isProtected, long epoch, Verdict last) {
    Head head = Head.UNKNOWN;
    Verdict verdict = Verdict.DUPLICATE;
    for (Said said : Stream.of(statements.split(" ", -1)).map(Said::of).toList()) {
      Head.Change change = said.to(head);
      head = change.head();
      verdict = change.verdict();
    }
    assertThat(head.isProtected()).isEqualTo(isProtected);
    assertThat(head.epoch()).isEqualTo(epoch);
    assertThat(verdict).isEqualTo(last);
  }

  /** Between any two statements a case may be pushed, which is open for the epoch it saw. */
  @Property(tries = 5_000)
  void neverOpenWhereAProtectedOneStandsUnlowered(@ForAll("orders") List<Said> order) {
    Head head = Head.UNKNOWN;
    var told = new ArrayList<Said>();
    for (Said said : order) {
      Head before = head;
      head = said.to(before).head();
      boolean again = told.contains(said);
      told.add(said);
      assertThat(head.isProtected()).as("%s", told).isEqualTo(standsUnlowered(told));
      boolean openForOlderPushes = !head.isProtected() && head.epoch() == before.epoch();
      if (again) {
        assertThat(head).as("%s", told).isEqualTo(before);
      } else if (said.value() != Protection.NONE && !versionSaidProtected(told, said)) {
        assertThat(openForOlderPushes).as("%s", told).isFalse();
      }
      assertThat(head.epoch()).isGreaterThanOrEqualTo(before.epoch());
      assertThat(head.revision() > before.revision()).isEqualTo(!head.equals(before));
    }
  }

  /** For each origin its highest version counts, and of that the strictest that was said. */
  private static boolean standsUnlowered(List<Said> told) {
    return told.stream()
        .filter(said -> said.value() != Protection.NONE)
        .anyMatch(
            said ->
                told.stream()
                    .noneMatch(
                        other ->
                            other.origin().equals(said.origin())
                                && other.version() > said.version()));
  }

  /** Whether the same version had said protected before. */
  private static boolean versionSaidProtected(List<Said> told, Said last) {
    return told.subList(0, told.size() - 1).stream()
        .anyMatch(
            said ->
                said.origin().equals(last.origin())
                    && said.version() == last.version()
                    && said.value() != Protection.NONE);
  }

  @Provide
  Arbitrary<List<Said>> orders() {
    return Combinators.combine(
            Arbitraries.of("A", "B"),
            Arbitraries.longs().between(1, 4),
            Arbitraries.of(Protection.class))
        .as(Said::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Every order of four statements of two origins ends equally closed or open. */
  @Test
  void theOrderOfArrivalDoesNotDecideWhoIsProtected() {
    List<Said> all = Stream.of("A1m", "A2-", "B1r", "B2-").map(Said::of).toList();
    var ends = new HashSet<Boolean>();
    var lateOnesCounted = new HashSet<Long>();
    for (List<Said> order : orders(all)) {
      Head head = Head.UNKNOWN;
      for (Said said : order) {
        head = said.to(head).head();
      }
      ends.add(head.isProtected());
      lateOnesCounted.add(head.epoch());
    }
    assertThat(ends).isEqualTo(Set.of(false));
    assertThat(lateOnesCounted).allMatch(epoch -> epoch >= 2);
  }

  @Test
  void moreThanAHundredProtectedVersionsAreNotRememberedAndClose() {
    Head head = Head.UNKNOWN;
    for (long version = 1; version <= 101; version++) {
      head = head.state("A", version, "m", Protection.CONFIDENTIALITY_MARKING).head();
    }
    Head lowered = head.state("A", 102, "-", Protection.NONE).head();
    Head remembered = lowered.state("A", 2, "m", Protection.CONFIDENTIALITY_MARKING).head();
    Head forgotten = lowered.state("A", 1, "m", Protection.CONFIDENTIALITY_MARKING).head();
    assertThat(remembered).isEqualTo(lowered);
    assertThat(forgotten.epoch()).isEqualTo(lowered.epoch() + 1);
  }

  private static List<List<Said>> orders(List<Said> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    var orders = new ArrayList<List<Said>>();
    for (Said first : all) {
      var rest = new ArrayList<>(all);
      rest.remove(first);
      for (List<Said> order : orders(rest)) {
        orders.add(Stream.concat(Stream.of(first), order.stream()).toList());
      }
    }
    return orders;
  }
}
