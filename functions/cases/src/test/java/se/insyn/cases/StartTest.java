package se.insyn.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.AnswerItems;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Startsidan. */
class StartTest {

  private static final List<String> P2 = List.of("P2");

  private final Municipality municipality = new Municipality();
  private final CaseId household = municipality.takeCase(Pushes.household());

  @Test
  void aCaseWithoutFactsHasAnEmptyStart() {
    assertThat(start().json())
        .isEqualTo(
            Json.parse(
                """
                {"areas": [{"area": "other-assistance", "latestEvents": []}],
                 "unreadMessages": 0, "nextSteps": [], "informationRequests": [],
                 "upcomingAppointments": [], "upcomingPayments": [],
                 "freshness": [{"source": "/lifecare", "updatedAt": "2026-11-20T08:12:00Z"}]}
                """));
  }

  @Test
  void aRequestThatWasAnsweredSaysWhen() {
    take(Pushes.informationRequest());
    take(Pushes.informationRequest().with("id", "KOMP-2").with("dueOn", "2026-12-02"));
    var citizen = Municipality.citizen(Pushes.APPLICANT);
    // Half past midnight in Sweden.
    Instant at = Instant.parse("2026-11-18T23:30:00Z");
    var key = AnswerItems.key(citizen, household, new EventId("KOMP-1"));
    municipality.put(
        municipality.tables().messages(), AnswerItems.answered(key, Map.of(), household, at));
    assertThat(start().each("informationRequests", "answeredOn"))
        .containsExactly("2026-11-19", null);
  }

  @Test
  void whatIsUnreadInACaseThatIsSeenCounts() {
    municipality.takeMessage(household, Pushes.message(), Municipality.TAKEN_IN);
    municipality.takeMessage(
        household, Pushes.message().with("id", "MED-2"), Municipality.TAKEN_IN);
    CaseId other =
        municipality.takeCase(
            Pushes.household()
                .with("caseNumber", "EB-9")
                .with("persons/1/personalNumber", "197605239917"));
    municipality.takeMessage(other, Pushes.message(), Municipality.TAKEN_IN);
    assertThat(start().at("unreadMessages")).isEqualTo(3L);
    municipality.protect(Municipality.citizen("197605239917"), Protection.PROTECTED_REGISTRATION);
    assertThat(start().at("unreadMessages")).isEqualTo(2L);
  }

  @Test
  void anAreaShowsItsThreeLatestThatAreNotAhead() {
    for (int day = 15; day <= 22; day++) {
      take(Pushes.decision().with("id", "BES-" + day).with("date", "2026-11-" + day));
    }
    CaseId second =
        municipality.takeCase(
            Pushes.ofCase().with("caseNumber", "EB-2").with("area", "financial-assistance"));
    municipality.take(second, Pushes.application().with("date", "2026-01-01"));
    CaseId third = municipality.takeCase(Pushes.ofCase().with("caseNumber", "IFO-3"));
    municipality.take(third, Pushes.document().with("date", "2026-11-19"));
    var start = start();
    assertThat(start.each("areas", "area"))
        .containsExactly("financial-assistance", "other-assistance");
    assertThat(start.each("areas/0/latestEvents", "id")).containsExactly("ANS-1");
    assertThat(start.each("areas/1/latestEvents", "id"))
        .hasSize(3)
        .startsWith("BES-20")
        .contains("DOK-1", "BES-19");
  }

  @Test
  void theLatestAreFoundBehind299FactsThatAreForOthers() {
    take(Pushes.decision().with("date", "2026-01-01"));
    takeForOthers(299, "2026-11-20");
    assertThat(start().each("areas/0/latestEvents", "id")).containsExactly("BES-1");
  }

  @Test
  void behind300FactsThatAreForOthersNothingIsLookedFor() {
    take(Pushes.decision().with("date", "2026-01-01"));
    take(payment("TODAY", "2026-11-20", "planned"));
    takeForOthers(300, "2026-11-20");
    takeForOthers(300, "2026-11-21");
    var start = start();
    assertThat(start.each("areas/0/latestEvents", "id")).containsExactly("TODAY");
    assertThat(start.at("upcomingPayments")).isEqualTo(List.of());
  }

  private void takeForOthers(int count, String date) {
    municipality.takeAll(
        household,
        IntStream.range(0, count)
            .mapToObj(i -> payment("P-" + date + "-" + i, date, "planned").with("audience", P2))
            .toList());
  }

  @Test
  void nextStepsAreShownToWhomTheyAreFor() {
    municipality.takeCase(
        Pushes.household()
            .with(
                "nextStep",
                Json.parseObject(
                    """
                    {"text": "Lämna kontoutdrag", "actor": "citizen", "expectedOn": "2026-12-01",
                     "audience": ["P2"]}
                    """)));
    CaseId alone =
        municipality.takeCase(
            Pushes.ofCase()
                .with("caseNumber", "EB-2")
                .with(
                    "nextStep", Json.parseObject("{\"text\": \"Beslut\", \"actor\": \"office\"}")));
    assertThat(start().at("nextSteps"))
        .isEqualTo(
            Json.parse(
                """
                [{"caseId": "%s", "text": "Beslut", "actor": "office"}]
                """
                    .formatted(alone.value())));
  }

  @Test
  void openRequestsAreShownSoonestFirstAlsoWhenTheyAreOverdue() {
    take(request("LATER", "2026-12-01", "open"));
    take(request("OVERDUE", "2026-11-01", "open"));
    take(request("DONE", "2026-12-01", "fulfilled"));
    take(request("WITHDRAWN", "2026-12-01", "withdrawn"));
    take(request("HIDDEN", "2026-12-01", "open").with("visible", false));
    take(request("P2-ONLY", "2026-12-01", "open").with("audience", List.of("P2")));
    var start = start();
    assertThat(start.each("informationRequests", "id")).containsExactly("OVERDUE", "LATER");
    assertThat(start.at("informationRequests/0"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "OVERDUE",
                 "kind": "information-request", "date": "2026-11-20",
                 "title": "Kontoutdrag för alla konton", "area": "other-assistance",
                 "status": "open", "new": false, "changed": false,
                 "updatedAt": "2026-11-20T08:12:00Z", "what": "Kontoutdrag för alla konton",
                 "dueOn": "2026-11-01"}
                """
                    .formatted(household.value())));
  }

  @Test
  void appointmentsAreShownFromTodayOnSoonestFirst() {
    take(appointment("YESTERDAY", "2026-11-19T22:59:00Z"));
    take(appointment("TODAY", "2026-11-19T23:00:00Z"));
    take(appointment("NEXT-WEEK", "2026-11-27T09:00:00Z").with("place", "Storgatan 1"));
    take(appointment("TOMORROW", "2026-11-21T09:00:00Z"));
    take(appointment("CANCELLED", "2026-11-21T09:00:00Z").with("cancelled", true));
    take(appointment("P2-ONLY", "2026-11-21T09:00:00Z").with("audience", List.of("P2")));
    var start = start();
    assertThat(start.each("upcomingAppointments", "id"))
        .containsExactly("TODAY", "TOMORROW", "NEXT-WEEK");
    assertThat(start.at("upcomingAppointments/2/startsAt")).isEqualTo("2026-11-27T09:00:00Z");
    assertThat(start.at("upcomingAppointments/2/place")).isEqualTo("Storgatan 1");
    assertThat(start.at("informationRequests")).isEqualTo(List.of());
  }

  @Test
  void plannedPaymentsAreShownFromTodayOnSoonestFirst() {
    take(payment("YESTERDAY", "2026-11-19", "planned"));
    take(payment("NEXT-WEEK", "2026-11-27", "planned"));
    take(payment("TODAY", "2026-11-20", "planned"));
    take(payment("PAID", "2026-11-21", "paid"));
    take(payment("STOPPED", "2026-11-21", "stopped"));
    take(payment("P2-ONLY", "2026-11-21", "planned").with("audience", List.of("P2")));
    var start = start();
    assertThat(start.each("upcomingPayments", "id")).containsExactly("TODAY", "NEXT-WEEK");
    assertThat(start.at("upcomingPayments/0"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "TODAY",
                 "kind": "payment", "date": "2026-11-20", "title": "Elias Hertzberg",
                 "area": "other-assistance", "status": "planned", "amountOre": 50000,
                 "new": false, "changed": false, "updatedAt": "2026-11-20T08:12:00Z",
                 "payee": {"name": "Elias Hertzberg", "address": ["Street 1"], "you": true}}
                """
                    .formatted(household.value())));
  }

  @Test
  void theSoonestPlannedPaymentsAreShownHoweverManyThereAre() {
    municipality.takeAll(
        household,
        IntStream.range(0, 310)
            .mapToObj(i -> payment("FAR-%03d".formatted(i), "2027-01-01", "planned"))
            .toList());
    take(payment("SOON", "2026-11-21", "planned"));
    assertThat(start().each("upcomingPayments", "id")).hasSize(300).startsWith("SOON", "FAR-000");
  }

  @Test
  void aPayeesAddressIsTheirsAlone() {
    take(payment("TODAY", "2026-11-20", "planned").with("audience", List.of("P1", "P2")));
    try (Portal portal = new Portal(municipality)) {
      assertThat(portal.login(Pushes.CO_APPLICANT).get("/api/start").at("upcomingPayments/0/payee"))
          .isEqualTo(Json.parse("{\"name\": \"Elias Hertzberg\", \"you\": false}"));
    }
  }

  @Test
  void eachSourceSaysWhenItLastGaveSomethingThatIsSeen() {
    Instant early = Municipality.TAKEN_IN.plusSeconds(60);
    Instant late = Municipality.TAKEN_IN.plusSeconds(120);
    municipality.take(household, Pushes.decision().with("date", "2020-01-01"), early, early);
    for (int day = 15; day <= 19; day++) {
      take(Pushes.decision().with("id", "BES-" + day).with("date", "2026-11-" + day));
    }
    municipality.take(
        household, Pushes.decision().with("date", "2020-01-01").with("version", 2), early, early);
    municipality.take(
        household,
        Pushes.decision().with("id", "P2-ONLY").with("audience", List.of("P2")),
        late,
        late);
    municipality.takeCase(
        new Source("/other-system"), Pushes.ofCase().with("caseNumber", "AME-118"), late);
    assertThat(start().at("freshness"))
        .isEqualTo(
            Json.parse(
                """
                [{"source": "/lifecare", "updatedAt": "2026-11-20T08:13:00Z"},
                 {"source": "/other-system", "updatedAt": "2026-11-20T08:14:00Z"}]
                """));
  }

  @Test
  void aStartCostsTheSameHoweverLongTheHistoryIs() {
    var before = history(100);
    var after = history(2_000);
    assertThat(after.operations())
        .containsExactly(
            "GetItem", "Query", "BatchGetItem", "BatchGetItem", "Query", "Query", "Query", "Query");
    assertThat(after.calls()).isEqualTo(before.calls());
  }

  @Test
  void aStartCostsTheSameHoweverMuchThereIsForOthers() {
    var some = forOthers(400);
    var many = forOthers(5_000);
    assertThat(many.result().bodyOfAnyCall()).isEqualTo(some.result().bodyOfAnyCall());
    assertThat(many.calls()).isEqualTo(some.calls());
  }

  /** The start of a co-applicant, where the applicant has so many requests and as many payments. */
  private static Calls.Counted<Portal.Answer> forOthers(int ofEach) {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    municipality.takeAll(
        caseId,
        IntStream.range(0, 2 * ofEach)
            .mapToObj(
                i ->
                    (i % 2 == 0
                            ? request("KOMP", "2026-11-20", "open")
                            : payment("UTB", "2026-11-20", "planned"))
                        .with("id", "F-%05d".formatted(i))
                        .with("audience", List.of("P1")))
            .toList());
    try (Portal portal = new Portal(municipality)) {
      var browser = portal.login(Pushes.CO_APPLICANT);
      return Calls.during(() -> browser.get("/api/start"));
    }
  }

  private static Calls.Counted<Portal.Answer> history(int days) {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    municipality.takeAll(caseId, IntStream.range(0, days).mapToObj(StartTest::pastFact).toList());
    try (Portal portal = new Portal(municipality)) {
      var browser = portal.login(Pushes.APPLICANT);
      return Calls.during(() -> browser.get("/api/start"));
    }
  }

  private static Push pastFact(int daysAgo) {
    LocalDate day = LocalDate.of(2026, 11, 18).minusDays(daysAgo);
    return (daysAgo % 2 == 0 ? appointment("KAL", day + "T09:00:00Z") : payment("UTB", "", "paid"))
        .with("id", "F-%05d".formatted(daysAgo))
        .with("date", day.toString());
  }

  private Portal.Answer start() {
    try (Portal portal = new Portal(municipality)) {
      var answer = portal.login(Pushes.APPLICANT).get("/api/start");
      assertThat(answer.status()).isEqualTo(200);
      return answer;
    }
  }

  private void take(Push push) {
    municipality.take(household, push);
  }

  private static Push request(String id, String dueOn, String status) {
    return Pushes.informationRequest().with("id", id).with("dueOn", dueOn).with("status", status);
  }

  private static Push appointment(String id, String startsAt) {
    return Pushes.appointment().with("id", id).with("startsAt", startsAt);
  }

  private static Push payment(String id, String date, String status) {
    return Pushes.payment()
        .with("id", id)
        .with("date", date)
        .with("status", status)
        .with("payee/address", List.of("Street 1"));
  }
}
