package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.AuditItems;
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

    Unzipped zip = built(ELIAS);

    assertThat(zip.files().keySet()).containsExactly("insyn.json", "insyn.html");
    assertThat(zip.each("cases", "caseNumber")).containsExactly("IFO-2026-00123");
    assertThat(zip.each("events", "id")).containsExactlyInAnyOrder("BES-1", "ANS-1");
    assertThat(zip.each("calculations", "id")).containsExactly("NB-1");
    assertThat(zip.json()).containsEntry("files", List.of());
    assertThat(zip.text("insyn.json"))
        .contains("Skäl för sökanden")
        .doesNotContain("Skäl för medsökanden", "HENNES", "Uppföljningssamtal", "\"personId\"");
    assertThat(zip.text("insyn.html"))
        .contains("Skäl för sökanden", "7\u00a0590,00\u00a0kr", "Elias Hertzberg (sökande, du)")
        .doesNotContain("Skäl för medsökanden", "HENNES", "Uppföljningssamtal");
    assertThat(workshop.tasks()).isEmpty();
  }

  @Test
  void thatItIsBuiltIsALineInTheLog() {
    municipality.take(household, Pushes.decision().with("audience", BOTH));
    workshop.order(ELIAS, "a");

    assertThat(workshop.logged(workshop::tick))
        .singleElement()
        .asString()
        .contains("\"an export is built\"", "\"reason\":\"export-built\",\"count\":\"1\"");
  }

  @Test
  void eachAdultGetsTheirOwn() {
    municipality.take(
        household,
        Pushes.decision()
            .with("audience", BOTH)
            .with("grounds", "Skäl för sökanden")
            .with("coApplicantGrounds", "Skäl för medsökanden"));

    assertThat(built(ASA).text("insyn.json"))
        .contains("Skäl för medsökanden")
        .doesNotContain("Skäl för sökanden");
  }

  @Test
  void pushedTextIsTextOnTheReadablePage() {
    String hostile = "<script>alert(1)</script><img src=x onerror=\"alert('x')\">&amp;";
    municipality.take(
        household,
        Pushes.document().with("title", "</title>" + hostile).with("text", hostile + "\u202e"));

    String page = built(ELIAS).text("insyn.html");

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

    Unzipped zip = built(ELIAS);

    assertThat(zip.files().keySet()).containsExactly("insyn.json", "insyn.html", "files/001.pdf");
    assertThat(zip.files().get("files/001.pdf")).isEqualTo(bytes);
    assertThat(zip.each("files", "name")).containsExactly("files/001.pdf");
    assertThat(zip.text("insyn.html")).contains("<a href=\"files/001.pdf\">");
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

  /**
   * A protected person hides each case they stand in from all. What another case says of them in a
   * text, the payee of a payment say, is the source's own word; no rule of ours can find it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"P2", "P3"})
  void nothingOfACaseWithSomebodyProtectedIsInIt(String protectedPerson) {
    CaseId own = municipality.takeCase(Pushes.ofCase().with("caseNumber", "OWN-1"));
    municipality.take(own, Pushes.decision().with("decision", "I eget ärende"));
    byte[] bytes = "%PDF-1.7 om Alva Öberg".getBytes(StandardCharsets.UTF_8);
    Push file = Pushes.file().with("title", "Om Alva Öberg");
    municipality.take(household, file);
    workshop.file(
        household, "DOK-2", (String) Objects.requireNonNull(file.at("file/sha256")), bytes);
    municipality.take(household, Pushes.decision().with("concernedPersons", BOTH));
    String of = AuditItems.subject(household);
    workshop.audit(of, at(1), "push", Map.of("what", "decision", "id", "BES-1"));
    workshop.audit(AuditItems.subject(ELIAS), at(2), "opened", opening("BES-1"));
    municipality.protect(
        protectedPerson.equals("P2")
            ? ASA
            : new Citizen("none-" + household.value() + "-" + protectedPerson),
        Protection.CONFIDENTIALITY_MARKING);

    Unzipped zip = built(ELIAS);

    assertThat(zip.files()).containsOnlyKeys("insyn.json", "insyn.html");
    assertThat(zip.each("cases", "caseNumber")).containsExactly("OWN-1");
    assertThat(zip.each("events", "decision")).containsExactly("I eget ärende");
    assertThat(zip.json())
        .containsEntry("accessLog", List.of(Map.of("at", at(2).toString(), "act", "opened")));
    for (String name : zip.files().keySet()) {
      assertThat(zip.text(name))
          .doesNotContain(
              "Åsa-Lena",
              "Gustafsson",
              "Alva",
              household.value(),
              "IFO-2026-00123",
              "Strukturerat");
    }
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

  private Unzipped built(Citizen citizen) {
    workshop.order(citizen, "a");
    workshop.tick();
    return workshop.zip(citizen, "a");
  }

  /** Some seconds after the pushes of this municipality. */
  private static Instant at(int seconds) {
    return Municipality.TAKEN_IN.plusSeconds(seconds);
  }

  private Map<String, String> opening(String id) {
    return Map.of("case", household.value(), "what", "decision", "id", id);
  }
}
