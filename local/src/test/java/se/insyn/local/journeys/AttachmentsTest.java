package se.insyn.local.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.OwnFiles;
import se.insyn.local.hostile.Papers;
import se.insyn.local.hostile.People;

/** A paper from the person's screen to the offices. */
class AttachmentsTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final byte[] PDF = Papers.pdf("utredning");
  private static final String OF_PDF = "application/pdf";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** Written apart, so that no scanner finds it here. */
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private Office office = Office.lifecare();
  private Office other = Office.otherSystem();
  private Browser elias = INSYN.browser();
  private List<Map<String, String>> both = List.of();

  @BeforeEach
  void twoSystemsHaveACaseOfTheirs() {
    office = People.startOver();
    other = Office.otherSystem();
    other.applies(People.caseOf("E-1", People.ELIAS));
    elias = INSYN.loggedIn(People.ELIAS);
    both =
        Answers.list(elias.get("/api/cases"), "items").stream()
            .map(
                each -> Map.of("caseId", String.valueOf(each.get("caseId")), "caseworkerId", "HL3"))
            .toList();
    assertThat(both).hasSize(2);
  }

  @Test
  void aPaperToTwoOfficesReachesEachWhenItIsCheckedAndIsThePaper() {
    var paper = OwnFiles.announce(elias, "Kontoutdrag åäö.pdf", OF_PDF, PDF);
    var id = OwnFiles.id(paper);
    var sent = elias.post("/api/threads", OwnFiles.message("m1", both, id));
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(acts(office)).isEmpty();
    assertThat(acts(other)).isEmpty();
    assertThat(message(sent.body())).containsEntry("state", "waiting");

    OwnFiles.handOver(paper, PDF);

    assertThat(OwnFiles.state(elias, id)).isEqualTo("ok");
    for (var system : List.of(office, other)) {
      var act = acts(system).getFirst();
      assertThat(act).containsEntry("subject", "Hyran").containsEntry("text", "Hej");
      var attachment = attachment(act);
      assertThat(attachment)
          .containsEntry("id", id)
          .containsEntry("name", "Kontoutdrag åäö.pdf")
          .containsEntry("mediaType", OF_PDF);
      assertThat(Browser.fetch(URI.create(String.valueOf(attachment.get("url")))).body())
          .isEqualTo(PDF);
    }
    var message = message(sent.body());
    assertThat(message).doesNotContainKey("state");
    var seen =
        elias.get(
            "/api/threads/%s/messages/%s/attachments/%s"
                .formatted(thread(sent.body()), message.get("id"), id));
    assertThat(seen.statusCode()).isEqualTo(303);
    assertThat(
            Browser.fetch(URI.create(seen.headers().firstValue("location").orElseThrow())).body())
        .isEqualTo(PDF);
    // Nobody else, under whatever thread.
    assertThat(INSYN.loggedIn(People.ASA).get("/api/attachments/" + id).statusCode())
        .isEqualTo(404);
  }

  static Stream<Arguments> bad() {
    var pdf = new String(PDF, ISO_8859_1);
    return Stream.of(
        arguments("a.pdf", OF_PDF, "%PDF-1.4\n" + EICAR + "\n%%EOF\n", "malware"),
        arguments("a.pdf", OF_PDF, "MZ\u0090\u0000 a program", "wrong-type"),
        arguments("a.docx", DOCX, "PK\u0003\u0004 word/vbaProject.bin", "broken"),
        arguments("a.jpg", "image/jpeg", "\u00ff\u00d8\u00ff half a picture", "broken"),
        arguments("a.png", "image/png", pdf, "wrong-type"),
        arguments("a.doc", "application/msword", "{\\rtf1}", "wrong-type"));
  }

  @ParameterizedTest(name = "{0} that is {3}")
  @MethodSource("bad")
  void whatIsNotTakenIsRefusedInAWordAndGoesNowhere(
      String name, String type, String content, String why) {
    byte[] bytes = content.getBytes(ISO_8859_1);
    var paper = OwnFiles.announce(elias, name, type, bytes);
    var id = OwnFiles.id(paper);
    var sent = elias.post("/api/threads", OwnFiles.message("m1", both, id));

    OwnFiles.handOver(paper, bytes);

    assertThat(OwnFiles.state(elias, id)).isEqualTo("refused: " + why);
    assertThat(message(sent.body())).containsEntry("state", "stopped");
    assertThat(acts(office)).isEmpty();
    assertThat(acts(other)).isEmpty();
    assertThat(INSYN.s3().keys("attachments/" + id)).isEmpty();
    // The person writes again.
    assertThat(elias.post("/api/threads", OwnFiles.message("m2", both)).statusCode())
        .isEqualTo(201);
    assertThat(acts(office)).hasSize(1);
  }

  @Test
  void whatIsAnothersOrNobodysIsAnsweredTheSame() {
    var ofAsa = OwnFiles.id(OwnFiles.announce(INSYN.loggedIn(People.ASA), "a.pdf", OF_PDF, PDF));
    var used = OwnFiles.id(OwnFiles.announce(elias, "a.pdf", OF_PDF, PDF));
    elias.post("/api/threads", OwnFiles.message("m1", both, used));

    var none = elias.post("/api/threads", OwnFiles.message("m2", both, "a".repeat(32)));
    assertThat(none.statusCode()).isEqualTo(422);
    for (var id : List.of(ofAsa, used)) {
      var answer = elias.post("/api/threads", OwnFiles.message("m2", both, id));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(alike(answer.body())).isEqualTo(alike(none.body()));
    }
  }

  @Test
  void anAnswerOfAPaperAloneReachesTheOfficeWhenItIsChecked() {
    office.applies(
        Pushes.informationRequest().with("caseNumber", "A-1").with("audience", List.of("P1")));
    var paper = OwnFiles.announce(elias, "Hyresavi.pdf", OF_PDF, PDF);
    var caseId = CaseId.of(new Source("/lifecare"), new CaseNumber("A-1"));
    var path = "/api/cases/" + caseId.value() + "/events/KOMP-1/answer";
    var body = Json.text(Map.of("id", "a1", "attachmentIds", List.of(OwnFiles.id(paper))));
    assertThat(elias.post(path, body).statusCode()).isEqualTo(201);
    assertThat(acts(office)).isEmpty();

    OwnFiles.handOver(paper, PDF);

    assertThat(attachment(acts(office).getFirst())).containsEntry("name", "Hyresavi.pdf");
  }

  private static List<Map<Object, Object>> acts(Office system) {
    var body = "{\"events\":" + system.get("/caseworker/v1/outbox").body() + "}";
    return Answers.list(Json.object(body), "events").stream()
        .<Map<Object, Object>>map(
            event -> new HashMap<>((Map<?, ?>) Objects.requireNonNull(event.get("data"))))
        .toList();
  }

  private static Map<Object, Object> attachment(Map<?, ?> act) {
    var attachments = (List<?>) Objects.requireNonNull(act.get("attachments"));
    return new HashMap<>((Map<?, ?>) attachments.getFirst());
  }

  private static String thread(String sent) {
    var ids = (List<?>) Objects.requireNonNull(Json.object(sent).get("threadIds"));
    return String.valueOf(ids.getFirst());
  }

  /** The message, as whoever sent it sees it now. */
  private Map<Object, Object> message(String sent) {
    return new HashMap<>(
        Answers.list(elias.get("/api/threads/" + thread(sent)), "messages").getFirst());
  }

  private static String alike(String body) {
    return body.replaceAll("\"(traceId|instance)\":\"[^\"]*\"", "");
  }
}
