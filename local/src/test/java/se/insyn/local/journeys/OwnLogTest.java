package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.People;

/** Two adults of a household, each with the log of what they did themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnLogTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String CASE = "LOG-1";
  private static final List<String> BOTH = List.of("P1", "P2");

  private Office office = Office.lifecare();
  private Browser elias = INSYN.browser();
  private Browser mattias = INSYN.browser();
  private String events = "";

  @BeforeAll
  void aHouseholdHasADecisionAndANote() {
    office = People.startOver();
    office.applies(
        People.household(CASE, People.ELIAS, People.MATTIAS),
        People.decision(CASE, "BES-LOG").with("audience", BOTH),
        Pushes.document().with("caseNumber", CASE).with("audience", List.of("P2")));
    elias = INSYN.loggedIn(People.ELIAS);
    mattias = INSYN.loggedIn(People.MATTIAS);
    var cases = Answers.list(mattias.get("/api/cases"), "items");
    events = "/api/cases/" + cases.getFirst().get("caseId") + "/events/";
  }

  @Test
  @Order(1)
  void whoOpensADecisionFindsItInTheirLog() {
    assertThat(elias.get(events + "BES-LOG").statusCode()).isEqualTo(200);
    assertThat(log(elias))
        .containsExactly("opened BES-LOG", "login null", "pushed BES-LOG", "pushed BES-1");
  }

  @Test
  @Order(2)
  void theOtherAdultFindsNothingOfIt() {
    assertThat(log(mattias)).containsExactly("login null", "pushed DOK-1", "pushed BES-LOG");
  }

  @Test
  @Order(3)
  void everyOpeningAndLogoutHasItsRow() {
    elias.get(events + "BES-LOG");
    elias.get(events + "DOK-1");
    elias.post("/logout", "{}");
    elias = INSYN.loggedIn(People.ELIAS);
    assertThat(log(elias))
        .startsWith("login null", "logout null", "opened BES-LOG", "opened BES-LOG", "login null");
  }

  @Test
  @Order(4)
  void whatIsTakenBackIsNotNamedAnyMore() {
    office.applies(
        People.decision(CASE, "BES-LOG")
            .with("audience", BOTH)
            .with("version", 2)
            .with("retracted", true));
    assertThat(elias.get("/api/access-log").body()).doesNotContain("BES-LOG");
    assertThat(log(elias)).containsSubsequence("opened null", "opened null", "pushed BES-1");
  }

  @Test
  @Order(5)
  void whoIsProtectedHasNoLogAndTheOtherLearnsNothing() {
    var before = log(mattias);
    office.applies(
        People.caseOf("LOG-2", People.MATTIAS),
        Pushes.protection(People.ELIAS, "confidentiality-marking"));
    assertThat(elias.get("/api/access-log").statusCode()).isEqualTo(401);
    assertThat(before).contains("pushed DOK-1");
    assertThat(log(mattias)).containsExactly("login null");
  }

  private static List<String> log(Browser browser) {
    return Answers.list(browser.get("/api/access-log"), "items").stream()
        .map(item -> item.get("act") + " " + item.get("id"))
        .toList();
  }
}
