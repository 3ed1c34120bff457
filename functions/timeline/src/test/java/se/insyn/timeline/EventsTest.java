package se.insyn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Händelser: the list and its filters. */
class EventsTest {

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId HOUSEHOLD = MUNICIPALITY.takeCase(Pushes.household());
  private static final CaseId LABOUR =
      MUNICIPALITY.takeCase(
          new Source("/other-system"),
          Pushes.ofCase().with("caseNumber", "AME-118").with("area", "financial-assistance"),
          Municipality.TAKEN_IN);
  private static final CaseId OF_SOMEBODY_ELSE =
      MUNICIPALITY.takeCase(
          Pushes.ofCase()
              .with("caseNumber", "EB/2026-77")
              .with("persons/0/personalNumber", "198406829906"));
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    MUNICIPALITY.take(HOUSEHOLD, Pushes.application().with("date", "2026-11-01"));
    MUNICIPALITY.take(
        HOUSEHOLD, Pushes.decision().with("date", "2026-11-10").with("applicationId", "ANS-1"));
    MUNICIPALITY.take(
        HOUSEHOLD,
        Pushes.payment()
            .with("date", "2026-11-12")
            .with("applicationId", "ANS-1")
            .with("status", "planned"));
    MUNICIPALITY.take(HOUSEHOLD, Pushes.calculation().with("applicationId", "ANS-1"));
    MUNICIPALITY.take(
        HOUSEHOLD,
        Pushes.document()
            .with("id", "DOK-P2")
            .with("applicationId", "ANS-1")
            .with("audience", List.of("P2")));
    MUNICIPALITY.take(
        LABOUR, Pushes.decision().with("id", "BES-LABOUR").with("date", "2026-11-12"));
    MUNICIPALITY.take(OF_SOMEBODY_ELSE, Pushes.decision());
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void theListHasEverythingOfTheViewersOwnCasesNewestFirst() {
    var answer = applicant.get("/api/events");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("items", "id"))
        .containsExactlyInAnyOrder("BES-LABOUR", "UTB-1", "BES-1", "ANS-1")
        .endsWith("BES-1", "ANS-1");
    assertThat(answer.json()).containsOnlyKeys("items");
  }

  @Test
  void anEventIsSummedUpAsTheContractSays() {
    var answer = applicant.get("/api/events", "kind", "payment");
    assertThat(answer.at("items/0"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "id": "UTB-1", "kind": "payment",
                 "date": "2026-11-12", "title": "Elias Hertzberg", "area": "other-assistance",
                 "status": "planned", "amountOre": 50000, "new": false, "changed": false,
                 "updatedAt": "2026-11-20T08:12:00Z"}
                """
                    .formatted(HOUSEHOLD.value())));
  }

  @ParameterizedTest
  @CsvSource({
    "area,financial-assistance,BES-LABOUR",
    "area,other-assistance,UTB-1 BES-1 ANS-1",
    "kind,decision,BES-LABOUR BES-1",
    "kind,calculation,''",
    "kind,appointment,''",
    "application,ANS-1,UTB-1 BES-1",
    "application,ANS-2,''",
    "from,2026-11-12,UTB-1 BES-LABOUR",
    "from,2026-11-13,''",
    "to,2026-11-10,BES-1 ANS-1",
    "to,2026-10-31,''"
  })
  void aListIsNarrowed(String parameter, String value, String ids) {
    var answer = applicant.get("/api/events", parameter, value);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("items", "id"))
        .containsExactlyInAnyOrder((Object[]) (ids.isEmpty() ? new String[0] : ids.split(" ", -1)));
  }

  @Test
  void filtersHoldTogether() {
    var answer =
        applicant.get(
            "/api/events",
            "case",
            HOUSEHOLD.value(),
            "application",
            "ANS-1",
            "kind",
            "decision",
            "from",
            "2026-11-10",
            "to",
            "2026-11-10");
    assertThat(answer.each("items", "id")).containsExactly("BES-1");
  }

  @Test
  void aCaseNarrowsToThatCase() {
    assertThat(applicant.get("/api/events", "case", LABOUR.value()).each("items", "id"))
        .containsExactly("BES-LABOUR");
  }

  @Test
  void anothersCaseAndNoneAtAllAreTheSame() {
    var anothers = applicant.get("/api/events", "case", OF_SOMEBODY_ELSE.value());
    var none = applicant.get("/api/events", "case", "0".repeat(32));
    assertThat(anothers.status()).isEqualTo(404);
    assertThat(anothers.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(anothers.headers()).isEqualTo(none.headers());
  }

  @ParameterizedTest
  @CsvSource({
    "area,somewhere",
    "area,''",
    "kind,message",
    "kind,Decision",
    "application,a/b",
    "from,yesterday",
    "from,2026-02-30",
    "to,20261120",
    "limit,0",
    "limit,101",
    "limit,ten",
    "limit,-1",
    "limit,1.0",
    "cursor,abc",
    "cursor,''",
    "colour,red",
    "case,''"
  })
  void aParameterThatIsWrongIsRefused(String parameter, String value) {
    assertThat(applicant.get("/api/events", parameter, value).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"area", "case", "kind", "application", "from", "to", "limit", "cursor"})
  void aParameterThatComesTwiceIsRefused(String parameter) {
    var answer = applicant.get("/api/events", parameter, "2026-11-20", parameter, "2026-11-20");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    var answer = applicant.get("/api/events", "from", "2026-11-02", "to", "2026-11-01");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void pageAfterPageGivesTheWholeListOnce() {
    var whole = applicant.get("/api/events", "limit", "100").each("items", "id");
    var first = applicant.get("/api/events", "limit", "3");
    var second =
        applicant.get("/api/events", "limit", "3", "cursor", String.valueOf(first.at("next")));
    assertThat(first.each("items", "id")).isEqualTo(whole.subList(0, 3));
    assertThat(second.each("items", "id")).isEqualTo(whole.subList(3, 4));
    assertThat(second.at("next")).isNull();
  }

  @Test
  void aCursorOpensOnlyInTheSessionItIsFrom() {
    Object cursor = applicant.get("/api/events", "limit", "1").at("next");
    assertThat(
            PORTAL
                .login(Pushes.APPLICANT)
                .get("/api/events", "cursor", String.valueOf(cursor))
                .status())
        .isEqualTo(400);
  }

  @Test
  void whatCameAfterThePreviousLoginIsNewOrChanged() {
    Instant previousLogin = Municipality.TAKEN_IN.minusSeconds(3600);
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.ofCase());
    Instant before = previousLogin.minusSeconds(1);
    Instant after = previousLogin.plusSeconds(1);
    municipality.take(caseId, Pushes.decision().with("id", "OLD"), before, before);
    municipality.take(caseId, Pushes.decision().with("id", "CHANGED"), before, after);
    municipality.take(caseId, Pushes.decision().with("id", "NEW"), after, after);
    municipality.take(caseId, Pushes.decision().with("id", "AT"), previousLogin, previousLogin);
    try (Portal portal = new Portal(municipality)) {
      var again = portal.login(Pushes.APPLICANT, previousLogin).get("/api/events");
      assertThat(states(again))
          .isEqualTo(
              Map.of(
                  "OLD", "false false",
                  "CHANGED", "false true",
                  "NEW", "true false",
                  "AT", "false false"));
      var first = portal.login(Pushes.APPLICANT).get("/api/events");
      assertThat(states(first).values()).containsOnly("false false");
    }
  }

  private static Map<String, String> states(Portal.Answer answer) {
    var states = new HashMap<String, String>();
    for (Object item : (List<?>) Objects.requireNonNull(answer.at("items"))) {
      var summary = (Map<?, ?>) Objects.requireNonNull(item);
      states.put(
          String.valueOf(summary.get("id")), summary.get("new") + " " + summary.get("changed"));
    }
    return states;
  }
}
