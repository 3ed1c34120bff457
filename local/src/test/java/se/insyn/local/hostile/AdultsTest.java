package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.insyn.domain.events.Complete;
import se.insyn.domain.testing.Push;
import se.insyn.domain.value.Sha256;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/**
 * C07 and C09: two adults of one case, every kind of fact with everything in it, and all that
 * either is answered on every route that reads, with the export.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdultsTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String CASE = "HUS-9";
  private static final byte[] PDF = Papers.pdf("kallelse");
  private static final List<String> BOTH = List.of("P1", "P2");

  /** In facts for one adult, and in a member that nobody knows, such as a note of the staff. */
  private static final String NOTE = "Arbetsanteckning";

  private final List<String> shared = new ArrayList<>();
  private final List<String> hers = new ArrayList<>();
  private Map<String, String> applicant = Map.of();
  private Map<String, String> coApplicant = Map.of();

  @BeforeAll
  void bothReadAllThereIs() throws IOException {
    var office = People.startOver();
    office.applies(People.household(CASE, People.ELIAS, People.MATTIAS).with("note", NOTE));
    int number = 0;
    for (var complete : Complete.all()) {
      number++;
      shared.add("ALLA-" + number);
      take(office, complete.push().with("id", "ALLA-" + number).with("audience", BOTH));
      hers.add("EGEN-" + number);
      take(office, complete.push().with("id", "EGEN-" + number).with("audience", List.of("P1")));
    }
    Papers.awaitChecks();
    applicant = allAnswers(INSYN.loggedIn(People.ELIAS));
    coApplicant = allAnswers(INSYN.loggedIn(People.MATTIAS));
  }

  @Test
  @DisplayName("C09: what is for one adult is on no route of the other")
  void whatIsForOneAdultIsOnNoRouteOfTheOther() {
    assertThat(String.join("", applicant.values())).contains(hers).contains(shared);
    assertThat(coApplicant)
        .allSatisfy((path, answer) -> assertThat(answer).as(path).doesNotContain("EGEN-"));
    assertThat(String.join("", coApplicant.values())).contains(shared);
  }

  @Test
  @DisplayName("C09: each adult reads their own grounds, and nothing of the other's money or day")
  void eachAdultReadsTheirOwn() {
    assertThat(String.join("", applicant.values()))
        .contains("Skäl A", "Orsak A", "\"7890\"", "Stadingsplan 5")
        .doesNotContain("Skäl B", "Orsak B");
    assertThat(String.join("", coApplicant.values()))
        .contains("Skäl B", "Orsak B")
        .doesNotContain("Skäl A", "Orsak A", "7890", "Stadingsplan", "2026-11-21");
  }

  @Test
  @DisplayName("C07: nothing of what only the staff and the machinery know is on any route")
  void whatOnlyTheStaffKnowsIsOnNoRoute() {
    for (var answers : List.of(applicant, coApplicant)) {
      assertThat(answers)
          .allSatisfy(
              (path, answer) ->
                  assertThat(answer)
                      .as(path)
                      .doesNotContain(NOTE, "8327", "personId", "personalNumber", "receivedBy")
                      .doesNotContain("\"audience\"", "registeredAt", "\"protection\"")
                      .doesNotContain(People.ELIAS, People.MATTIAS, People.MATTIAS.substring(2))
                      .doesNotContainPattern("\"P[0-9]\""));
    }
  }

  private static void take(Office office, Push complete) {
    var push = complete.with("caseNumber", CASE).with("note", NOTE).with("notes", List.of(NOTE));
    if (push.at("file") == null) {
      office.applies(push);
    } else {
      var announced = push.with("file/size", PDF.length).with("file/sha256", Sha256.hex(PDF));
      assertThat(office.handOver(office.announce(announced), PDF)).isEqualTo(200);
    }
  }

  /** The answer of every route that reads, by path; of one fact, for each that there is. */
  private Map<String, String> allAnswers(Browser browser) throws IOException {
    var answers = new TreeMap<String, String>();
    var caseId = Routes.caseId(browser, CASE);
    for (var route : Routes.all()) {
      var ids = route.path().contains("{id}") ? ids() : List.of("");
      for (var id : ids) {
        var path = Routes.path(route, caseId, id);
        // A profile is the one place that shows somebody their own number.
        if (path.startsWith("/api/")
            && !path.startsWith("/api/exports")
            && !path.startsWith("/api/profile")) {
          for (var part : List.of(path, path + "?limit=100")) {
            var answer = browser.get(part);
            assertThat(answer.statusCode()).as(part).isIn(200, 303, 400, 404, 405);
            answers.put(part, answer.statusCode() < 300 ? answer.body() : "");
          }
        }
      }
    }
    answers.putAll(export(browser));
    return answers;
  }

  private List<String> ids() {
    var ids = new ArrayList<>(shared);
    ids.addAll(hers);
    return ids;
  }

  private static Map<String, String> export(Browser browser) throws IOException {
    var path = "/api/exports/" + Json.object(browser.post("/api/exports", "{}").body()).get("id");
    INSYN.tick();
    var address = URI.create(browser.get(path).headers().firstValue("location").orElseThrow());
    var texts = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(Browser.fetch(address).body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().endsWith(".pdf")) {
          texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(texts).containsKeys("insyn.json", "insyn.html");
    return texts;
  }
}
