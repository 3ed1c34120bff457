package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Conflicts;

class CasePushTest {

  private static final String COORDINATION_NUMBER = "198406829906";

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aCaseIsSeenByItsAdultsAndByNobodyElse() {
    assertThat(office.push(Pushes.household())).isEqualTo("applied");

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isEmpty();
    assertThat(office.seenBy(COORDINATION_NUMBER)).isNull();
  }

  @Test
  void noPersonalNumberIsStoredAnywhere() {
    office.push(Pushes.household());

    assertThat(office.stored() + office.stored(office.tables.audit()))
        .doesNotContain(Pushes.APPLICANT)
        .doesNotContain(Pushes.CO_APPLICANT);
  }

  @Test
  void whoIsLeftOutOfAPushSeesTheCaseNoMore() {
    office.push(Pushes.household());

    office.push(Pushes.ofCase().with("version", 2));

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isNull();
  }

  @Test
  void whoOnlyStandsAsAChildOrAnotherHasNoSession() {
    for (String role : List.of("child", "other")) {
      office.push(Pushes.household().with("version", role.length()).with("persons/1/role", role));

      assertThat(office.seenBy(Pushes.CO_APPLICANT)).as(role).isNull();
      assertThat(office.seenBy(Pushes.APPLICANT)).as(role).isEmpty();
    }
  }

  @Test
  void aProtectedAdultHidesTheCaseFromTheOtherAtOnce() {
    office.push(Pushes.household());

    assertThat(
            office.push(
                Office.OTHER, Pushes.protection(Pushes.APPLICANT, "confidentiality-marking")))
        .isEqualTo("applied");

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isNull();
  }

  @Test
  void aProtectedChildWithoutANumberHidesTheCaseToo() {
    office.push(Pushes.household());

    office.push(
        Pushes.household()
            .with("version", 2)
            .with("persons/2/protection", "protected-registration"));
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();

    office.push(Pushes.household().with("version", 3));
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void whoHasLeftButIsProtectedStillCountsWhileTheyStandInThePush() {
    office.push(
        Pushes.household()
            .with("persons/1/to", "2026-11-01")
            .with("persons/1/protection", "protected-registration"));

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void beingLeftOutLowersNothing() {
    office.push(Pushes.household().with("persons/1/protection", "protected-registration"));

    office.push(Pushes.ofCase().with("version", 2));

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isNull();
    assertThat(office.stored(office.tables.people())).contains("protected-registration");
  }

  @Test
  void onlyTheOriginThatRaisedAProtectionCanLowerIt() {
    office.push(Pushes.ofCase());
    office.push(Office.OTHER, Pushes.protection(Pushes.APPLICANT, "protected-registration"));

    office.push(Pushes.protection(Pushes.APPLICANT, "none").with("version", 9));
    office.push(Pushes.ofCase().with("version", 2));
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();

    office.push(Office.OTHER, Pushes.protection(Pushes.APPLICANT, "none").with("version", 2));
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
    office.push(Pushes.ofCase().with("version", 3));
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void theSameVersionWithAStricterProtectionIsAConflictThatCloses() {
    office.push(Pushes.ofCase());

    assertThat(office.push(Pushes.ofCase().with("persons/0/protection", "confidentiality-marking")))
        .isEqualTo("409");

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void aConflictOfStatementsKeepsTheStricter() {
    office.push(Pushes.ofCase());
    office.push(Pushes.protection(Pushes.APPLICANT, "confidentiality-marking"));

    assertThat(office.push(Pushes.protection(Pushes.APPLICANT, "none"))).isEqualTo("409");
    assertThat(office.push(Pushes.protection(Pushes.APPLICANT, "protected-registration")))
        .isEqualTo("409");

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
    assertThat(office.stored(office.tables.people())).contains("protected-registration");
  }

  @Test
  void aProtectionOfANumberThatNobodyKnowsIsAnsweredTheSameAndCountsLater() {
    assertThat(office.push(Pushes.protection(Pushes.APPLICANT, "protected-registration")))
        .isEqualTo("applied");

    office.push(Pushes.ofCase());

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void withTheOldNumberGivenThePersonKeepsWhatTheySawAndTheOldOneOpensNothing() {
    office.push(Pushes.ofCase().with("persons/0/personalNumber", COORDINATION_NUMBER));
    office.push(Pushes.decision());
    assertThat(office.seenBy(COORDINATION_NUMBER)).containsExactly("BES-1");

    office.push(renumbered());

    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
    assertThat(office.seenBy(COORDINATION_NUMBER)).isNull();
  }

  @Test
  void withoutTheOldNumberItIsAnotherHumanWhoSeesNothingOlder() {
    office.push(Pushes.ofCase().with("persons/0/personalNumber", COORDINATION_NUMBER));
    office.push(Pushes.decision());

    office.push(Pushes.ofCase().with("version", 2));

    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void whoIsGivenAnothersIdDoesNotGetWhatWasOnlyTheirs() {
    office.push(Pushes.household());
    office.push(
        Pushes.payment()
            .with("account", "12345678901234")
            .with("payee/address", List.of("Storgatan 1"))
            .with("audience", List.of("P1", "P2")));
    assertThat(office.listed(Pushes.APPLICANT)).contains("1234", "Storgatan 1", "you=true");

    office.push(
        Pushes.ofCase()
            .with("version", 2)
            .with("persons/0/personalNumber", Pushes.CO_APPLICANT)
            .with("persons/0/name", "Åsa-Lena Gustafsson"));

    assertThat(office.seenBy(Pushes.CO_APPLICANT)).containsExactly("UTB-1");
    assertThat(office.listed(Pushes.CO_APPLICANT))
        .doesNotContain("1234", "Storgatan 1", "you=true");
    assertThat(office.shown(Pushes.CO_APPLICANT, "UTB-1").toString())
        .doesNotContain("1234", "Storgatan 1", "you=true");
  }

  @Test
  void aCaseThatWasOpenedAgainIsShownHoweverLongAgoItWasClosed() {
    office.push(Pushes.ofCase().with("openedOn", "2001-01-01").with("closedOn", "2001-02-01"));
    office.push(Pushes.decision());

    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
    assertThat(office.stored(office.tables.systems())).isEmpty();
  }

  @Test
  void whatWasKeptLongEnoughMeanwhileTakesNothingIn() {
    office.push(Pushes.ofCase());
    office.context.getBean(Conflicts.class).cancelBefore("", transaction -> keptLongEnough());

    assertThat(office.push(Pushes.decision())).isEqualTo("404");
    assertThat(office.stored(office.tables.cases())).doesNotContain("EVENT#");
  }

  /** What upkeep leaves of the case: a tombstone of the same version; false = let it be sent. */
  private boolean keptLongEnough() {
    CaseId id = CaseId.of(new Source(Office.LIFECARE), new CaseNumber(Pushes.CASE_NUMBER));
    office.client.putItem(
        put ->
            put.tableName(office.tables.cases())
                .item(CaseItems.tombstone(id, 1, "hash", List.of(), office.clock.instant())));
    return false;
  }

  @Test
  void protectionOfEitherNumberCountsForBoth() {
    office.push(renumbered());
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();

    office.push(Office.OTHER, Pushes.protection(COORDINATION_NUMBER, "protected-registration"));

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  private static Push renumbered() {
    return Pushes.ofCase()
        .with("version", 2)
        .with("persons/0/previousNumbers", List.of(COORDINATION_NUMBER));
  }

  @Test
  void aNumberThatTurnsOutToBeAnothersOpensNothingOfTheirs() {
    office.push(Pushes.ofCase().with("persons/0/previousNumbers", List.of(Pushes.CO_APPLICANT)));
    office.push(Pushes.household().with("version", 2));
    office.push(Pushes.decision().with("audience", List.of("P2")));
    office.push(Pushes.message().with("to", "P2"));

    assertThat(office.seenBy(Pushes.CO_APPLICANT)).containsExactly("BES-1");
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
    assertThat(office.push(Pushes.message().with("id", "MED-2").with("threadId", "MED-1")))
        .isEqualTo("404");
    office.push(Pushes.push("erase", "{\"caseNumber\": \"IFO-2026-00123\", \"version\": 3}"));
    office.push(Pushes.household().with("version", 4));
    office.clock.forward(Duration.ofMinutes(1));
    office.push(Pushes.decision().with("audience", List.of("P2")));
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void nobodyStandsInACaseTwice() {
    assertThat(office.pointers(Pushes.household().with("persons/1/id", "P1")))
        .containsExactly("/data/persons/1/id");
    assertThat(
            office.pointers(Pushes.household().with("persons/1/personalNumber", Pushes.APPLICANT)))
        .containsExactly("/data/persons/1");
  }

  @Test
  void aNumberMustHaveTwelveDigitsAndHold() {
    for (String wrong :
        List.of("0007169915", "20000716-9915", "200007169916", "x", "２００００７１６９９１５")) {
      assertThat(office.pointers(Pushes.ofCase().with("persons/0/personalNumber", wrong)))
          .as(wrong)
          .containsExactly("/data/persons/0/personalNumber");
    }
  }

  @Test
  void protectionThatIsMissingOrUnknownIsRefused() {
    for (Object wrong : new Object[] {"ja", " none", "NONE", true}) {
      assertThat(office.pointers(Pushes.ofCase().with("persons/0/protection", wrong)))
          .containsExactly("/data/persons/0/protection");
    }
    assertThat(office.pointers(Pushes.ofCase().without("persons/0/protection")))
        .containsExactly("/data/persons/0/protection");
  }

  @Test
  void moreThanTwentyFourPersonsAreRefused() {
    Push many = Pushes.ofCase();
    for (int i = 0; i < 24; i++) {
      many =
          many.adding(
              "persons",
              Json.parseObject(
                  "{\"id\": \"C%d\", \"name\": \"Barn\", \"role\": \"child\", \"protection\": \"none\"}"
                      .formatted(i)));
    }

    assertThat(office.pointers(many)).containsExactly("/data/persons");
    assertThat(office.push(many.without("persons/24"))).isEqualTo("applied");
  }

  @Test
  void theNextStepNeedsAnAudienceWhereTwoCanLogIn() {
    Object step = Json.parseObject("{\"text\": \"Lämna kontoutdrag\", \"actor\": \"citizen\"}");

    assertThat(office.pointers(Pushes.household().with("nextStep", step)))
        .containsExactly("/data/nextStep/audience");
    assertThat(
            office.pointers(
                Pushes.household().with("nextStep", step).with("nextStep/audience", List.of("P9"))))
        .containsExactly("/data/nextStep/audience/0");
    assertThat(office.push(Pushes.ofCase().with("nextStep", step))).isEqualTo("applied");
  }

  @Test
  void aCasePushIsOneBatchOfReadsAndOneTransaction() {
    var counted = Calls.during(() -> office.push(Pushes.household()));

    assertThat(counted.operations()).containsExactly("BatchGetItem", "TransactWriteItems");
  }

  @Test
  void aRepeatedPushChangesNothing() {
    office.push(Pushes.household());
    String before = office.stored();

    assertThat(office.push(Pushes.household())).isEqualTo("duplicate");

    assertThat(office.stored()).isEqualTo(before);
  }

  @Test
  void aRefusalTakesTheSameCallsWhateverItsReason() {
    var unknown = Calls.during(() -> Optional.ofNullable(office.seenBy(COORDINATION_NUMBER)));
    office.push(Pushes.household().with("persons/2/role", "child"));
    office.push(Pushes.protection(Pushes.APPLICANT, "protected-registration"));
    office.push(Pushes.protection(COORDINATION_NUMBER, "confidentiality-marking"));

    assertThat(unknown.operations()).containsExactly("Query", "BatchGetItem");
    for (String number : List.of(Pushes.APPLICANT, Pushes.CO_APPLICANT, COORDINATION_NUMBER)) {
      var refused = Calls.during(() -> Optional.ofNullable(office.seenBy(number)));
      assertThat(refused.result()).as(number).isEmpty();
      assertThat(refused.operations()).as(number).isEqualTo(unknown.operations());
    }
  }

  @Test
  void anEarlierNumbersProtectionCountsAlsoWhenAPushNoLongerNamesIt() {
    office.push(Pushes.ofCase().with("persons/0/personalNumber", COORDINATION_NUMBER));
    office.push(renumbered());
    office.push(Office.OTHER, Pushes.protection(COORDINATION_NUMBER, "protected-registration"));

    office.push(Pushes.ofCase().with("version", 3));

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void leavingANumberOutTakesNobodysProtectionOff() {
    office.push(Pushes.household().with("persons/2/personalNumber", COORDINATION_NUMBER));
    office.push(Office.OTHER, Pushes.protection(COORDINATION_NUMBER, "protected-registration"));

    office.push(Pushes.household().with("version", 2));

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void aLatePushThatProtectsAPersonWithoutTheirNumberStillCloses() {
    Push withNumber = Pushes.household().with("persons/2/personalNumber", COORDINATION_NUMBER);
    office.push(withNumber.with("version", 6));

    assertThat(
            office.push(
                Pushes.household()
                    .with("version", 5)
                    .with("persons/2/protection", "protected-registration")))
        .isEqualTo("stale");

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void aSessionThatProtectionEndedDoesNotComeBack() {
    office.push(Pushes.ofCase());
    var began = office.clock.instant();
    assertThat(office.seenBy(Pushes.APPLICANT, began)).isEmpty();
    office.clock.forward(Duration.ofMinutes(1));
    office.push(Office.OTHER, Pushes.protection(Pushes.APPLICANT, "confidentiality-marking"));
    office.push(Office.OTHER, Pushes.protection(Pushes.APPLICANT, "none").with("version", 2));
    office.push(Pushes.ofCase().with("version", 2));
    office.clock.forward(Duration.ofMinutes(1));

    assertThat(office.seenBy(Pushes.APPLICANT, began)).isNull();
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void anIdIsNoPersonalNumber() {
    assertThat(office.pointers(Pushes.ofCase().with("persons/0/id", Pushes.APPLICANT)))
        .containsExactly("/data/persons/0/id");
    assertThat(office.pointers(Pushes.ofCase().with("caseworkers/0/id", "19760523-9917")))
        .containsExactly("/data/caseworkers/0/id");
  }

  @Test
  void anotherHumanUnderTheSameIdIsASecondOneWhoCouldLogIn() {
    office.push(Pushes.ofCase().with("persons/0/personalNumber", COORDINATION_NUMBER));
    office.push(Pushes.ofCase().with("version", 2));

    assertThat(office.pointers(Pushes.decision().without("audience")))
        .containsExactly("/data/audience");
  }

  @Test
  void aCaseNeedsItsCaseworkersEvenIfThereAreNone() {
    assertThat(office.pointers(Pushes.ofCase().without("caseworkers")))
        .containsExactly("/data/caseworkers");
    assertThat(office.push(Pushes.ofCase().with("caseworkers", List.of()))).isEqualTo("applied");
  }

  @Test
  void aWrongAudienceIsSaidBeforeAConflict() {
    Object step =
        Json.parseObject(
            "{\"text\": \"Ring oss\", \"actor\": \"citizen\", \"audience\": [\"P9\"]}");
    office.push(Pushes.ofCase());

    assertThat(office.pointers(Pushes.ofCase().with("nextStep", step)))
        .containsExactly("/data/nextStep/audience/0");
  }
}
