package se.insyn.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Pågående ärenden and Kontakter. */
class CasesTest {

  private static final Push HOUSEHOLD =
      Pushes.household()
          .adding(
              "persons",
              Json.parseObject(
                  """
                  {"id": "P4", "name": "Moved Out", "role": "other", "protection": "none",
                   "to": "2026-11-19"}
                  """))
          .adding(
              "persons",
              Json.parseObject(
                  """
                  {"id": "P5", "name": "Moves In", "role": "other", "protection": "none",
                   "from": "2026-11-21"}
                  """))
          .adding(
              "caseworkers",
              Json.parseObject(
                  """
                  {"id": "HL4", "name": "Petra Lundin", "title": "socialsekreterare",
                   "role": "co-caseworker", "unit": "Väster", "phone": "0123-45 67 01",
                   "phoneHours": "mån–fre 9–10", "email": "petra.lundin@example.se"}
                  """))
          .with(
              "nextStep",
              Json.parseObject(
                  """
                  {"text": "Lämna kontoutdrag", "actor": "citizen", "expectedOn": "2026-12-01",
                   "audience": ["P1"]}
                  """));

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(HOUSEHOLD);
  private static final CaseId CLOSED =
      MUNICIPALITY.takeCase(
          new Source("/other-system"),
          Pushes.ofCase()
              .with("caseNumber", "AME-118")
              .with("area", "financial-assistance")
              .with("status", "closed")
              .with("openedOn", "2026-11-01")
              .with("closedOn", "2026-11-19")
              .without("nextStep"),
          Municipality.TAKEN_IN);
  private static final CaseId OF_SOMEBODY_ELSE =
      MUNICIPALITY.takeCase(
          Pushes.ofCase()
              .with("caseNumber", "EB-1")
              .with("persons/0/personalNumber", "197605239917"));
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void aCaseIsShownWithWhoIsInItToday() {
    assertThat(applicant.get("/api/cases/" + CASE.value()).json())
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseNumber": "IFO-2026-00123", "area": "other-assistance",
                 "type": "Vuxen, skadligt bruk och beroende", "status": "open",
                 "openedOn": "2026-10-30",
                 "persons": [
                   {"name": "Elias Hertzberg", "role": "applicant", "you": true},
                   {"name": "Åsa-Lena Gustafsson", "role": "co-applicant", "you": false},
                   {"name": "Alva Öberg", "role": "child", "you": false}],
                 "caseworkers": [
                   {"caseworkerId": "HL3", "name": "Maria Östlund", "title": "enhetschef",
                    "role": "responsible", "unit": "Vård och behandling Väster",
                    "canReceiveMessages": true},
                   {"caseworkerId": "HL4", "name": "Petra Lundin", "title": "socialsekreterare",
                    "role": "co-caseworker", "unit": "Väster", "phone": "0123-45 67 01",
                    "phoneHours": "mån–fre 9–10", "email": "petra.lundin@example.se",
                    "canReceiveMessages": true}],
                 "office": {"name": "Vård och behandling Väster", "phone": "0123-45 67 00"},
                 "nextStep": {"text": "Lämna kontoutdrag", "actor": "citizen",
                              "expectedOn": "2026-12-01"},
                 "updatedAt": "2026-11-20T08:12:00Z", "source": "/lifecare"}
                """
                    .formatted(CASE.value())));
  }

  @Test
  void whatHappensNextIsShownToWhomItIsFor() {
    var coApplicant = PORTAL.login(Pushes.CO_APPLICANT).get("/api/cases/" + CASE.value());
    assertThat(coApplicant.status()).isEqualTo(200);
    assertThat(coApplicant.at("nextStep")).isNull();
    assertThat(coApplicant.at("persons/1/you")).isEqualTo(true);
  }

  @Test
  void openCasesComeFirst() {
    var answer = applicant.get("/api/cases");
    assertThat(answer.each("items", "caseId")).containsExactly(CASE.value(), CLOSED.value());
    assertThat(answer.at("items/0")).isEqualTo(applicant.get("/api/cases/" + CASE.value()).json());
    assertThat(answer.at("items/1/closedOn")).isEqualTo("2026-11-19");
    assertThat(answer.json()).containsOnlyKeys("items");
  }

  @Test
  void contactsAreTheCaseworkersOfAllCases() {
    var answer = applicant.get("/api/contacts");
    assertThat(answer.each("items", "caseworkerId")).containsExactlyInAnyOrder("HL3", "HL4", "HL3");
    assertThat(answer.at("items/1"))
        .isEqualTo(
            Json.parse(
                """
                {"caseId": "%s", "caseworkerId": "HL4", "name": "Petra Lundin",
                 "title": "socialsekreterare", "role": "co-caseworker", "unit": "Väster",
                 "phone": "0123-45 67 01", "phoneHours": "mån–fre 9–10",
                 "email": "petra.lundin@example.se", "canReceiveMessages": true}
                """
                    .formatted(CASE.value())));
  }

  @Test
  void whoseSystemTakesNoMessagesCannotBeWrittenTo() {
    var settings = Map.<String, Object>of("sources.without.messages", "/lifecare");
    try (var portal = new Portal(MUNICIPALITY, settings)) {
      var browser = portal.login(Pushes.APPLICANT);
      assertThat(browser.get("/api/contacts").each("items", "canReceiveMessages"))
          .containsOnly(false);
      assertThat(
              browser.get("/api/cases/" + CASE.value()).each("caseworkers", "canReceiveMessages"))
          .containsOnly(false);
    }
    assertThat(applicant.get("/api/contacts").each("items", "canReceiveMessages"))
        .containsExactlyInAnyOrder(true, true, false);
  }

  @Test
  void inAClosedCaseNobodyTakesMessages() {
    assertThat(
            applicant.get("/api/cases/" + CLOSED.value()).each("caseworkers", "canReceiveMessages"))
        .containsExactly(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "0", "IFO-2026-00123", "..", "%2e%2e", "å b", "{caseId}", "a\"b"})
  void anythingElseIsTheSameAsAnothersCase(String caseId) {
    var anothers = Calls.during(() -> applicant.get("/api/cases/" + OF_SOMEBODY_ELSE.value()));
    var other = Calls.during(() -> applicant.get("/api/cases/" + caseId));
    assertThat(other.result().status()).isEqualTo(404);
    assertThat(other.result().bodyOfAnyCall()).isEqualTo(anothers.result().bodyOfAnyCall());
    assertThat(other.result().headers()).isEqualTo(anothers.result().headers());
    assertThat(other.calls()).isEqualTo(anothers.calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cases", "/api/contacts", "/api/start"})
  void aQueryIsRefused(String path) {
    assertThat(applicant.get(path, "area", "other-assistance").status()).isEqualTo(400);
  }

  @Test
  void allCasesAreReadInOneBatch() {
    assertThat(Calls.during(() -> applicant.get("/api/cases")).operations())
        .containsExactly("GetItem", "Query", "BatchGetItem", "BatchGetItem");
  }

  @Test
  void aProtectionHidesTheCaseFromTheOtherAtOnceAndEndsTheirOwnSession() {
    var municipality = new Municipality();
    CaseId shared = municipality.takeCase(Pushes.household());
    CaseId own = municipality.takeCase(Pushes.ofCase().with("caseNumber", "AME-118"));
    try (Portal portal = new Portal(municipality)) {
      var left = portal.login(Pushes.APPLICANT);
      var gone = portal.login(Pushes.CO_APPLICANT);
      municipality.protect(
          Municipality.citizen(Pushes.CO_APPLICANT), Protection.CONFIDENTIALITY_MARKING);
      assertThat(left.get("/api/cases").each("items", "caseId")).containsExactly(own.value());
      assertThat(left.get("/api/cases/" + shared.value()).status()).isEqualTo(404);
      assertThat(gone.get("/api/cases").status()).isEqualTo(401);
    }
  }
}
