package se.insyn.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.testing.Push;
import se.insyn.domain.value.Sha256;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;

/**
 * The table of files, from the push to the page: H01, H02, H05, H08–H13, H17 and H19 are here. H03,
 * H04, H24 (that a file stays closed): FileChecksTest. H07, H21: S3FilesTest. H10–H15 in full:
 * FileRulesTest, PdfRulesTest and BombsTest of file-checks. H22: test_template.py.
 */
class FilesTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final AtomicInteger CASES = new AtomicInteger();
  private static final byte[] PDF = Papers.pdf("utredning");

  /** Written apart, so that no scanner finds it here. */
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private final Office office = Office.lifecare();
  private final String caseNumber = "FILES-" + CASES.incrementAndGet();

  @BeforeEach
  void thereIsACase() {
    office.applies(People.caseOf(caseNumber, People.ELIAS));
  }

  @Test
  @DisplayName("H01, H02: until it is checked a file is like none, and then its document opens")
  void aFileThatIsHandedOverExactlyAsTheAnswerSaysOpensItsDocument() {
    var upload = office.announce(document(PDF));
    assertThat(seen()).isEmpty();
    assertThat(file()).isEqualTo("missing");
    Browser elias = INSYN.loggedIn(People.ELIAS);
    Refusal.of(() -> elias.get(path())).isProblem(404, "not-found", "not-found");

    assertThat(office.handOver(upload, PDF)).isEqualTo(200);
    Papers.awaitChecks();

    assertThat(file()).isEqualTo("ok");
    assertThat(seen()).containsExactly("DOK-1");
    assertThat(office.result(document(PDF))).isEqualTo("duplicate");
    assertThat(office.push(document(PDF)).body()).doesNotContain("upload");
  }

  @Test
  @DisplayName("H05: other bytes, headers, places, times and methods do not come in")
  void whatIsNotExactlyWhatWasAnnouncedDoesNotComeIn() {
    var upload = office.announce(document(PDF));
    byte[] longer = (new String(PDF, ISO_8859_1) + "\n").getBytes(ISO_8859_1);
    byte[] other = PDF.clone();
    other[PDF.length - 1]++;

    assertThat(office.handOver(upload, longer)).isEqualTo(403);
    assertThat(office.handOver(upload, other)).isEqualTo(400);
    assertThat(office.handOver(with(upload, "content-type", "text/html"), PDF)).isEqualTo(403);
    assertThat(office.handOver(with(upload, "if-none-match", "never"), PDF)).isEqualTo(403);
    assertThat(office.handOver(at(upload, "/incoming/", "/cases/"), PDF)).isEqualTo(403);
    assertThat(office.handOver(at(upload, "Expires=300", "Expires=301"), PDF)).isEqualTo(403);

    assertThat(office.handOver(at(upload, "/DOK-1/", "/DOK-9/"), PDF)).isEqualTo(403);
    assertThat(office.handOver(at(upload, sum(PDF), sum(other)), PDF)).isEqualTo(403);
    for (var method : List.of("GET", "HEAD", "POST", "DELETE")) {
      var url = URI.create(String.valueOf(upload.get("url")));
      var request = HttpRequest.newBuilder(url).method(method, BodyPublishers.noBody());
      assertThat(send(request).statusCode()).as(method).isBetween(400, 499);
    }

    assertThat(file()).isEqualTo("missing");
    assertThat(INSYN.s3().keys("incoming/")).isEmpty();
  }

  @Test
  @DisplayName("H08: an address works for whoever has it, and the log says to whom it was given")
  void anAddressIsWrittenDownWithWhomItWasGivenTo() {
    office.handOver(office.announce(document(PDF)), PDF);
    Papers.awaitChecks();
    int before = given().size();

    var answer = INSYN.loggedIn(People.ELIAS).get(path());
    var address = URI.create(answer.headers().firstValue("location").orElseThrow());
    assertThat(address.getQuery()).contains("X-Amz-Expires=60");
    for (int i = 0; i < 2; i++) {
      assertThat(Browser.fetch(address).body()).isEqualTo(PDF);
    }
    assertThat(given()).hasSize(before + 1);
    var longer = URI.create(address.toString().replace("Expires=60", "Expires=61"));
    assertThat(Browser.fetch(longer).statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("H09: nobody gets an address, or an upload, for what is another's")
  void nobodyGetsAnAddressForWhatIsAnothers() {
    office.applies(People.caseOf(caseNumber + "-B", People.ASA));
    office.handOver(office.announce(document(PDF)), PDF);
    Papers.awaitChecks();

    Browser asa = INSYN.loggedIn(People.ASA);
    Refusal.of(() -> asa.get(path())).isProblem(404, "not-found", "not-found");
    assertThat(Office.otherSystem().push(document(PDF)).statusCode()).isEqualTo(404);
    for (var id : List.of("../DOK-1", "a/b", "%2e%2e", "DOK 1", "")) {
      var answer = office.push(document(PDF).with("id", id));
      assertThat(answer.statusCode()).as(id).isEqualTo(422);
      assertThat(answer.body()).doesNotContain("upload");
    }
  }

  @Test
  @DisplayName(
      "H17: nothing and a byte too much are refused when they are announced, the most is not")
  void theLengthIsOneOfThoseThatAreTaken() {
    for (long size : new long[] {0, -1, StoredFile.LARGEST + 1}) {
      var push = document(PDF).with("file/size", size);
      Refusal.of(() -> office.push(push)).isProblem(422, "invalid-members", "invalid-members");
    }
    byte[] most = largest();

    assertThat(office.handOver(office.announce(document(most)), most)).isEqualTo(200);
    Papers.awaitChecks();

    assertThat(file()).isEqualTo("ok");
    assertThat(seen()).containsExactly("DOK-1");
  }

  @Test
  @DisplayName("H19: a file that never comes leaves no trace for the citizen")
  void aFileThatNeverComesIsNoRow() {
    office.announce(document(PDF));
    Browser elias = INSYN.loggedIn(People.ELIAS);
    for (var path :
        List.of("/api/documents", "/api/events?limit=100", "/api/access-log", "/api/start")) {
      assertThat(elias.get(path).body())
          .as(path)
          .doesNotContain("\"caseNumber\":\"" + caseNumber + "\",\"id\":\"DOK-1\"");
    }
  }

  @Test
  void anUploadThatWasLostIsRepeatedAndOneThatWasNotIsNot() {
    office.announce(document(PDF));

    var again = office.announce(document(PDF));
    assertThat(office.handOver(again, PDF)).isEqualTo(200);
    Papers.awaitChecks();
    assertThat(file()).isEqualTo("ok");

    // Within its five minutes the address still takes the same bytes; nothing comes of it.
    assertThat(office.handOver(again, PDF)).isEqualTo(200);
    Papers.awaitChecks();
    assertThat(file()).isEqualTo("ok");
    assertThat(seen()).containsExactly("DOK-1");
  }

  @Test
  void malwareIsNeverSeenAndNothingOfItStays() {
    byte[] virus = ("%PDF-1.4\n" + EICAR + "\n%%EOF\n").getBytes(ISO_8859_1);

    assertThat(office.handOver(office.announce(document(virus)), virus)).isEqualTo(200);
    Papers.awaitChecks();

    assertThat(file()).isEqualTo("refused");
    assertThat(reason()).isEqualTo("malware");
    assertThat(seen()).isEmpty();
    assertThat(INSYN.s3().keys("cases/")).noneMatch(key -> key.contains(sum(virus)));
  }

  static Stream<Arguments> others() {
    var pdf = new String(PDF, ISO_8859_1);
    return Stream.of(
        arguments("H10", "wrong-type", "<!DOCTYPE html><script>alert(1)</script>"),
        arguments("H10", "wrong-type", "MZ\u0090\u0000 a program"),
        arguments("H10", "wrong-type", pdf + "PK\u0005\u0006" + "\u0000".repeat(18)),
        arguments("H11", "wrong-type", "PK\u0003\u0004 word/vbaProject.bin"),
        arguments("H11", "active", changed(pdf, "/Lang (sv-SE)", "/AA<<      >>")),
        arguments("H12", "encrypted", changed(pdf, "/Root ", "/Encrypt 1 0 R /Root ")),
        arguments("H13", "broken", changed(pdf, "startxref\n", "startxref\n9")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("others")
  void whatIsNoGoodPdfIsNeverSeen(String row, String why, String content) {
    byte[] bytes = content.getBytes(ISO_8859_1);

    assertThat(office.handOver(office.announce(document(bytes)), bytes)).isEqualTo(200);
    Papers.awaitChecks();

    assertThat(file()).as(row).isEqualTo("refused");
    assertThat(reason()).as(row).isEqualTo(why);
    assertThat(seen()).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void aReplacedFileStaysUntilTheNewOneIsGoodAndIsGoneThen() {
    office.handOver(office.announce(document(PDF)), PDF);
    Papers.awaitChecks();
    byte[] next = Papers.pdf("beslutsmeddelande");

    var upload = office.announce(document(next).with("version", 2).with("title", "Ny"));
    assertThat(seen()).containsExactly("DOK-1");
    assertThat(kept()).anyMatch(key -> key.contains(sum(PDF)));

    office.handOver(upload, next);
    Papers.awaitChecks();
    assertThat(file()).isEqualTo("ok");
    assertThat(kept()).anyMatch(key -> key.contains(sum(next)));
    assertThat(kept()).noneMatch(key -> key.contains(sum(PDF)));
  }

  @Test
  void aPageOfThePortalMayHandFilesOverAndNoOtherPage() {
    var url = String.valueOf(office.announce(document(PDF)).get("url"));
    var ours = preflight(url, INSYN.origin().toString());
    assertThat(ours.statusCode()).isEqualTo(200);
    assertThat(ours.headers().firstValue("access-control-allow-origin"))
        .hasValue(INSYN.origin().toString());

    var others = preflight(url, "https://example.com");
    assertThat(others.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void nobodyReadsTheStoreWithoutAnAddress() {
    office.handOver(office.announce(document(PDF)), PDF);
    Papers.awaitChecks();
    var bucket = INSYN.s3().endpoint() + "/" + INSYN.setting("FILES_BUCKET");

    for (var path : List.of("", "?list-type=2", "/" + kept().getFirst())) {
      assertThat(send(HttpRequest.newBuilder(URI.create(bucket + path))).statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  /** The way to the file of the document. */
  private String path() {
    var caseId = CaseId.of(new Source("/lifecare"), new CaseNumber(caseNumber));
    return "/api/cases/" + caseId.value() + "/documents/DOK-1/file";
  }

  /** The rows that say that an address was given. */
  private static List<String> given() {
    return StoredItems.items("AUDIT_TABLE").stream()
        .map(String::valueOf)
        .filter(row -> row.contains("outcome={S=file}") && row.contains("CITIZEN#"))
        .toList();
  }

  /** A PDF of the demo with a comment of blanks before its end. */
  private static byte[] largest() {
    var pdf = new String(PDF, ISO_8859_1);
    int end = pdf.lastIndexOf("startxref");
    var blanks = " ".repeat((int) StoredFile.LARGEST - pdf.length() - 2);
    return (pdf.substring(0, end) + "%" + blanks + "\n" + pdf.substring(end)).getBytes(ISO_8859_1);
  }

  private static String changed(String pdf, String part, String other) {
    assertThat(pdf).contains(part);
    return pdf.replace(part, other);
  }

  private Push document(byte[] content) {
    return Papers.document(caseNumber, "DOK-1", content);
  }

  private Map<?, ?> fact() {
    return Answers.list(office.readBack(caseNumber, ""), "facts").getFirst();
  }

  private String file() {
    return String.valueOf(fact().get("file"));
  }

  private String reason() {
    return String.valueOf(fact().get("fileReason"));
  }

  private List<String> seen() {
    Browser elias = INSYN.loggedIn(People.ELIAS);
    return Answers.list(elias.get("/api/events?kind=document"), "items").stream()
        .filter(item -> caseNumber.equals(item.get("caseNumber")))
        .map(item -> String.valueOf(item.get("id")))
        .toList();
  }

  /** Where files of this test's case lie that have been checked. */
  private List<String> kept() {
    var caseId = CaseId.of(new Source("/lifecare"), new CaseNumber(caseNumber));
    return INSYN.s3().keys("cases/" + caseId.value() + "/");
  }

  private static String sum(byte[] content) {
    return Sha256.hex(content);
  }

  private static Map<?, ?> with(Map<?, ?> upload, String header, String value) {
    var headers =
        new HashMap<Object, Object>((Map<?, ?>) Objects.requireNonNull(upload.get("headers")));
    headers.put(header, value);
    var changed = new HashMap<Object, Object>(upload);
    changed.put("headers", headers);
    return changed;
  }

  private static Map<?, ?> at(Map<?, ?> upload, String part, String other) {
    var url = String.valueOf(upload.get("url"));
    assertThat(url).contains(part);
    var changed = new HashMap<Object, Object>(upload);
    changed.put("url", url.replace(part, other));
    return changed;
  }

  private HttpResponse<String> preflight(String url, String origin) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header(
                "Access-Control-Request-Headers",
                "content-type,if-none-match,x-amz-checksum-sha256"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return office.send(request);
  }
}
