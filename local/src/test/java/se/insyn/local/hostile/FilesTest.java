package se.insyn.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Push;
import se.insyn.domain.value.Sha256;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;

/** Files from the push to the page, and everything that must not get there. */
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
  void aFileThatIsHandedOverExactlyAsTheAnswerSaysOpensItsDocument() {
    var upload = office.announce(document(PDF));
    assertThat(seen()).isEmpty();
    assertThat(file()).isEqualTo("missing");

    assertThat(office.handOver(upload, PDF)).isEqualTo(200);
    Papers.awaitChecks();

    assertThat(file()).isEqualTo("ok");
    assertThat(seen()).containsExactly("DOK-1");
    assertThat(office.result(document(PDF))).isEqualTo("duplicate");
    assertThat(office.push(document(PDF)).body()).doesNotContain("upload");
  }

  @Test
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

    assertThat(file()).isEqualTo("missing");
    assertThat(INSYN.s3().keys("incoming/")).isEmpty();
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

  @Test
  void whatIsNoPdfIsNeverSeen() {
    byte[] page = "<!DOCTYPE html><script>alert(1)</script>".getBytes(ISO_8859_1);

    assertThat(office.handOver(office.announce(document(page)), page)).isEqualTo(200);
    Papers.awaitChecks();

    assertThat(file()).isEqualTo("refused");
    assertThat(reason()).isEqualTo("wrong-type");
    assertThat(seen()).isEmpty();
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
