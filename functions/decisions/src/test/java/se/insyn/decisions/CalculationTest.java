package se.insyn.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Normberäkning: one calculation in full, and the money that followed on it. */
class CalculationTest {

  private static final List<String> BOTH = List.of("P1", "P2");
  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(Pushes.household());
  private static final CaseId OF_SOMEBODY_ELSE =
      MUNICIPALITY.takeCase(
          Pushes.ofCase()
              .with("caseNumber", "EB-1")
              .with("persons/0/personalNumber", "197605239917"));
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    take(
        Pushes.calculation()
            .with("audience", BOTH)
            .with("applicationId", "ANS-1")
            .with("replacesId", "NB-P2")
            .with("persons/0/deviation", Json.parseObject("{\"from\": \"2026-12-01\"}"))
            .with("persons/0/deviation/to", "2026-12-11")
            .with("persons/0/fullOre", 591_000)
            .with("persons/0/days", 20)
            .with("persons/0/ofDays", 30)
            .with("expenses/0/personId", "P2")
            .with("incomes/0/personId", "P3"));
    take(Pushes.application().with("audience", BOTH));
    take(decided("BES-1").with("amountOre", 500_000));
    take(decided("BES-2").with("amountOre", 9_000));
    take(decided("BES-NO-AMOUNT"));
    take(decided("BES-OF-ANOTHER").with("amountOre", 33).with("calculationId", "NB-ALONE"));
    take(paid("UTB-OF-ANOTHER").with("amountOre", 44).with("decisionId", "BES-OF-ANOTHER"));
    take(decided("BES-REPLACED").with("status", "replaced").with("amountOre", 70_000));
    take(decided("BES-P2").with("amountOre", 1_100).with("audience", List.of("P2")));
    take(decided("BES-ALONE").with("amountOre", 1_000_000).without("applicationId"));
    take(paid("UTB-1").with("amountOre", 300_000).with("decisionId", "BES-1"));
    take(paid("UTB-2").with("amountOre", 20_000).with("applicationId", "ANS-1"));
    take(paid("UTB-3").with("amountOre", 4_000).with("decisionId", "BES-REPLACED"));
    take(paid("UTB-4").with("amountOre", 500).with("decisionId", "BES-P2"));
    take(
        paid("UTB-5")
            .with("amountOre", 60)
            .with("decisionId", "BES-1")
            .with("audience", List.of("P2")));
    take(paid("UTB-6").with("decisionId", "BES-1").with("status", "planned"));
    take(paid("UTB-7").with("decisionId", "BES-1").with("status", "returned"));
    take(paid("UTB-8"));
    take(Pushes.calculation().with("id", "NB-ALONE"));
    take(Pushes.calculation().with("id", "NB-OWN").with("decisionId", "BES-ALONE"));
    take(Pushes.calculation().with("id", "NB-P2").with("audience", List.of("P2")));
    take(Pushes.calculation().with("id", "NB-HIDDEN").with("visible", false));
    take(Pushes.calculation().with("id", "NB-BACK").with("retracted", true));
    MUNICIPALITY.take(OF_SOMEBODY_ELSE, Pushes.calculation());
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);
  private final Portal.Browser coApplicant = PORTAL.login(Pushes.CO_APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void aCalculationIsShownLineByLine() {
    var answer = of(applicant, "NB-1");
    assertThat(answer.status()).isEqualTo(200);
    var shown = answer.json();
    assertThat(shown.remove("links")).isNotNull();
    assertThat(shown)
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "NB-1",
                 "kind": "calculation", "date": "2026-11-20", "title": "Riksnorm (exempelbelopp)",
                 "area": "other-assistance", "new": false, "changed": false,
                 "updatedAt": "2026-11-20T08:12:00Z", "applicationId": "ANS-1",
                 "norm": "Riksnorm (exempelbelopp)",
                 "period": {"from": "2026-12-01", "to": "2026-12-31"}, "stage": "final",
                 "persons": [{"name": "Elias Hertzberg", "role": "applicant", "you": true,
                              "included": true, "fullOre": 591000, "days": 20, "ofDays": 30,
                              "deviation": {"from": "2026-12-01", "to": "2026-12-11"},
                              "amountOre": 394000}],
                 "householdCost": {"amountOre": 115000},
                 "expenses": [{"id": "U1", "group": "livelihood", "type": "Hyra",
                               "person": {"name": "Åsa-Lena Gustafsson", "role": "co-applicant",
                                          "you": false},
                               "grantedOre": 350000}],
                 "incomes": [{"id": "I1", "type": "Lön",
                              "person": {"name": "Alva Öberg", "role": "child", "you": false},
                              "basisOre": 100000, "countedOre": 100000}],
                 "personSumOre": 394000, "normSumOre": 509000, "expenseSumOre": 350000,
                 "otherNeedsSumOre": 0, "incomeSumOre": 100000, "adjustmentSumOre": 0,
                 "resultOre": 759000, "decidedOre": 509000, "paidOre": 324000}
                """
                    .formatted(CASE.value())));
  }

  @Test
  void eachAdultReadsTheSumsOfWhatTheySee() {
    assertThat(sums(applicant, "NB-1")).containsExactly(509_000L, 324_000L);
    assertThat(sums(coApplicant, "NB-1")).containsExactly(510_100L, 324_560L);
    assertThat(of(coApplicant, "NB-1").at("replacesId")).isEqualTo("NB-P2");
    assertThat(of(applicant, "NB-1").at("persons/0/you")).isEqualTo(true);
    assertThat(of(coApplicant, "NB-1").at("persons/0/you")).isEqualTo(false);
  }

  @Test
  void aSumOfNothingIsNotTold() {
    assertThat(sums(applicant, "NB-ALONE")).containsExactly(null, null);
    assertThat(sums(applicant, "NB-OWN")).containsExactly(1_000_000L, null);
    assertThat(of(applicant, "NB-OWN").at("links/decisions/0/id")).isEqualTo("BES-ALONE");
  }

  @Test
  void aSumOverMoreThanIsReadIsNotTold() {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.ofCase());
    municipality.take(caseId, Pushes.decision().with("amountOre", 100));
    municipality.take(caseId, Pushes.calculation().with("decisionId", "BES-1"));
    try (Portal portal = new Portal(municipality)) {
      var browser = portal.login(Pushes.APPLICANT);
      String address = "/api/cases/" + caseId.value() + "/calculations/NB-1";
      for (int i = 0; i < 98; i++) {
        municipality.take(caseId, paid("UTB-" + i).with("decisionId", "BES-1"));
      }
      assertThat(browser.get(address).at("paidOre")).isEqualTo(98 * 50_000L);
      municipality.take(caseId, paid("UTB-98").with("decisionId", "BES-1"));
      municipality.take(caseId, paid("UTB-99").with("decisionId", "BES-1"));
      var answer = browser.get(address);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json()).doesNotContainKeys("decidedOre", "paidOre");
    }
  }

  @Test
  void thatItWasOpenedIsWrittenDownOrItIsNotShown() {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.ofCase());
    municipality.take(caseId, Pushes.calculation());
    try (Portal portal = new Portal(municipality)) {
      var browser = portal.login(Pushes.APPLICANT);
      String address = "/api/cases/" + caseId.value() + "/calculations/NB-1";
      assertThat(browser.get(address).status()).isEqualTo(200);
      assertThat(municipality.items(municipality.tables().citizens()))
          .extracting(item -> Values.text(item, "item"))
          .containsExactly("READ#" + caseId.value() + "#NB-1");
      assertThat(municipality.items(municipality.tables().audit()))
          .extracting(row -> Values.text(row, "what") + " " + Values.text(row, "id"))
          .containsExactly("calculation NB-1");
    }
  }

  @Test
  void itsReadsAreOfOneDecisionOrOneBatchOfThem() {
    assertThat(Calls.during(() -> of(applicant, "NB-ALONE")).operations())
        .containsExactly(
            "GetItem", "Query", "BatchGetItem", "GetItem", "BatchGetItem", "TransactWriteItems");
    assertThat(Calls.during(() -> of(applicant, "NB-OWN")).operations())
        .containsExactly(
            "GetItem",
            "Query",
            "BatchGetItem",
            "GetItem",
            "BatchGetItem",
            "BatchGetItem",
            "BatchGetItem",
            "Query",
            "TransactWriteItems");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NB-P2",
        "NB-HIDDEN",
        "NB-BACK",
        "BES-1",
        "UTB-1",
        "ANS-1",
        "nb-1",
        "NB-1 ",
        "NB%201",
        "å",
        "CASE",
        "EVENT#NB-1"
      })
  void whatMayNotBeSeenAndWhatIsNoneAreTheSame(String id) {
    var none = of(applicant, "NOT-THERE");
    var answer = of(applicant, id);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(answer.headers()).isEqualTo(none.headers());
  }

  @Test
  void anothersCaseIsAsAbsentAsAFact() {
    var anothers = applicant.get("/api/cases/" + OF_SOMEBODY_ELSE.value() + "/calculations/NB-1");
    assertThat(anothers.status()).isEqualTo(404);
    assertThat(anothers.bodyOfAnyCall()).isEqualTo(of(applicant, "NOT-THERE").bodyOfAnyCall());
  }

  @Test
  void aQueryIsRefused() {
    var answer = applicant.get("/api/cases/" + CASE.value() + "/calculations/NB-1", "version", "1");
    assertThat(answer.status()).isEqualTo(400);
  }

  private static Portal.Answer of(Portal.Browser browser, String id) {
    return browser.get("/api/cases/" + CASE.value() + "/calculations/" + id);
  }

  private static List<@Nullable Object> sums(Portal.Browser browser, String id) {
    var answer = of(browser, id);
    return Arrays.asList(answer.at("decidedOre"), answer.at("paidOre"));
  }

  private static Push decided(String id) {
    return Pushes.decision().with("id", id).with("applicationId", "ANS-1").with("audience", BOTH);
  }

  private static Push paid(String id) {
    return Pushes.payment().with("id", id).with("audience", BOTH);
  }

  private static void take(Push push) {
    MUNICIPALITY.take(CASE, push);
  }
}
