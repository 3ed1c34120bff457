package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Municipality;

/** What an export holds, and what becomes of one that cannot be built. */
class ExportTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final Citizen ASA = Municipality.citizen(Pushes.CO_APPLICANT);
  private static final List<String> BOTH = List.of("P1", "P2");

  private final Workshop workshop = new Workshop();
  private final Municipality municipality = workshop.municipality;
  private final CaseId household = municipality.takeCase(Pushes.household());

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void itHoldsWhatTheCitizenSeesAndNothingElse() {
    municipality.take(household, Pushes.application());
    municipality.take(
        household,
        Pushes.decision()
            .with("audience", BOTH)
            .with("applicationId", "ANS-1")
            .with("grounds", "Skäl för sökanden")
            .with("coApplicantGrounds", "Skäl för medsökanden"));
    municipality.take(household, Pushes.calculation().with("decisionId", "BES-1"));
    municipality.take(
        household, Pushes.payment().with("id", "HENNES").with("audience", List.of("P2")));
    municipality.take(household, Pushes.document().with("visible", false));

    Map<String, byte[]> zip = built(ELIAS);

    assertThat(zip.keySet()).containsExactly("insyn.json", "insyn.html");
    assertThat(each(zip, "cases", "caseNumber")).containsExactly("IFO-2026-00123");
    assertThat(each(zip, "events", "id")).containsExactlyInAnyOrder("BES-1", "ANS-1");
    assertThat(each(zip, "calculations", "id")).containsExactly("NB-1");
    assertThat(json(zip)).containsEntry("files", List.of());
    assertThat(text(zip, "insyn.json"))
        .contains("Skäl för sökanden")
        .doesNotContain("Skäl för medsökanden", "HENNES", "Uppföljningssamtal", "\"personId\"");
    assertThat(text(zip, "insyn.html"))
        .contains("Skäl för sökanden", "7\u00a0590,00\u00a0kr", "Elias Hertzberg (sökande, du)")
        .doesNotContain("Skäl för medsökanden", "HENNES", "Uppföljningssamtal");
    assertThat(workshop.tasks()).isEmpty();
  }

  @Test
  void eachAdultGetsTheirOwn() {
    municipality.take(
        household,
        Pushes.decision()
            .with("audience", BOTH)
            .with("grounds", "Skäl för sökanden")
            .with("coApplicantGrounds", "Skäl för medsökanden"));

    assertThat(text(built(ASA), "insyn.json"))
        .contains("Skäl för medsökanden")
        .doesNotContain("Skäl för sökanden");
  }

  @Test
  void pushedTextIsTextOnTheReadablePage() {
    String hostile = "<script>alert(1)</script><img src=x onerror=\"alert('x')\">&amp;";
    municipality.take(
        household,
        Pushes.document().with("title", "</title>" + hostile).with("text", hostile + "\u202e"));

    String page = text(built(ELIAS), "insyn.html");

    assertThat(page)
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt;&amp;amp;",
            "hos Exempelby &lt;kommun&gt;</h1>")
        .doesNotContain("<script", "<img", "http://", "https://");
  }

  @Test
  void filesLieThereUnderNamesOfOurs() {
    byte[] bytes = "%PDF-1.7 in the test".getBytes(StandardCharsets.UTF_8);
    Push file = Pushes.file().with("title", "../../etc/passwd");
    municipality.take(household, file);
    workshop.file(
        household, "DOK-2", (String) Objects.requireNonNull(file.at("file/sha256")), bytes);

    Map<String, byte[]> zip = built(ELIAS);

    assertThat(zip.keySet()).containsExactly("insyn.json", "insyn.html", "files/001.pdf");
    assertThat(zip.get("files/001.pdf")).isEqualTo(bytes);
    assertThat(each(zip, "files", "name")).containsExactly("files/001.pdf");
    assertThat(text(zip, "insyn.html")).contains("<a href=\"files/001.pdf\">");
  }

  @Test
  void whoIsProtectedGetsNone() {
    workshop.order(ELIAS, "a");
    municipality.protect(ELIAS, Protection.CONFIDENTIALITY_MARKING);

    workshop.tick();

    assertThat(workshop.export(ELIAS, "a").state()).isEqualTo(Export.State.FAILED);
    assertThat(workshop.keys()).isEmpty();
    assertThat(workshop.tasks()).isEmpty();
  }

  @Test
  void aCaseWithSomebodyProtectedIsNotInIt() {
    municipality.takeCase(Pushes.ofCase().with("caseNumber", "OWN-1"));
    municipality.protect(ASA, Protection.CONFIDENTIALITY_MARKING);

    assertThat(each(built(ELIAS), "cases", "caseNumber")).containsExactly("OWN-1");
  }

  @Test
  void oneThatCannotBeBuiltFailsAfterThreeAttemptsAndHoldsUpNobody() {
    municipality.take(household, Pushes.file());
    workshop.order(ELIAS, "bytes-missing");
    workshop.clock.passes(Duration.ofSeconds(1));
    workshop.order(ASA, "b");

    workshop.tick();
    assertThat(workshop.export(ELIAS, "bytes-missing").state()).isEqualTo(Export.State.BUILDING);
    assertThat(workshop.export(ASA, "b").state()).isEqualTo(Export.State.READY);
    for (int minute = 0; minute < 10; minute++) {
      workshop.clock.passes(Duration.ofMinutes(1));
      workshop.tick();
    }

    assertThat(workshop.export(ELIAS, "bytes-missing").state()).isEqualTo(Export.State.FAILED);
    assertThat(workshop.keys()).hasSize(1);
    assertThat(workshop.tasks()).isEmpty();
  }

  @Test
  void oneThatIsOverBeforeItsTurnIsDropped() {
    workshop.order(ELIAS, "a");
    workshop.clock.passes(Export.LIFETIME);

    workshop.tick();

    assertThat(workshop.keys()).isEmpty();
    assertThat(workshop.tasks()).isEmpty();
  }

  private Map<String, byte[]> built(Citizen citizen) {
    workshop.order(citizen, "a");
    workshop.tick();
    return workshop.zip(citizen, "a");
  }

  private static String text(Map<String, byte[]> zip, String name) {
    return new String(Objects.requireNonNull(zip.get(name)), StandardCharsets.UTF_8);
  }

  private static Map<String, @Nullable Object> json(Map<String, byte[]> zip) {
    return Json.parseObject(text(zip, "insyn.json"));
  }

  private static List<@Nullable Object> each(Map<String, byte[]> zip, String list, String member) {
    return ((List<?>) Objects.requireNonNull(json(zip).get(list)))
        .stream().<@Nullable Object>map(item -> ((Map<?, ?>) item).get(member)).toList();
  }
}
