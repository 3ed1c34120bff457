package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.http.Problem;

class FactPushTest {

  private final Office office = new Office();

  @BeforeEach
  void aCaseIsKnown() {
    assertThat(office.push(Pushes.ofCase())).isEqualTo("applied");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aVisibleFactIsSeenByThePersonOfTheCase() {
    assertThat(office.push(Pushes.decision())).isEqualTo("applied");

    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
  }

  @Test
  void aFactThatIsNotSaidToBeVisibleIsNotSeen() {
    office.push(Pushes.decision().without("visible"));

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void aRetractedFactIsGoneAtOnceAndComesBackWithAHigherVersion() {
    office.push(Pushes.decision());

    office.push(Pushes.decision().with("version", 2).with("retracted", true));
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();

    office.push(Pushes.decision().with("version", 3));
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
  }

  @Test
  void onlyAFactThatIsOpenToSomebodyIsTheirLatest() {
    office.push(Pushes.household().with("version", 2));
    office.push(Pushes.decision().with("audience", List.of("P1")));
    Instant first = office.clock.instant();
    office.clock.forward(Duration.ofMinutes(5));
    office.push(Pushes.payment().with("audience", List.of("P2")));
    office.push(
        Pushes.decision().with("version", 2).with("audience", List.of("P1")).without("visible"));

    assertThat(office.lastFactAt(Pushes.APPLICANT)).isEqualTo(first);
    assertThat(office.lastFactAt(Pushes.CO_APPLICANT)).isEqualTo(office.clock.instant());
  }

  @Test
  void aCasePushKeepsWhenTheLastFactCame() {
    office.push(Pushes.decision());
    Instant first = office.clock.instant();
    office.clock.forward(Duration.ofMinutes(5));
    office.push(Pushes.ofCase().with("version", 2));

    assertThat(office.lastFactAt(Pushes.APPLICANT)).isEqualTo(first);
  }

  @Test
  void theSamePushAgainIsADuplicateAndChangesNothing() {
    office.push(Pushes.decision());
    String before = office.stored();
    long audit = office.auditRows();

    assertThat(office.push(Pushes.decision())).isEqualTo("duplicate");

    assertThat(office.stored()).isEqualTo(before);
    assertThat(office.auditRows()).isEqualTo(audit);
  }

  @Test
  void anOlderVersionIsStaleAndTheSameWithOtherContentAConflict() {
    office.push(Pushes.decision().with("version", 2));
    String before = office.stored();

    assertThat(office.push(Pushes.decision())).isEqualTo("stale");
    assertThat(office.push(Pushes.decision().with("version", 2).with("decision", "Annat")))
        .isEqualTo("409");
    assertThat(office.push(Pushes.decision().with("version", 2).with("unheardOf", 1)))
        .isEqualTo("409");

    assertThat(office.stored()).isEqualTo(before);
  }

  @Test
  void theOrderOfMembersAndAbsentOnesDoNotMakeAnotherContent() {
    office.push(Pushes.decision());

    assertThat(office.push(Pushes.decision().with("date", "2026-11-20").with("period", null)))
        .isEqualTo("duplicate");
  }

  @Test
  void anIdOfAnotherKindIsRefused() {
    office.push(Pushes.decision());

    assertThat(office.pointers(Pushes.payment().with("id", "BES-1"))).containsExactly("/data/id");
  }

  @Test
  void aCaseThatThisSourceNeverPushedIsUnknownBeforeAnythingElseIsSaid() {
    assertThat(office.push(Office.OTHER, Pushes.decision())).isEqualTo("404");
    assertThat(office.push(Office.OTHER, Pushes.decision().with("outcome", "maybe")))
        .isEqualTo("404");
    assertThat(office.push(Pushes.decision().with("outcome", "maybe"))).isEqualTo("422");
    assertThat(office.push(Pushes.decision().without("caseNumber"))).isEqualTo("422");
  }

  @Test
  void theAudienceMayBeLeftOutOnlyWhileOnePersonCanLogIn() {
    office.push(Pushes.household().with("version", 2));

    assertThat(office.pointers(Pushes.decision().without("audience")))
        .containsExactly("/data/audience");
    assertThat(office.push(Pushes.decision().with("audience", List.of("P1", "P2"))))
        .isEqualTo("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).containsExactly("BES-1");
  }

  @Test
  void theAudienceMustStillBeGivenWhenTheSecondPersonHasLeft() {
    office.push(Pushes.household().with("version", 2));
    office.push(Pushes.ofCase().with("version", 3));

    assertThat(office.pointers(Pushes.decision().without("audience")))
        .containsExactly("/data/audience");
    assertThat(office.push(Pushes.decision().with("audience", List.of("P2")))).isEqualTo("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isNull();
  }

  @Test
  void anIdThatWasNeverInTheCaseIsRefusedAndAnEmptyAudienceIsNobody() {
    assertThat(office.pointers(Pushes.decision().with("audience", List.of("P1", "P9"))))
        .containsExactly("/data/audience/1");

    office.push(Pushes.decision().with("audience", List.of()));
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void whoJoinsLaterSeesNothingOlderUntilANewVersionComes() {
    office.push(Pushes.decision().with("audience", List.of("P1")));
    office.push(Pushes.household().with("version", 2));
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isEmpty();

    office.push(Pushes.decision().with("version", 2).with("audience", List.of("P1", "P2")));
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).containsExactly("BES-1");
  }

  @Test
  void aDocumentWithAFileIsTakenAndStaysClosed() {
    assertThat(office.push(Pushes.file())).isEqualTo("applied");

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void unknownMembersAreNamedAndIgnored() {
    Push push = Pushes.payment().with("colour", "red").with("payee/mood", "good");

    assertThat(office.answer(Office.LIFECARE, push).get("ignored"))
        .isEqualTo(List.of("/data/colour", "/data/payee/mood"));
  }

  @Test
  void onlyTheLastFourDigitsOfAnAccountAreStored() {
    office.push(Pushes.payment().with("account", "8327-9 123 456 789-0"));

    assertThat(office.stored()).doesNotContain("8327").contains("\"account\":\"7890\"");
  }

  @Test
  void aPushIsOneBatchOfReadsAndOneTransaction() {
    var counted = Calls.during(() -> office.push(Pushes.decision()));

    assertThat(counted.operations()).containsExactly("BatchGetItem", "TransactWriteItems");
  }

  @Test
  void aDryRunAnswersAsItWouldAndStoresNothing() {
    String before = office.stored();
    var source = new Source(Office.LIFECARE);

    assertThat(
            office
                .updates()
                .take(source, Pushes.decision().cloudEvent(Office.LIFECARE), true)
                .get("result"))
        .isEqualTo("applied");

    assertThat(office.stored()).isEqualTo(before);
    assertThat(office.auditRows()).isEqualTo(1);
  }

  @Test
  void whoSawAFactBeforeKeepsSinceWhenAcrossVersions() {
    office.push(Pushes.decision());
    office.clock.forward(Duration.ofDays(1));
    office.push(Pushes.decision().with("version", 2));

    String since = Long.toString(TestBeans.START.toEpochMilli());
    assertThat(office.stored(office.tables.cases()))
        .contains("audience={citizen-" + hash() + "=" + since);
  }

  private static String hash() {
    return Integer.toHexString(Pushes.APPLICANT.hashCode());
  }

  @Test
  void everyActLeavesItsRowInTheAudit() {
    office.push(Pushes.decision());

    assertThat(office.stored(office.tables.audit()))
        .contains("act=push", "by=/lifecare", "what=decision", "id=BES-1", "version=1");
  }

  @Test
  void anEventOfAnotherSourceThanTheTokensIsForbidden() {
    var event = Pushes.decision().cloudEvent(Office.OTHER);

    assertThatThrownBy(() -> office.updates().take(new Source(Office.LIFECARE), event, false))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
  }

  @Test
  void whatWasSeenBeforeItWasHiddenIsNotNewAgain() {
    office.push(Pushes.decision());
    office.clock.forward(Duration.ofDays(1));
    office.push(Pushes.decision().with("version", 2).with("visible", false));
    office.clock.forward(Duration.ofDays(1));
    office.push(Pushes.decision().with("version", 3));

    assertThat(office.stored(office.tables.cases()))
        .contains("audience={citizen-" + hash() + "=" + TestBeans.START.toEpochMilli());
  }

  @Test
  void whatWasHiddenAtFirstIsNewWhenItOpens() {
    office.push(Pushes.decision().with("visible", false));
    office.clock.forward(Duration.ofDays(1));
    office.push(Pushes.decision().with("version", 2));

    long opened = TestBeans.START.plus(Duration.ofDays(1)).toEpochMilli();
    assertThat(office.stored(office.tables.cases()))
        .contains("audience={citizen-" + hash() + "=" + opened);
  }

  @Test
  void whatWasWrittenToTheOtherAdultStaysTheirsWhenRolesChange() {
    office.push(Pushes.household().with("version", 2));
    office.push(Pushes.decision().with("audience", List.of("P1", "P2")));
    office.push(
        Pushes.household()
            .with("version", 3)
            .with("persons/0/role", "co-applicant")
            .with("persons/1/role", "applicant"));

    assertThat(office.detailAsCoApplicant(Pushes.APPLICANT, "BES-1")).isFalse();
    assertThat(office.detailAsCoApplicant(Pushes.CO_APPLICANT, "BES-1")).isTrue();
  }

  @Test
  void aWrongAudienceIsSaidBeforeAConflict() {
    office.push(Pushes.decision());

    assertThat(office.pointers(Pushes.decision().with("audience", List.of("P9"))))
        .containsExactly("/data/audience/0");
  }

  @Test
  void anAccountThatEndsInTheSameDigitsIsTheSameContent() {
    office.push(Pushes.payment().with("account", "8327-9 123 456 789-0"));

    assertThat(office.push(Pushes.payment().with("account", "1111 7890"))).isEqualTo("duplicate");
    assertThat(office.push(Pushes.payment().with("account", "1111 7891"))).isEqualTo("409");
  }

  @Test
  void aWrongEnvelopeOfAnUnknownCaseIsAnUnknownCase() {
    var event = Pushes.decision().with("caseNumber", "NONE").cloudEvent(Office.LIFECARE);
    event.put("time", "yesterday");

    assertThatThrownBy(() -> office.updates().take(new Source(Office.LIFECARE), event, false))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
  }
}
