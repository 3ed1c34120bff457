package se.insyn.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Betalningar: the list, its filters, and what of it is the payee's alone. */
class PaymentsTest {

  private static final List<String> BOTH = List.of("P1", "P2");
  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId HOUSEHOLD =
      MUNICIPALITY.takeCase(Pushes.household().with("area", "financial-assistance"));
  private static final CaseId LABOUR =
      MUNICIPALITY.takeCase(
          new Source("/other-system"),
          Pushes.ofCase().with("caseNumber", "AME-118"),
          Municipality.TAKEN_IN);
  private static final CaseId OF_SOMEBODY_ELSE =
      MUNICIPALITY.takeCase(
          Pushes.ofCase()
              .with("caseNumber", "EB/2026-77")
              .with("persons/0/personalNumber", "198406829906"));
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    take(Pushes.decision());
    take(Pushes.decision().with("id", "BES-P2").with("audience", List.of("P2")));
    take(
        Pushes.payment()
            .with("date", "2026-11-12")
            .with("audience", BOTH)
            .with("decisionId", "BES-1")
            .with("account", "8327-9 123 456 789-0")
            .with("reference", "4410087")
            .with("concernedMonth", "2026-11")
            .with("message", "Not in the list")
            .with("payee/address", List.of("Stadingsplan 5", "824 54 Kista")));
    take(
        Pushes.payment()
            .with("id", "UTB-LANDLORD")
            .with("date", "2026-12-25")
            .with("audience", BOTH)
            .with("status", "planned")
            .with("decisionId", "BES-P2")
            .with("payee", Json.parseObject("{\"name\": \"Bostads AB Linden\"}")));
    take(
        Pushes.payment()
            .with("id", "UTB-BACK")
            .with("date", "2026-10-25")
            .with("status", "returned"));
    take(Pushes.payment().with("id", "UTB-P2").with("audience", List.of("P2")));
    take(Pushes.payment().with("id", "UTB-HIDDEN").with("visible", false));
    MUNICIPALITY.take(
        LABOUR,
        Pushes.payment()
            .with("id", "UTB-LABOUR")
            .with("date", "2026-11-12")
            .with("decisionId", "BES-1"));
    MUNICIPALITY.take(OF_SOMEBODY_ELSE, Pushes.payment());
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);
  private final Portal.Browser coApplicant = PORTAL.login(Pushes.CO_APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void theyAreListedNewestFirstAlsoThoseToCome() {
    var answer = applicant.get("/api/payments");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("items", "id"))
        .startsWith("UTB-LANDLORD")
        .endsWith("UTB-BACK")
        .containsExactlyInAnyOrder("UTB-LANDLORD", "UTB-1", "UTB-LABOUR", "UTB-BACK");
    assertThat(answer.json()).containsOnlyKeys("items");
  }

  @Test
  void thePayeeSeesAPaymentWithAccountAndAddress() {
    assertThat(applicant.get("/api/payments", "from", "2026-11-12", "case", HOUSEHOLD.value()))
        .extracting(answer -> answer.at("items/1"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "UTB-1",
                 "date": "2026-11-12", "amountOre": 50000, "method": "Plusgiro", "status": "paid",
                 "payee": {"name": "Elias Hertzberg",
                           "address": ["Stadingsplan 5", "824 54 Kista"], "you": true},
                 "account": "7890", "reference": "4410087", "concernedMonth": "2026-11",
                 "decisionId": "BES-1"}
                """
                    .formatted(HOUSEHOLD.value())));
  }

  @Test
  void anybodyElseSeesItWithoutThemAndNoDecisionThatIsNotTheirs() {
    assertThat(coApplicant.get("/api/payments", "to", "2026-11-12").at("items/0"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "UTB-1",
                 "date": "2026-11-12", "amountOre": 50000, "method": "Plusgiro", "status": "paid",
                 "payee": {"name": "Elias Hertzberg", "you": false},
                 "reference": "4410087", "concernedMonth": "2026-11"}
                """
                    .formatted(HOUSEHOLD.value())));
  }

  @Test
  void aDecisionIsNamedOnlyInTheCaseInWhichItIsSeen() {
    var answer = applicant.get("/api/payments", "from", "2026-11-12");
    assertThat(answer.each("items", "id"))
        .containsExactlyInAnyOrder("UTB-LANDLORD", "UTB-1", "UTB-LABOUR");
    assertThat(answer.each("items", "decisionId"))
        .containsOnlyOnce("BES-1")
        .doesNotContain("BES-P2");
    assertThat(coApplicant.get("/api/payments", "status", "planned").at("items/0/decisionId"))
        .isEqualTo("BES-P2");
  }

  @Test
  void theirDecisionsAreOneBatchForEachCase() {
    assertThat(
            Calls.during(() -> applicant.get("/api/payments", "case", HOUSEHOLD.value()))
                .operations())
        .containsExactly("GetItem", "Query", "BatchGetItem", "Query", "BatchGetItem");
  }

  @ParameterizedTest
  @CsvSource({
    "area,other-assistance,UTB-LABOUR",
    "area,financial-assistance,UTB-LANDLORD UTB-1 UTB-BACK",
    "from,2026-11-13,UTB-LANDLORD",
    "from,2026-12-26,''",
    "from,9999-12-31,''",
    "to,2026-10-25,UTB-BACK",
    "to,9999-12-31,UTB-LANDLORD UTB-1 UTB-LABOUR UTB-BACK",
    "to,0001-01-01,''",
    "status,planned,UTB-LANDLORD",
    "status,paid,UTB-1 UTB-LABOUR",
    "status,returned,UTB-BACK",
    "status,stopped,''"
  })
  void aListIsNarrowed(String parameter, String value, String ids) {
    var answer = applicant.get("/api/payments", parameter, value);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("items", "id"))
        .containsExactlyInAnyOrder((Object[]) (ids.isEmpty() ? new String[0] : ids.split(" ", -1)));
    assertThat(answer.json()).containsOnlyKeys("items");
  }

  @Test
  void filtersHoldTogether() {
    assertThat(
            applicant
                .get(
                    "/api/payments",
                    "case",
                    HOUSEHOLD.value(),
                    "area",
                    "financial-assistance",
                    "from",
                    "2026-11-12",
                    "to",
                    "2026-11-12",
                    "status",
                    "paid")
                .each("items", "id"))
        .containsExactly("UTB-1");
  }

  @ParameterizedTest
  @CsvSource({
    "area,somewhere",
    "status,Paid",
    "status,late",
    "status,''",
    "from,yesterday",
    "from,2026-02-30",
    "to,10000-01-01",
    "limit,0",
    "limit,101",
    "cursor,abc",
    "case,''",
    "kind,payment",
    "application,ANS-1",
    "payee,P1"
  })
  void aParameterThatIsWrongIsRefused(String parameter, String value) {
    var answer = applicant.get("/api/payments", parameter, value);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("type")).isEqualTo("/problems/malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"area", "case", "status", "from", "to", "limit", "cursor"})
  void aParameterThatComesTwiceIsRefused(String parameter) {
    assertThat(
            applicant
                .get("/api/payments", parameter, "2026-11-20", parameter, "2026-11-20")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    var answer = applicant.get("/api/payments", "from", "9999-12-31", "to", "2026-11-01");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("detail")).isEqualTo("from must not be after to.");
  }

  @Test
  void anothersCaseAndNoneAtAllAreTheSame() {
    var anothers = applicant.get("/api/payments", "case", OF_SOMEBODY_ELSE.value());
    var none = applicant.get("/api/payments", "case", "0".repeat(32));
    assertThat(anothers.status()).isEqualTo(404);
    assertThat(anothers.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(anothers.headers()).isEqualTo(none.headers());
  }

  @Test
  void pageAfterPageGivesTheWholeListOnce() {
    var whole = applicant.get("/api/payments", "limit", "100").each("items", "id");
    var first = applicant.get("/api/payments", "limit", "3");
    String next = String.valueOf(first.at("next"));
    var second = applicant.get("/api/payments", "limit", "3", "cursor", next);
    assertThat(first.each("items", "id")).isEqualTo(whole.subList(0, 3));
    assertThat(second.each("items", "id")).isEqualTo(whole.subList(3, 4));
    assertThat(second.at("next")).isNull();
    assertThat(coApplicant.get("/api/payments", "cursor", next).status()).isEqualTo(400);
    assertThat(PORTAL.login(Pushes.APPLICANT).get("/api/payments", "cursor", next).status())
        .isEqualTo(400);
  }

  @Test
  void aPageEndsAfterThreeHundredOfAnotherStatusAndTheNextOneGoesOn() {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.ofCase());
    municipality.takeAll(caseId, IntStream.range(0, 300).mapToObj(PaymentsTest::paid).toList());
    municipality.take(
        caseId, Pushes.payment().with("status", "stopped").with("date", "2026-01-01"));
    try (Portal portal = new Portal(municipality)) {
      var browser = portal.login(Pushes.APPLICANT);
      var first = browser.get("/api/payments", "status", "stopped");
      assertThat(first.each("items", "id")).isEmpty();
      var second =
          browser.get(
              "/api/payments", "status", "stopped", "cursor", String.valueOf(first.at("next")));
      assertThat(second.each("items", "id")).containsExactly("UTB-1");
      assertThat(second.at("next")).isNull();
    }
  }

  private static Push paid(int i) {
    return Pushes.payment().with("id", "UTB-%03d".formatted(i)).with("date", "2026-02-01");
  }

  private static void take(Push push) {
    MUNICIPALITY.take(HOUSEHOLD, push);
  }
}
