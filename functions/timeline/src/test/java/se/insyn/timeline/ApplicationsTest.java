package se.insyn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Ansökningar. */
class ApplicationsTest {

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(Pushes.household());
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    MUNICIPALITY.take(
        CASE,
        Pushes.application()
            .with("status", "received")
            .with("period", Json.parseObject("{\"from\": \"2026-12-01\"}")));
    MUNICIPALITY.take(CASE, Pushes.application().with("id", "ANS-0").with("date", "2026-10-20"));
    MUNICIPALITY.take(
        CASE, Pushes.application().with("id", "ANS-P2").with("audience", List.of("P2")));
    MUNICIPALITY.take(CASE, Pushes.decision());
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void allOfTheViewersAreListedWithTheirPeriod() {
    assertThat(applicant.get("/api/applications").json())
        .isEqualTo(
            Json.parse(
                """
                {"items": [
                  {"caseId": "%1$s", "caseNumber": "IFO-2026-00123", "id": "ANS-1",
                   "kind": "application", "date": "2026-11-20", "title": "Ansökan Vuxna",
                   "area": "other-assistance", "status": "received", "new": false,
                   "changed": false, "updatedAt": "2026-11-20T08:12:00Z",
                   "period": {"from": "2026-12-01"}},
                  {"caseId": "%1$s", "caseNumber": "IFO-2026-00123", "id": "ANS-0",
                   "kind": "application", "date": "2026-10-20", "title": "Ansökan Vuxna",
                   "area": "other-assistance", "new": false, "changed": false,
                   "updatedAt": "2026-11-20T08:12:00Z"}]}
                """
                    .formatted(CASE.value())));
  }

  @Test
  void theyComeInPages() {
    var first = applicant.get("/api/applications", "limit", "1", "case", CASE.value());
    var second = applicant.get("/api/applications", "cursor", String.valueOf(first.at("next")));
    assertThat(first.each("items", "id")).containsExactly("ANS-1");
    assertThat(second.each("items", "id")).containsExactly("ANS-0");
    assertThat(second.at("next")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "application", "from", "to", "status"})
  void whatOnlyOtherListsTakeIsRefused(String parameter) {
    assertThat(applicant.get("/api/applications", parameter, "2026-11-20").status()).isEqualTo(400);
  }
}
