package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.insyn.domain.testing.Push;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.Papers;
import se.insyn.local.hostile.People;

/** A paper from the office to the person's screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentJourneyTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String CASE = "DOC-1";
  private static final byte[] PDF = Papers.pdf("utredning");
  private static final byte[] OTHER = Papers.pdf("kallelse");

  private Office office = Office.lifecare();
  private Browser elias = INSYN.browser();
  private Browser mattias = INSYN.browser();
  private String file = "";

  @BeforeAll
  void aHouseholdHasACase() {
    office = People.startOver();
    office.applies(People.household(CASE, People.ELIAS, People.MATTIAS));
    elias = INSYN.loggedIn(People.ELIAS);
    mattias = INSYN.loggedIn(People.MATTIAS);
    var cases = Answers.list(mattias.get("/api/cases"), "items");
    file = "/api/cases/" + cases.getFirst().get("caseId") + "/documents/UTR-1/file";
  }

  @Test
  @Order(1)
  void nothingIsSeenOfItUntilItsFileHasBeenChecked() {
    var upload = office.announce(document(PDF));
    assertThat(documents(elias)).isEmpty();
    assertThat(elias.get(file).statusCode()).isEqualTo(404);
    assertThat(office.handOver(upload, PDF)).isEqualTo(200);
    Papers.awaitChecks();
    assertThat(documents(elias)).containsExactly("UTR-1 true");
  }

  @Test
  @Order(2)
  void theFileIsReachedThroughTheRedirectAndCalledByItsTitle() {
    var answer = fetched();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().getBytes(StandardCharsets.ISO_8859_1)).isNotEmpty();
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/pdf");
    assertThat(answer.headers().firstValue("content-disposition"))
        .hasValue(
            "inline; filename=\"Utredning arende.pdf\"; filename*=UTF-8''Utredning%20%C3%A4rende.pdf");
  }

  @Test
  @Order(3)
  void itStandsInTheReadersOwnLogAndNobodyElses() {
    assertThat(elias.get("/api/access-log").body())
        .contains("\"opened\"", "\"pushed\"", "Utredning ärende");
    assertThat(mattias.get("/api/access-log").body()).doesNotContain("opened", "Utredning");
    assertThat(mattias.get(file).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void theEarlierFileStaysUntilTheNewOneIsChecked() {
    var upload = office.announce(document(OTHER).with("version", 2));
    assertThat(fetched().headers().firstValueAsLong("content-length").orElse(0))
        .isEqualTo(PDF.length);
    office.handOver(upload, OTHER);
    Papers.awaitChecks();
    assertThat(fetched().headers().firstValueAsLong("content-length").orElse(0))
        .isEqualTo(OTHER.length);
  }

  @Test
  @Order(5)
  void whatIsTakenBackIsGoneAtOnce() {
    office.applies(document(OTHER).with("version", 3).with("retracted", true));
    assertThat(documents(elias)).isEmpty();
    assertThat(elias.get(file).statusCode()).isEqualTo(404);
  }

  /** What a browser gets that follows the redirect. */
  private HttpResponse<String> fetched() {
    var answer = elias.get(file);
    assertThat(answer.statusCode()).isEqualTo(303);
    return INSYN.browser().get(answer.headers().firstValue("location").orElseThrow());
  }

  private static List<String> documents(Browser browser) {
    return Answers.list(browser.get("/api/documents?type=investigation"), "items").stream()
        .map(item -> item.get("id") + " " + item.get("hasFile"))
        .toList();
  }

  private static Push document(byte[] content) {
    return Papers.document(CASE, "UTR-1", content).with("title", "Utredning ärende");
  }
}
