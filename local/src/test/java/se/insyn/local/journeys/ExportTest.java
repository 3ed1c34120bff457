package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.Papers;
import se.insyn.local.hostile.People;

/** A citizen takes along what they see, until something of it may no longer be seen. */
class ExportTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String CASE = "EXPORT-1";
  private static final byte[] PDF = Papers.pdf("utredning");

  private Office office = Office.lifecare();
  private Browser elias = INSYN.browser();

  @BeforeEach
  void aHouseholdHasADecisionAndAFile() {
    office = People.startOver();
    office.applies(
        People.household(CASE, People.ELIAS, People.MATTIAS),
        People.decision(CASE, "BES-EXPORT").with("audience", List.of("P1", "P2")),
        Pushes.payment()
            .with("caseNumber", CASE)
            .with("id", "UTB-P2")
            .with("audience", List.of("P2")));
    office.handOver(office.announce(Papers.document(CASE, "DOK-1", PDF)), PDF);
    Papers.awaitChecks();
    elias = INSYN.loggedIn(People.ELIAS);
  }

  @Test
  void itIsOrderedBuiltAndOpened() throws IOException {
    var export = order(elias);
    assertThat(Json.object(elias.get(export).body())).isEqualTo(Map.of("state", "building"));

    INSYN.tick();

    var zip = unzipped(fetched(elias.get(export)));
    assertThat(zip).containsOnlyKeys("insyn.json", "insyn.html", "files/001.pdf");
    assertThat(zip.get("files/001.pdf")).isEqualTo(PDF);
    assertThat(new String(zip.getOrDefault("insyn.json", new byte[0]), StandardCharsets.UTF_8))
        .contains("BES-EXPORT", CASE)
        .doesNotContain("UTB-P2", "\"personId\"", People.ELIAS, People.MATTIAS);
    assertThat(INSYN.loggedIn(People.MATTIAS).get(export).statusCode()).isEqualTo(404);
    assertThat(INSYN.browser().get(export).statusCode()).isEqualTo(401);
  }

  @Test
  void itIsGoneAfterARetraction() {
    var export = order(elias);
    INSYN.tick();
    assertThat(elias.get(export).statusCode()).isEqualTo(303);

    office.applies(
        People.decision(CASE, "BES-EXPORT")
            .with("audience", List.of("P1", "P2"))
            .with("version", 2)
            .with("retracted", true));

    assertThat(elias.get(export).statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyOrdersOneFromAnotherPage() {
    var strange =
        elias.send(
            elias
                .request("/api/exports")
                .header("Content-Type", "application/json")
                .header("X-Insyn", "1")
                .header("Origin", "https://evil.example")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(strange.statusCode()).isEqualTo(403);
  }

  private static String order(Browser browser) {
    var ordered = browser.post("/api/exports", "{}");
    assertThat(ordered.statusCode()).isEqualTo(202);
    return "/api/exports/" + Json.object(ordered.body()).get("id");
  }

  private static byte[] fetched(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    var zip = Browser.fetch(URI.create(answer.headers().firstValue("location").orElseThrow()));
    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(zip.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"insyn.zip\"");
    return zip.body();
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
