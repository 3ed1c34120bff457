package se.insyn.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Dokument. */
class DocumentsTest {

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(Pushes.household());
  private static final CaseId OTHER =
      MUNICIPALITY.takeCase(
          Pushes.household().with("caseNumber", "EB-1").with("area", "financial-assistance"));
  private static final Portal PORTAL =
      new Portal(MUNICIPALITY, Map.of("files.bucket", "the-bucket"));

  static {
    MUNICIPALITY.take(
        CASE, Pushes.document().with("author", "Maria Östlund").with("date", "2026-11-19"));
    MUNICIPALITY.take(CASE, Pushes.file().with("typeName", "BBIC-utredning"));
    MUNICIPALITY.take(
        OTHER,
        Pushes.document()
            .with("id", "BREV-1")
            .with("title", "Brev")
            .with("documentType", "letter")
            .with("date", "2026-11-01"));
    MUNICIPALITY.take(CASE, Pushes.file().with("id", "UNCHECKED"), FileState.CHECKING);
    MUNICIPALITY.take(CASE, Pushes.document().with("id", "HIDDEN").with("visible", false));
    MUNICIPALITY.take(CASE, Pushes.document().with("id", "P2").with("audience", List.of("P2")));
    MUNICIPALITY.take(CASE, Pushes.decision());
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void allOfTheViewersAreListedWithWhatTheyAre() {
    assertThat(applicant.get("/api/documents").json())
        .isEqualTo(
            Json.parse(
                """
                {"items": [
                  {"caseId": "%1$s", "caseNumber": "IFO-2026-00123", "id": "DOK-2",
                   "kind": "document", "date": "2026-11-20", "title": "Utredning",
                   "area": "other-assistance", "new": false, "changed": false,
                   "updatedAt": "2026-11-20T08:12:00Z", "documentType": "investigation",
                   "typeName": "BBIC-utredning", "hasFile": true},
                  {"caseId": "%1$s", "caseNumber": "IFO-2026-00123", "id": "DOK-1",
                   "kind": "document", "date": "2026-11-19", "title": "Uppföljningssamtal",
                   "area": "other-assistance", "new": false, "changed": false,
                   "updatedAt": "2026-11-20T08:12:00Z", "documentType": "journal-note",
                   "author": "Maria Östlund", "hasFile": false},
                  {"caseId": "%2$s", "caseNumber": "EB-1", "id": "BREV-1",
                   "kind": "document", "date": "2026-11-01", "title": "Brev",
                   "area": "financial-assistance", "new": false, "changed": false,
                   "updatedAt": "2026-11-20T08:12:00Z", "documentType": "letter",
                   "hasFile": false}]}
                """
                    .formatted(CASE.value(), OTHER.value())));
  }

  @ParameterizedTest
  @CsvSource({
    "type,journal-note,DOK-1",
    "type,letter,BREV-1",
    "type,work-plan,",
    "area,financial-assistance,BREV-1"
  })
  void theyCanBeNarrowedDown(String filter, String value, String id) {
    assertThat(applicant.get("/api/documents", filter, value).each("items", "id"))
        .isEqualTo(id == null ? List.of() : List.of(id));
  }

  @Test
  void theyCanBeNarrowedDownToACase() {
    assertThat(
            applicant
                .get("/api/documents", "case", OTHER.value(), "type", "letter")
                .each("items", "id"))
        .containsExactly("BREV-1");
    assertThat(applicant.get("/api/documents", "case", "0".repeat(32)).status()).isEqualTo(404);
  }

  @Test
  void theyComeInPagesThatKeepTheFilter() {
    var first = applicant.get("/api/documents", "limit", "1");
    var second =
        applicant.get("/api/documents", "limit", "1", "cursor", String.valueOf(first.at("next")));
    assertThat(first.each("items", "id")).containsExactly("DOK-2");
    assertThat(second.each("items", "id")).containsExactly("DOK-1");
    assertThat(applicant.get("/api/documents", "limit", "1", "type", "letter").at("next")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "type,decision",
    "type,''",
    "area,x",
    "limit,0",
    "limit,101",
    "cursor,made-up",
    "from,2026-11-20",
    "kind,document"
  })
  void anOddQueryIsRefused(String name, String value) {
    assertThat(applicant.get("/api/documents", name, value).status()).isEqualTo(400);
  }
}
