package se.insyn.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The way from a document to its bytes. */
class FileTest {

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(Pushes.household());
  private static final CaseId ANOTHERS =
      MUNICIPALITY.takeCase(
          Pushes.ofCase()
              .with("caseNumber", "EB-1")
              .with("persons/0/personalNumber", Pushes.CO_APPLICANT));
  private static final Portal PORTAL =
      new Portal(MUNICIPALITY, Map.of("files.bucket", "the-bucket"));

  static {
    MUNICIPALITY.take(CASE, Pushes.file().with("title", "Överklagande"));
    MUNICIPALITY.take(ANOTHERS, Pushes.file());
    MUNICIPALITY.take(CASE, Pushes.document());
    MUNICIPALITY.take(CASE, Pushes.decision());
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "P2").with("audience", List.of("P2")));
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "HIDDEN").with("visible", false));
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "BACK").with("retracted", true));
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "MISSING"), FileState.MISSING);
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "CHECKING"), FileState.CHECKING);
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "REFUSED"), FileState.REFUSED);
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @AfterEach
  void mend() {
    PORTAL.conflicts().cancelBefore("TransactionConflict", transaction -> false);
  }

  @Test
  void theBrowserIsSentOnForAMinute() {
    var answer = of("DOK-2");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers())
        .containsEntry("Cache-Control", List.of("no-store"))
        .containsEntry("Referrer-Policy", List.of("no-referrer"));
    URI address = address(answer);
    assertThat(address.getHost() + address.getPath())
        .startsWith("the-bucket.")
        .endsWith(
            "/cases/"
                + CASE.value()
                + "/DOK-2/0f5b1f4d1b5b0c6f2e6a8f3e7c9d2a4b6c8e0f1a3b5d7f9a1c3e5f7a9b1d3f5a");
    assertThat(query(address))
        .containsEntry("X-Amz-Expires", "60")
        .containsEntry("response-content-type", "application/pdf")
        .containsEntry(
            "response-content-disposition",
            "inline; filename=\"Overklagande.pdf\"; filename*=UTF-8''%C3%96verklagande.pdf")
        .containsKey("X-Amz-Signature");
  }

  @Test
  void whoIsSentOnIsWrittenDownBefore() {
    int before = rows().size();
    var counted = Calls.during(() -> of("DOK-2"));
    assertThat(counted.operations()).endsWith("GetItem", "TransactWriteItems");
    assertThat(rows()).hasSize(before + 1);
    assertThat(rows())
        .filteredOn(row -> "file".equals(text(row, "outcome")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(text(row, "id")).isEqualTo("DOK-2"));
  }

  @Test
  void whatCannotBeWrittenDownHasNoAddress() {
    PORTAL.conflicts().cancelBefore("TransactionConflict", transaction -> true);
    var answer = of("DOK-2");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).doesNotContainKey("Location");
    assertThat(answer.body()).doesNotContain("the-bucket");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONE",
        "DOK-1",
        "BES-1",
        "P2",
        "HIDDEN",
        "BACK",
        "MISSING",
        "CHECKING",
        "REFUSED",
        "å"
      })
  void withoutAFileToSeeThereIsNothing(String id) {
    var none = of("NOT-THERE");
    int before = rows().size();
    var counted = Calls.during(() -> of(id));
    var answer = counted.result();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(answer.headers()).isEqualTo(none.headers());
    assertThat(counted.operations()).doesNotContain("TransactWriteItems");
    assertThat(rows()).hasSize(before);
  }

  @Test
  void anothersFileAndNoneAreTheSameAndCostTheSame() {
    var anothers = Calls.during(() -> of(ANOTHERS.value(), "DOK-2"));
    var none = Calls.during(() -> of("0".repeat(32), "DOK-2"));
    assertThat(anothers.result().status()).isEqualTo(404);
    assertThat(anothers.result().bodyOfAnyCall()).isEqualTo(none.result().bodyOfAnyCall());
    assertThat(anothers.result().headers()).isEqualTo(none.result().headers());
    assertThat(anothers.calls()).isEqualTo(none.calls());
  }

  @Test
  void aQueryIsRefused() {
    var answer =
        applicant.get("/api/cases/" + CASE.value() + "/documents/DOK-2/file", "version", "1");
    assertThat(answer.status()).isEqualTo(400);
  }

  private Portal.Answer of(String id) {
    return of(CASE.value(), id);
  }

  private Portal.Answer of(String caseId, String id) {
    return applicant.get("/api/cases/" + caseId + "/documents/" + id + "/file");
  }

  private static URI address(Portal.Answer answer) {
    return URI.create(Objects.requireNonNull(answer.headers().get("Location")).getFirst());
  }

  private static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static List<Map<String, AttributeValue>> rows() {
    return MUNICIPALITY.items(MUNICIPALITY.tables().audit());
  }

  private static String text(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name)).s();
  }
}
