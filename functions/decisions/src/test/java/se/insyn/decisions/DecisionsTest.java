package se.insyn.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Beslut: the list of 90 days, what each adult reads in it, and what follows from a decision. */
class DecisionsTest {

  private static final List<String> BOTH = List.of("P1", "P2");
  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId HOUSEHOLD = MUNICIPALITY.takeCase(Pushes.household());
  private static final CaseId LABOUR =
      MUNICIPALITY.takeCase(
          new Source("/other-system"),
          Pushes.ofCase().with("caseNumber", "AME-118"),
          Municipality.TAKEN_IN);
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    take(
        Pushes.push(
            "decision",
            """
            {"caseNumber": "IFO-2026-00123", "id": "BES-FULL", "version": 1, "visible": true,
             "date": "2026-11-20", "registeredAt": "2026-11-20T07:00:00Z", "audience": ["P1", "P2"],
             "applicationId": "ANS-1", "concernedPersons": ["P1", "P2"],
             "decision": "Ekonomiskt bistånd", "decisionType": "Försörjningsstöd",
             "outcome": "partly-granted", "status": "in-force", "replacesId": "BES-LABOUR",
             "rows": [{"id": "R1", "purpose": "Tandvård", "outcome": "partly-granted",
                       "appliedOre": 240000, "grantedOre": 164000, "grounds": "Akut del",
                       "period": {"from": "2026-12-01", "to": "2026-12-31"}}],
             "decisionMaker": {"name": "Karin Sjöström", "title": "socialsekreterare"},
             "organisation": "Enheten för ekonomiskt bistånd",
             "legalBasis": "Socialtjänstlagen (2025:400)",
             "grounds": "Till sökande", "cause": "Sökandes orsak",
             "coApplicantGrounds": "Till medsökande", "coApplicantCause": "Medsökandes orsak",
             "period": {"from": "2026-12-01"}, "amountOre": 164000,
             "claim": {"amountOre": 360000, "remainingOre": 70000, "dueOn": "2026-12-31"},
             "appealTo": {"name": "Socialnämnden", "email": "socialnamnden@kommun.example"},
             "receivedBy": [{"personId": "P1", "on": "2026-11-20"}],
             "appeal": {"receivedOn": "2026-11-19", "status": "received"},
             "calculationId": "NB-1", "documentId": "DOK-1"}
            """));
    take(Pushes.document().with("audience", BOTH));
    take(Pushes.calculation().with("audience", BOTH));
    take(
        Pushes.payment()
            .with("audience", BOTH)
            .with("decisionId", "BES-FULL")
            .with("account", "513091228-9"));
    take(Pushes.decision().with("id", "BES-90").with("date", "2026-08-22"));
    take(Pushes.decision().with("id", "BES-91").with("date", "2026-08-21"));
    take(Pushes.decision().with("id", "BES-TOMORROW").with("date", "2026-11-21"));
    take(Pushes.decision().with("id", "BES-HIDDEN").with("visible", false));
    take(Pushes.decision().with("id", "BES-BACK").with("retracted", true));
    take(Pushes.decision().with("id", "BES-P2").with("audience", List.of("P2")));
    MUNICIPALITY.take(
        LABOUR, Pushes.decision().with("id", "BES-LABOUR").with("date", "2026-10-01"));
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);
  private final Portal.Browser coApplicant = PORTAL.login(Pushes.CO_APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void thoseOfNinetyDaysAreListedNewestFirstOverAllCases() {
    var answer = applicant.get("/api/decisions");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsOnlyKeys("from", "to", "items");
    assertThat(answer.at("from")).isEqualTo("2026-08-22");
    assertThat(answer.at("to")).isEqualTo("2026-11-20");
    assertThat(answer.each("items", "id")).containsExactly("BES-FULL", "BES-LABOUR", "BES-90");
    assertThat(coApplicant.get("/api/decisions").each("items", "id"))
        .containsExactly("BES-FULL", "BES-P2");
  }

  @Test
  void aDecisionIsShownInFull() {
    assertThat(applicant.get("/api/decisions").at("items/0"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%1$s", "caseNumber": "IFO-2026-00123", "id": "BES-FULL",
                 "date": "2026-11-20", "decision": "Ekonomiskt bistånd",
                 "decisionType": "Försörjningsstöd", "outcome": "partly-granted",
                 "status": "in-force",
                 "rows": [{"id": "R1", "purpose": "Tandvård", "outcome": "partly-granted",
                           "appliedOre": 240000, "grantedOre": 164000, "grounds": "Akut del",
                           "period": {"from": "2026-12-01", "to": "2026-12-31"}}],
                 "decisionMaker": {"name": "Karin Sjöström", "title": "socialsekreterare"},
                 "organisation": "Enheten för ekonomiskt bistånd",
                 "legalBasis": "Socialtjänstlagen (2025:400)",
                 "grounds": "Till sökande", "cause": "Sökandes orsak", "amountOre": 164000,
                 "period": {"from": "2026-12-01"},
                 "claim": {"amountOre": 360000, "remainingOre": 70000, "dueOn": "2026-12-31"},
                 "appeal": {"receivedOn": "2026-11-19", "status": "received"},
                 "payments": [
                   {"caseId": "%1$s", "caseNumber": "IFO-2026-00123", "id": "UTB-1",
                    "date": "2026-11-20", "amountOre": 50000, "method": "Plusgiro",
                    "status": "paid", "payee": {"name": "Elias Hertzberg", "you": true},
                    "account": "2289", "decisionId": "BES-FULL"}],
                 "calculationId": "NB-1", "documentId": "DOK-1",
                 "howToAppeal": {
                   "appealable": true, "basis": "received", "receivedOn": "2026-11-20",
                   "lastDay": "2026-12-11",
                   "appealTo": {"name": "Socialnämnden",
                                "email": "socialnamnden@kommun.example"}}}
                """
                    .formatted(HOUSEHOLD.value())));
  }

  @Test
  void theOtherAdultReadsTheirOwnGroundsAndNobodyElsesDayOrAccount() {
    var answer = coApplicant.get("/api/decisions");
    assertThat(answer.at("items/0/grounds")).isEqualTo("Till medsökande");
    assertThat(answer.at("items/0/cause")).isEqualTo("Medsökandes orsak");
    assertThat(answer.at("items/0/howToAppeal"))
        .isEqualTo(
            Json.parse(
                """
                {"appealable": true, "basis": "unknown",
                 "appealTo": {"name": "Socialnämnden", "email": "socialnamnden@kommun.example"}}
                """));
    assertThat(answer.at("items/0/payments/0/account")).isNull();
    assertThat(answer.body()).doesNotContain("Sökandes orsak", "Till sökande", "2026-12-11");
  }

  @Test
  void aDecisionWithoutMuchInItShowsWhatItHas() {
    assertThat(applicant.get("/api/decisions").at("items/2"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "BES-90",
                 "date": "2026-08-22", "decision": "Strukturerat öppenv.pgm vård/beh",
                 "outcome": "granted", "status": "in-force",
                 "decisionMaker": {"name": "Maria Östlund"}, "payments": [],
                 "howToAppeal": {"appealable": false, "basis": "unknown"}}
                """
                    .formatted(HOUSEHOLD.value())));
  }

  @Test
  void moneyAndPapersAreThoseOfTheLinkingRule() {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    for (Push push :
        List.of(
            decision("BES-OWN").with("calculationId", "NB-OLD").with("documentId", "DOK-1"),
            decision("BES-NEWEST").with("documentId", "DOK-P2"),
            decision("BES-NOT-SEEN").with("calculationId", "NB-P2"),
            decision("BES-ALONE").without("applicationId"),
            Pushes.document(),
            Pushes.document().with("id", "DOK-P2").with("audience", List.of("P2")),
            calculation("NB-OLD").with("date", "2026-11-01"),
            calculation("NB-NEW").with("date", "2026-11-02"),
            calculation("NB-P2").with("date", "2026-11-03").with("audience", List.of("P2")),
            payment("UTB-OF-APPLICATION"),
            payment("UTB-OWN").with("decisionId", "BES-OWN"),
            payment("UTB-P2").with("audience", List.of("P2")),
            payment("UTB-BACK").with("retracted", true),
            payment("UTB-ALONE").without("applicationId"),
            payment("UTB-OF-ALONE").with("decisionId", "BES-ALONE"))) {
      municipality.take(caseId, push);
    }
    try (Portal portal = new Portal(municipality)) {
      var answer = portal.login(Pushes.APPLICANT).get("/api/decisions");
      assertThat(answer.each("items", "id"))
          .containsExactly("BES-OWN", "BES-NOT-SEEN", "BES-NEWEST", "BES-ALONE");
      assertThat(answer.each("items", "calculationId"))
          .containsExactly("NB-OLD", null, "NB-NEW", null);
      assertThat(answer.each("items", "documentId")).containsExactly("DOK-1", null, null, null);
      assertThat(IntStream.range(0, 4).mapToObj(i -> answer.each("items/" + i + "/payments", "id")))
          .containsExactly(
              List.of("UTB-OWN", "UTB-OF-APPLICATION"),
              List.of("UTB-OF-APPLICATION"),
              List.of("UTB-OF-APPLICATION"),
              List.of("UTB-OF-ALONE"));
    }
  }

  @Test
  void aDecisionThatWasReplacedSaysByWhatToWhomeverSeesThat() {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    for (Push push :
        List.of(
            decision("BES-OLD").with("status", "replaced").with("audience", BOTH),
            decision("BES-NEW").with("replacesId", "BES-OLD").with("audience", List.of("P2")),
            decision("BES-ALONE").with("audience", BOTH))) {
      municipality.take(caseId, push);
    }
    try (Portal portal = new Portal(municipality)) {
      var applicant = portal.login(Pushes.APPLICANT);
      var hidden = Calls.during(() -> applicant.get("/api/decisions"));
      assertThat(hidden.result().each("items", "id")).containsExactly("BES-OLD", "BES-ALONE");
      assertThat(hidden.result().each("items", "status")).containsExactly("replaced", "in-force");
      assertThat(hidden.result().body()).doesNotContain("BES-NEW", "replacedBy");
      assertThat(
              portal.login(Pushes.CO_APPLICANT).get("/api/decisions").each("items", "replacedBy"))
          .containsExactly("BES-NEW", null, null);
      municipality.take(caseId, decision("BES-NEW").with("version", 2).with("retracted", true));
      var none = Calls.during(() -> applicant.get("/api/decisions"));
      assertThat(none.result().body()).isEqualTo(hidden.result().body());
      assertThat(none.operations()).isEqualTo(hidden.operations());
    }
  }

  @Test
  void aDecisionIsGotHereOnTheDayOnWhichThisAdultOpenedIt() {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    municipality.take(
        caseId,
        Pushes.decision()
            .with("outcome", "rejected")
            .with("notifiedHere", true)
            .with("audience", BOTH));
    try (Portal portal = new Portal(municipality)) {
      var one = portal.login(Pushes.APPLICANT);
      assertThat(one.get("/api/decisions").at("items/0/howToAppeal"))
          .isEqualTo(Map.of("appealable", true, "basis", "unknown"));
      assertThat(municipality.items(municipality.tables().citizens())).isEmpty();
      municipality.put(
          municipality.tables().citizens(),
          Map.of(
              "citizen",
              AttributeValue.fromS(Municipality.citizen(Pushes.APPLICANT).key()),
              "item",
              AttributeValue.fromS("READ#" + caseId.value() + "#BES-1"),
              "openedAt",
              AttributeValue.fromN(
                  Long.toString(Instant.parse("2026-11-13T23:30:00Z").toEpochMilli()))));
      assertThat(one.get("/api/decisions").at("items/0/howToAppeal"))
          .isEqualTo(
              Map.of(
                  "appealable", true,
                  "basis", "read-here",
                  "receivedOn", "2026-11-14",
                  "lastDay", "2026-12-07"));
      assertThat(portal.login(Pushes.CO_APPLICANT).get("/api/decisions").at("items/0/howToAppeal"))
          .isEqualTo(Map.of("appealable", true, "basis", "unknown"));
    }
  }

  @Test
  void allOfThemAreListedAlsoWhenTheyAreMoreThanAPage() {
    assertThat(listed(IntStream.range(0, 240).mapToObj(i -> decision("BES-%03d".formatted(i)))))
        .isEqualTo("2026-08-22: BES-239 to BES-000");
  }

  @Test
  void ofMoreThanThreeHundredTheListSaysWhereItBegins() {
    assertThat(
            listed(
                IntStream.range(0, 301)
                    .mapToObj(
                        i ->
                            decision("BES-%03d".formatted(i))
                                .with("date", i < 2 ? "2026-09-01" : "2026-11-20"))))
        .isEqualTo("2026-09-01: BES-300 to BES-001");
  }

  @Test
  void ofMoreThanAnAnswerHoldsTheListSaysWhereItBegins() {
    assertThat(
            listed(
                IntStream.range(0, 40)
                    .mapToObj(
                        i ->
                            decision("BES-%02d".formatted(i))
                                .with("date", "2026-10-%02d".formatted(1 + i / 2))
                                .with("grounds", "\"".repeat(99_000)))))
        .isEqualTo("2026-10-14: BES-39 to BES-26");
  }

  /** What the list begins with, and its first and last item. */
  private static String listed(Stream<Push> decisions) {
    var municipality = new Municipality();
    municipality.takeAll(municipality.takeCase(Pushes.ofCase()), decisions.toList());
    try (Portal portal = new Portal(municipality)) {
      var answer = portal.login(Pushes.APPLICANT).get("/api/decisions");
      var ids = answer.each("items", "id");
      return answer.at("from") + ": " + ids.getFirst() + " to " + ids.getLast();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "to", "case", "limit", "cursor", "days"})
  void aQueryIsRefused(String parameter) {
    var answer = applicant.get("/api/decisions", parameter, "2026-11-20");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("type")).isEqualTo("/problems/malformed");
  }

  private static Push decision(String id) {
    return Pushes.decision()
        .with("id", id)
        .with("applicationId", "ANS-1")
        .with("date", LocalDate.of(2026, 11, 20).toString());
  }

  private static Push calculation(String id) {
    return Pushes.calculation().with("id", id).with("applicationId", "ANS-1");
  }

  private static Push payment(String id) {
    return Pushes.payment().with("id", id).with("applicationId", "ANS-1");
  }

  private static void take(Push push) {
    MUNICIPALITY.take(HOUSEHOLD, push);
  }
}
