package se.insyn.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Household;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/** What a fact shows, and to whom. */
class ShownTest {

  private static final List<String> EVERYBODY = List.of("P1", "P2", "G1");

  private static final List<String> COMMON =
      List.of(
          "caseNumber",
          "id",
          "version",
          "visible",
          "retracted",
          "date",
          "registeredAt",
          "applicationId",
          "concernedPersons",
          "audience");

  static List<Complete> all() {
    return Complete.all();
  }

  static List<Complete> sameForEverybody() {
    return List.of(
        Complete.application(),
        Complete.intervention(),
        Complete.resourceAllocation(),
        Complete.text(),
        Complete.file(),
        Complete.appointment(),
        Complete.informationRequest());
  }

  @ParameterizedTest
  @MethodSource("sameForEverybody")
  void whatIsNobodysInParticularIsShownAsItWasPushed(Complete complete) {
    for (String viewer : EVERYBODY) {
      assertShown(complete.push(), viewer, ownMembers(complete.push()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "P1, coApplicantGrounds, coApplicantCause",
    "G1, coApplicantGrounds, coApplicantCause",
    "P2, grounds, cause"
  })
  void eachAdultReadsTheirOwnGroundsAndNobodySeesWhenOthersGotIt(
      String viewer, String grounds, String cause) {
    Push push = Complete.decision().push().with("status", "in-force");
    assertShown(
        push, viewer, ownMembers(push.without("receivedBy").without(grounds).without(cause)));
  }

  @Test
  void nothingStandsInForGroundsThatAreMissing() {
    Push push = Pushes.decision().with("grounds", "Skäl A").with("cause", "Orsak A");
    assertThat(shown(push, "P2")).doesNotContainKeys("grounds", "cause", "coApplicantGrounds");
    Push other = Pushes.decision().with("coApplicantGrounds", "Skäl B");
    assertThat(shown(other, "P1")).doesNotContainKeys("grounds", "coApplicantGrounds");
  }

  @Test
  void onlyADecisionInForceIsSaidToBeAppealable() {
    Push rejected =
        Pushes.decision()
            .with("outcome", "rejected")
            .with("appealTo", Map.of("name", "Socialnämnden"));

    assertThat(shown(rejected, "P1")).containsEntry("appealable", true).containsKey("appealTo");
    assertThat(shown(rejected.with("status", "replaced"), "P1"))
        .containsEntry("appealable", false)
        .doesNotContainKey("appealTo");
  }

  @Test
  void aDecisionSaysWhatHoldsWhenNothingIsSaid() {
    assertShown(
        Pushes.decision(),
        "P1",
        """
        {"decision": "Strukturerat öppenv.pgm vård/beh", "outcome": "granted",
         "status": "in-force", "decisionMaker": {"name": "Maria Östlund"}, "appealable": false,
         "notifiedHere": false}
        """);
    assertThat(shown(Pushes.decision().with("outcome", "rejected"), "P1"))
        .containsEntry("appealable", true);
  }

  @Test
  void onlyThePayeeSeesTheAddressAndTheLastFourOfTheAccount() {
    Push push = Complete.payment().push();
    assertShown(
        push,
        "P1",
        """
        {"amountOre": 50000, "method": "Plusgiro", "status": "stopped",
         "payee": {"name": "Elias Hertzberg", "address": ["Stadingsplan 5", "824 54 Kista"],
                   "you": true},
         "account": "7890", "reference": "4410087", "concernedMonth": "2026-11",
         "decisionId": "BES-1", "replacesId": "UTB-0", "message": "Hyra"}
        """);
    for (String other : List.of("P2", "G1")) {
      assertShown(
          push,
          other,
          """
          {"amountOre": 50000, "method": "Plusgiro", "status": "stopped",
           "payee": {"name": "Elias Hertzberg", "you": false},
           "reference": "4410087", "concernedMonth": "2026-11",
           "decisionId": "BES-1", "replacesId": "UTB-0", "message": "Hyra"}
          """);
    }
  }

  @Test
  void aPayeeOutsideTheCaseIsNobodyWhoLooks() {
    Push push = Complete.payment().push().without("payee/personId");
    for (String viewer : EVERYBODY) {
      assertThat(shown(push, viewer))
          .doesNotContainKey("account")
          .containsEntry("payee", Map.of("name", "Elias Hertzberg", "you", false));
    }
  }

  @ParameterizedTest
  @CsvSource({"P1, true", "P2, false", "G1, false"})
  void aPayerKnowsThemselves(String viewer, boolean you) {
    Push push = Complete.incomingPayment().push();
    assertShown(push, viewer, ownMembers(push.without("payer/personId").with("payer/you", you)));
  }

  @ParameterizedTest
  @CsvSource({"P1, true, false", "P2, false, true", "G1, false, false"})
  void aCalculationNamesPersonsByNameAndRole(String viewer, boolean first, boolean second) {
    Push push = Complete.calculation().push();
    assertShown(
        push,
        viewer,
        ownMembers(
            push.without("persons/0/personId")
                .with("persons/0/you", first)
                .with("persons/1/you", false)
                .without("expenses/0/personId")
                .with(
                    "expenses/0/person",
                    Map.of("name", "Elias Hertzberg", "role", "applicant", "you", first))
                .without("incomes/0/personId")
                .with(
                    "incomes/0/person",
                    Map.of("name", "Åsa-Lena Gustafsson", "role", "co-applicant", "you", second))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noIdOfAPersonAndNothingOfTheMachineryIsShown(Complete complete) {
    CaseEvent event = complete.push().event();
    for (String viewer : EVERYBODY) {
      assertThat(Json.write(event.shownTo(Household.onlooker(viewer)).members()))
          .doesNotContain(
              "personId",
              "receivedBy",
              "audience",
              "\"version\"",
              "visible",
              "retracted",
              "registeredAt",
              "8327")
          .doesNotContainPattern("\"[PG][0-9]\"");
    }
    assertThat(Json.write(event.listed().members()))
        .doesNotContain("personId", "address", "account", "8327")
        .doesNotContainPattern("\"[PG][0-9]\"");
  }

  private static Map<String, Object> shown(Push push, String viewer) {
    return push.event().shownTo(Household.onlooker(viewer)).members();
  }

  private static void assertShown(Push push, String viewer, String expected) {
    assertShown(push, viewer, Json.parseObject(expected));
  }

  private static void assertShown(Push push, String viewer, Map<String, ?> expected) {
    Object seen = Json.parse(Json.write(shown(push, viewer)));
    assertThat(seen).isEqualTo(Json.parse(Json.write(expected)));
  }

  private static Map<String, ?> ownMembers(Push push) {
    Map<String, ?> members = push.data();
    COMMON.forEach(members::remove);
    return members;
  }
}
