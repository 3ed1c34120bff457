package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.testing.Calls;

/** Gallring: what is erased is seen by nobody, and nothing that was pushed before comes back. */
class ErasePushTest {

  private final Office office = new Office();

  @BeforeEach
  void aDecisionIsSeen() {
    office.push(Pushes.ofCase());
    office.push(Pushes.decision());
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void anErasedFactLeavesNothingButItsVersion() {
    assertThat(office.push(erase("BES-1", 2))).isEqualTo("applied");

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.stored(office.tables.cases()))
        .contains("EVENT#BES-1")
        .doesNotContain("Strukturerat");
    assertThat(office.push(erase("BES-1", 2))).isEqualTo("duplicate");
    assertThat(office.push(Pushes.decision())).isEqualTo("stale");
    assertThat(office.push(Pushes.decision().with("version", 2))).isEqualTo("409");
    assertThat(office.push(Pushes.payment().with("id", "BES-1").with("version", 3)))
        .isEqualTo("422");
    assertThat(office.push(Pushes.decision().with("version", 3))).isEqualTo("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
    assertThat(office.push(erase("BES-1", 2))).isEqualTo("stale");
  }

  @Test
  void anErasureOfAFactThatNeverCameMakesItStaleWhenItDoes() {
    assertThat(office.push(erase("BES-9", 5))).isEqualTo("applied");

    assertThat(office.push(Pushes.decision().with("id", "BES-9"))).isEqualTo("stale");
    assertThat(office.push(Pushes.decision().with("id", "BES-9").with("version", 6)))
        .isEqualTo("applied");
  }

  @Test
  void anErasedCaseIsUnknownUntilAHigherOneAndIsEmptyThen() {
    assertThat(office.push(erase(null, 2))).isEqualTo("applied");

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
    assertThat(office.stored(office.tables.cases())).doesNotContain("Elias");
    assertThat(office.push(Pushes.decision().with("version", 2))).isEqualTo("404");
    assertThat(office.push(erase("BES-1", 2))).isEqualTo("404");
    assertThat(office.push(Pushes.ofCase())).isEqualTo("stale");
    assertThat(office.push(erase(null, 2))).isEqualTo("duplicate");

    assertThat(office.push(Pushes.ofCase().with("version", 3))).isEqualTo("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.push(Pushes.decision())).isEqualTo("stale");
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.push(Pushes.decision().with("version", 2))).isEqualTo("applied");
    assertThat(office.push(Pushes.payment())).isEqualTo("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactlyInAnyOrder("BES-1", "UTB-1");
  }

  @Test
  void whatHappensToTheCaseMeanwhileDoesNotBringTheOldFactsBack() {
    office.push(erase(null, 2));
    office.push(Pushes.ofCase().with("version", 3));
    office.clock.forward(Duration.ofDays(1));
    office.push(Pushes.ofCase().with("version", 4));

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.push(Pushes.payment())).isEqualTo("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("UTB-1");
  }

  @Test
  void aSecondErasureCoversNoLessThanTheFirst() {
    office.push(Pushes.push("erase", "{\"caseNumber\": \"IFO-2026-00123\", \"version\": 2}"));
    office.push(Pushes.ofCase().with("version", 3));
    office.push(Pushes.decision().with("version", 4));
    office.clock.forward(Duration.ofSeconds(-4));
    office.push(Pushes.push("erase", "{\"caseNumber\": \"IFO-2026-00123\", \"version\": 4}"));
    office.clock.forward(Duration.ofMinutes(1));
    office.push(Pushes.ofCase().with("version", 5));

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void anErasureLowersNoProtection() {
    office.push(
        Pushes.ofCase().with("version", 2).with("persons/0/protection", "protected-registration"));
    office.push(erase(null, 3));
    office.push(Pushes.ofCase().with("caseNumber", "EB-2"));

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void whoCountsAsWhoIsStillKnownAfterwards() {
    office.push(erase(null, 2));
    office.push(
        Pushes.ofCase()
            .with("version", 3)
            .with("persons/0/personalNumber", "197605239917")
            .with("persons/0/previousNumbers", List.of(Pushes.APPLICANT)));
    office.push(Pushes.protection(Pushes.APPLICANT, Protection.CONFIDENTIALITY_MARKING.code()));

    assertThat(office.seenBy("197605239917")).isNull();
  }

  @Test
  void theCaseOfAnotherSourceIsNotErased() {
    assertThat(office.push(Office.OTHER, erase(null, 2))).isEqualTo("applied");
    assertThat(office.push(Office.OTHER, erase("BES-1", 2))).isEqualTo("404");

    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
  }

  @Test
  void eachErasureIsOneTransactionAndLeavesATaskAndARow() {
    long rows = office.auditRows();
    assertThat(Calls.during(() -> office.push(erase("BES-1", 2))).operations())
        .containsExactly("BatchGetItem", "TransactWriteItems");
    assertThat(Calls.during(() -> office.push(erase(null, 2))).operations())
        .containsExactly("BatchGetItem", "TransactWriteItems");

    assertThat(office.auditRows()).isEqualTo(rows + 2);
    assertThat(office.stored(office.tables.systems()))
        .contains(TaskItems.first(TaskItems.ERASE))
        .contains("#BES-1")
        // Facts of a clock that is behind are covered, files that come with the next case are not.
        .contains("erasedAt=2026-11-20T11:00:05Z", "filesUntil=2026-11-20T11:00:00Z");
  }

  @Test
  void aDryRunErasesNothing() {
    String before = office.stored();
    assertThat(office.dryRun(erase(null, 2))).isEqualTo("applied");
    assertThat(office.stored()).isEqualTo(before);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(office.pointers(erase("BES-1", 0))).containsExactly("/data/version");
    assertThat(office.pointers(erase("a b", 2))).containsExactly("/data/id");
    assertThat(office.pointers(erase(null, 2).without("caseNumber")))
        .containsExactly("/data/caseNumber");
  }

  @Test
  void everyOrderOfACaseItsErasureAndTheNextEndsInTheSame() {
    List<Push> pushes =
        List.of(
            Pushes.ofCase().with("version", 2),
            erase(null, 3),
            Pushes.ofCase().with("version", 4),
            erase("BES-1", 2));
    var ends = new HashSet<String>();
    for (List<Push> order : Office.orders(pushes)) {
      office.empty();
      office.push(Pushes.ofCase());
      office.push(Pushes.decision());
      var late = new ArrayList<Push>();
      for (Push push : order) {
        if (office.push(push).equals("404")) {
          late.add(push); // of a case that is erased just now: the source sends it again
        }
      }
      late.forEach(office::push);
      ends.add(String.valueOf(office.seenBy(Pushes.APPLICANT)));
    }
    assertThat(ends).containsExactly("[]");
  }

  private static Push erase(@Nullable String id, int version) {
    Push push =
        Pushes.push("erase", "{\"caseNumber\": \"IFO-2026-00123\"}").with("version", version);
    return id == null ? push : push.with("id", id);
  }
}
