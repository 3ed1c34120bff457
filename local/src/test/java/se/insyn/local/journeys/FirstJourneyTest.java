package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.People;

/** From a push to the page that a person reads: what the first part is shown to be done by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstJourneyTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String CASE = "IFO-2026-00123";

  private Office office = Office.lifecare();
  private Browser elias = INSYN.browser();

  @BeforeAll
  void aHouseholdHasACase() {
    office = People.startOver();
    office.applies(
        People.household(CASE, People.ELIAS, People.MATTIAS),
        People.decision(CASE, "BES-OLD").with("date", "2026-11-01").with("audience", both()),
        Pushes.protection(People.BERTIL, "confidentiality-marking"),
        People.caseOf("EB-2026-00300", People.BERTIL),
        People.decision("EB-2026-00300", "BES-1"));
  }

  @Test
  @Order(1)
  void aDecisionThatIsPushedStandsFirstInTheTimelineWithItsDetail() {
    var decision =
        People.decision(CASE, "BES-NY")
            .with("audience", both())
            .with("decision", "Resor till arbetsträning")
            .with("amountOre", 62_000)
            .with("grounds", "Resorna behövs för att planen ska gå att följa.");
    assertThat(office.result(decision)).isEqualTo("applied");

    elias = INSYN.loggedIn(People.ELIAS);
    var first = events(elias).getFirst();
    assertThat(first.get("id")).isEqualTo("BES-NY");
    assertThat(first.get("title")).isEqualTo("Resor till arbetsträning");
    assertThat(first.get("amountOre")).isEqualTo(62_000);
    var detail = elias.get("/api/cases/" + first.get("caseId") + "/events/BES-NY");
    assertThat(detail.statusCode()).isEqualTo(200);
    assertThat(Json.object(detail.body()))
        .containsEntry("kind", "decision")
        .containsEntry("decision", "Resor till arbetsträning")
        .containsEntry("grounds", "Resorna behövs för att planen ska gå att följa.")
        .containsKey("links");

    assertThat(office.result(decision)).isEqualTo("duplicate");
  }

  @Test
  @Order(2)
  void whatIsNotSaidToBeVisibleIsNotShown() {
    office.applies(People.decision(CASE, "BES-DOLT").with("audience", both()).without("visible"));
    assertThat(ids(elias)).contains("BES-NY", "BES-OLD").doesNotContain("BES-DOLT");
  }

  @Test
  @Order(3)
  void theProtectedAndTheUnknownGetTheSamePageByteForByte() {
    var protectedPerson = INSYN.browser();
    var unknown = INSYN.browser();
    var one = protectedPerson.login(People.BERTIL);
    var other = unknown.login(People.NOBODY);
    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(one.body()).isEqualTo(other.body()).contains("0123-45 60 00");
    assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
    assertThat(protectedPerson.isLoggedIn()).isFalse();
    assertThat(unknown.isLoggedIn()).isFalse();
  }

  @Test
  @Order(4)
  void anothersCaseIsNotFound() {
    var asa = INSYN.loggedIn(People.ASA);
    var theirs = String.valueOf(events(elias).getFirst().get("caseId"));
    assertThat(asa.get("/api/cases/" + theirs).statusCode()).isEqualTo(404);
    assertThat(asa.get("/api/cases/" + theirs + "/events/BES-NY").statusCode()).isEqualTo(404);
    assertThat(ids(asa)).containsExactly("BES-1");
  }

  @Test
  @Order(5)
  void aProtectionOfOneHidesTheCaseFromTheOtherAtOnceAndEndsTheOnesSession() {
    office.applies(
        People.caseOf("IFO-2026-00124", People.MATTIAS),
        People.decision("IFO-2026-00124", "BES-1"));
    var mattias = INSYN.loggedIn(People.MATTIAS);
    assertThat(ids(mattias)).contains("BES-NY");
    office.applies(Pushes.protection(People.ELIAS, "protected-registration"));
    assertThat(elias.get("/api/start").statusCode()).isEqualTo(401);
    assertThat(mattias.get("/api/cases").body()).contains("IFO-2026-00124").doesNotContain(CASE);
    assertThat(ids(mattias)).containsExactly("BES-1");
    assertThat(INSYN.loggedIn(People.ELIAS).isLoggedIn()).isFalse();
  }

  private static List<String> both() {
    return List.of("P1", "P2");
  }

  private static List<Map<?, ?>> events(Browser browser) {
    return Answers.list(browser.get("/api/events"), "items");
  }

  private static List<String> ids(Browser browser) {
    return events(browser).stream().map(item -> String.valueOf(item.get("id"))).toList();
  }
}
