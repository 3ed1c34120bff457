package se.insyn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** One fact in full, and what of it is whose. */
class EventTest {

  private static final String GUARDIAN = "198406829906";
  private static final List<String> ALL = List.of("P1", "P2", "P4");

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE =
      MUNICIPALITY.takeCase(
          Pushes.household()
              .adding(
                  "persons",
                  Json.parseObject(
                      """
                      {"id": "P4", "personalNumber": "198406829906", "name": "Amira Nilsson",
                       "role": "guardian", "protection": "none"}
                      """))
              .adding(
                  "persons",
                  Json.parseObject(
                      """
                      {"id": "P5", "name": "Somebody Gone", "role": "other", "protection": "none",
                       "to": "2026-11-19"}
                      """)));
  private static final CaseId OF_SOMEBODY_ELSE =
      MUNICIPALITY.takeCase(
          Pushes.ofCase()
              .with("caseNumber", "EB-1")
              .with("persons/0/personalNumber", "197605239917"));
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    kinds().forEach(push -> MUNICIPALITY.take(CASE, push.with("audience", ALL)));
    MUNICIPALITY.take(
        CASE, Pushes.decision().with("id", "P2-ONLY").with("audience", List.of("P2")));
    MUNICIPALITY.take(CASE, Pushes.decision().with("id", "NOBODY").with("audience", List.of()));
    MUNICIPALITY.take(CASE, Pushes.decision().with("id", "HIDDEN").with("visible", false));
    MUNICIPALITY.take(CASE, Pushes.decision().with("id", "RETRACTED").with("retracted", true));
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "MISSING"), FileState.MISSING);
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "CHECKING"), FileState.CHECKING);
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "REFUSED"), FileState.REFUSED);
    MUNICIPALITY.take(CASE, Pushes.calculation());
    MUNICIPALITY.take(OF_SOMEBODY_ELSE, Pushes.decision());
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);
  private final Portal.Browser coApplicant = PORTAL.login(Pushes.CO_APPLICANT);
  private final Portal.Browser guardian = PORTAL.login(GUARDIAN);

  /** Every kind of the timeline, with what is somebody's alone. */
  static Stream<Push> kinds() {
    return Stream.of(
        Pushes.application(),
        Pushes.decision()
            .with("grounds", "For the applicant")
            .with("cause", "Cause of the applicant")
            .with("coApplicantGrounds", "For the co-applicant")
            .with("coApplicantCause", "Cause of the co-applicant")
            .with("concernedPersons", List.of("P1", "P3", "P5", "P9"))
            .with("registeredAt", "2026-11-20T07:00:00Z")
            .with(
                "receivedBy",
                List.of(Json.parseObject("{\"personId\": \"P1\", \"on\": \"2026-11-20\"}"))),
        Pushes.intervention(),
        Pushes.resourceAllocation(),
        Pushes.payment().with("account", "513091228-9").with("payee/address", List.of("Street 1")),
        Pushes.incomingPayment()
            .with("payer", Json.parseObject("{\"personId\": \"P1\", \"name\": \"Elias\"}")),
        Pushes.document(),
        Pushes.file(),
        Pushes.appointment(),
        Pushes.informationRequest());
  }

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void aDecisionIsShownInFull() {
    assertThat(of(applicant, "BES-1").json())
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "BES-1",
                 "kind": "decision", "date": "2026-11-20",
                 "title": "Strukturerat öppenv.pgm vård/beh", "area": "other-assistance",
                 "status": "in-force", "new": false, "changed": false,
                 "updatedAt": "2026-11-20T08:12:00Z",
                 "concernedPersons": [
                   {"name": "Elias Hertzberg", "role": "applicant", "you": true},
                   {"name": "Alva Öberg", "role": "child", "you": false}],
                 "decision": "Strukturerat öppenv.pgm vård/beh", "outcome": "granted",
                 "decisionMaker": {"name": "Maria Östlund"}, "grounds": "For the applicant",
                 "cause": "Cause of the applicant", "appealable": false, "notifiedHere": false,
                 "howToAppeal": {"appealable": false, "basis": "received",
                                 "receivedOn": "2026-11-20"},
                 "links": {"decisions": [], "payments": [], "documents": [], "interventions": [],
                           "resourceAllocations": []}}
                """
                    .formatted(CASE.value())));
  }

  @Test
  void whoOpensADecisionThatIsNotifiedHereHasGotItOnTheDayOfTheirFirstOpening() {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    municipality.take(
        caseId,
        Pushes.decision()
            .with("outcome", "rejected")
            .with("notifiedHere", true)
            .with("audience", ALL));
    try (Portal portal = new Portal(municipality)) {
      String address = "/api/cases/" + caseId.value() + "/events/BES-1";
      var one = portal.login(Pushes.APPLICANT);
      var first = Calls.during(() -> one.get(address));
      assertThat(first.result().at("howToAppeal"))
          .isEqualTo(
              Map.of(
                  "appealable", true,
                  "basis", "read-here",
                  "receivedOn", "2026-11-20",
                  "lastDay", "2026-12-11"));
      var opened = new HashMap<>(municipality.items(municipality.tables().citizens()).getFirst());
      opened.put("openedAt", Values.time(Instant.parse("2026-11-13T08:00:00Z")));
      municipality.put(municipality.tables().citizens(), opened);
      var again = Calls.during(() -> one.get(address));
      assertThat(again.result().at("howToAppeal/receivedOn")).isEqualTo("2026-11-13");
      assertThat(again.operations()).isEqualTo(first.operations());
      assertThat(portal.login(Pushes.CO_APPLICANT).get(address).at("howToAppeal/receivedOn"))
          .isEqualTo("2026-11-20");
    }
  }

  @Test
  void eachAdultReadsTheirOwnGrounds() {
    assertThat(grounds(applicant))
        .isEqualTo(Map.of("grounds", "For the applicant", "cause", "Cause of the applicant"));
    assertThat(grounds(guardian)).isEqualTo(grounds(applicant));
    assertThat(grounds(coApplicant))
        .isEqualTo(
            Map.of(
                "coApplicantGrounds", "For the co-applicant",
                "coApplicantCause", "Cause of the co-applicant"));
  }

  @Test
  void accountAndAddressAreThePayeesAlone() {
    var payee = of(applicant, "UTB-1");
    assertThat(payee.at("account")).isEqualTo("2289");
    assertThat(payee.at("payee"))
        .isEqualTo(Map.of("name", "Elias Hertzberg", "address", List.of("Street 1"), "you", true));
    var other = of(coApplicant, "UTB-1");
    assertThat(other.at("account")).isNull();
    assertThat(other.at("payee")).isEqualTo(Map.of("name", "Elias Hertzberg", "you", false));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindShowsOnlyWhatIsForTheCitizen(Push push) {
    var answer = of(applicant, String.valueOf(push.at("id")));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("kind")).isEqualTo(push.type());
    assertThat(members(answer.json()))
        .contains("caseId", "title", "links")
        .doesNotContain(
            "version",
            "visible",
            "retracted",
            "registeredAt",
            "audience",
            "receivedBy",
            "personId",
            "personalNumber");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONE",
        "P2-ONLY",
        "NOBODY",
        "HIDDEN",
        "RETRACTED",
        "MISSING",
        "CHECKING",
        "REFUSED",
        "NB-1",
        "bes-1",
        "BES-1 ",
        "BES%201",
        "å",
        "CASE",
        "EVENT#BES-1"
      })
  void whatMayNotBeSeenAndWhatIsNotThereAreTheSame(String id) {
    var none = of(applicant, "NOT-THERE");
    var answer = of(applicant, id);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(answer.headers()).isEqualTo(none.headers());
  }

  @Test
  void anothersCaseAndNoneAtAllAreTheSameAndCostTheSame() {
    var anothers =
        Calls.during(
            () -> applicant.get("/api/cases/" + OF_SOMEBODY_ELSE.value() + "/events/BES-1"));
    var none = Calls.during(() -> applicant.get("/api/cases/" + "0".repeat(32) + "/events/BES-1"));
    var ownFact = of(applicant, "NOT-THERE");
    assertThat(anothers.result().status()).isEqualTo(404);
    assertThat(anothers.result().bodyOfAnyCall()).isEqualTo(none.result().bodyOfAnyCall());
    assertThat(anothers.result().bodyOfAnyCall()).isEqualTo(ownFact.bodyOfAnyCall());
    assertThat(anothers.result().headers()).isEqualTo(none.result().headers());
    assertThat(anothers.calls()).isEqualTo(none.calls());
  }

  @Test
  void aFactThatIsForOthersCostsWhatAnAbsentOneCosts() {
    assertThat(Calls.during(() -> of(applicant, "P2-ONLY")).operations())
        .isEqualTo(Calls.during(() -> of(applicant, "NONE")).operations());
  }

  @Test
  void aQueryIsRefused() {
    var answer = applicant.get("/api/cases/" + CASE.value() + "/events/BES-1", "version", "1");
    assertThat(answer.status()).isEqualTo(400);
  }

  private static Portal.Answer of(Portal.Browser browser, String id) {
    return browser.get("/api/cases/" + CASE.value() + "/events/" + id);
  }

  private static Map<String, @Nullable Object> grounds(Portal.Browser browser) {
    var grounds = new HashMap<String, @Nullable Object>(of(browser, "BES-1").json());
    grounds
        .keySet()
        .retainAll(Set.of("grounds", "cause", "coApplicantGrounds", "coApplicantCause"));
    return grounds;
  }

  /** The names of all members, however deep. */
  private static Set<String> members(@Nullable Object json) {
    var names = new TreeSet<String>();
    if (json instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            names.add((String) Objects.requireNonNull(name));
            names.addAll(members(value));
          });
    } else if (json instanceof List<?> list) {
      list.forEach(each -> names.addAll(members(each)));
    }
    return names;
  }
}
