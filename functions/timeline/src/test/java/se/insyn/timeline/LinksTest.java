package se.insyn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** What a fact is linked to, forward and back. */
class LinksTest {

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(Pushes.household());
  private static final Portal PORTAL = new Portal(MUNICIPALITY);
  private static final List<String> P2 = List.of("P2");

  static {
    take(Pushes.application().with("date", "2026-11-01"));
    take(Pushes.calculation().with("id", "NB-1").with("date", "2026-11-02"), "ANS-1");
    take(
        Pushes.calculation()
            .with("id", "NB-2")
            .with("date", "2026-11-03")
            .with("decisionId", "BES-1"));
    take(
        Pushes.calculation()
            .with("id", "NB-3")
            .with("date", "2026-11-04")
            .with("decisionId", "BES-2"),
        "ANS-1");
    take(Pushes.document().with("date", "2026-11-05"), "ANS-1");
    take(Pushes.decision().with("documentId", "DOK-1").with("date", "2026-11-05"), "ANS-1");
    take(
        Pushes.decision()
            .with("id", "BES-2")
            .with("replacesId", "BES-1")
            .with("calculationId", "NB-1")
            .with("date", "2026-11-06"),
        "ANS-1");
    take(
        Pushes.decision().with("id", "BES-P2").with("date", "2026-11-07").with("audience", P2),
        "ANS-1");
    take(Pushes.payment().with("decisionId", "BES-1").with("date", "2026-11-08"), "ANS-1");
    take(Pushes.payment().with("id", "UTB-2").with("date", "2026-11-09"), "ANS-1");
    take(
        Pushes.payment()
            .with("id", "UTB-3")
            .with("decisionId", "BES-2")
            .with("replacesId", "UTB-1")
            .with("date", "2026-11-10"),
        "ANS-1");
    take(
        Pushes.payment()
            .with("id", "UTB-4")
            .with("decisionId", "BES-P2")
            .with("date", "2026-11-11"),
        "ANS-1");
    take(Pushes.payment().with("id", "UTB-5").with("date", "2026-11-12"));
    take(Pushes.intervention().with("decisionId", "BES-1").with("date", "2026-11-12"));
    take(Pushes.resourceAllocation().with("interventionId", "INS-1").with("date", "2026-11-13"));
    take(
        Pushes.incomingPayment()
            .with("decisionId", "BES-1")
            .with("paymentId", "UTB-1")
            .with("date", "2026-11-14"));
    take(Pushes.document().with("id", "DOK-2").with("replacesId", "DOK-1"));
    take(Pushes.appointment().with("documentId", "DOK-1"));
    take(
        Pushes.decision()
            .with("id", "BES-3")
            .with("calculationId", "NB-P2")
            .with("documentId", "NONE")
            .with("replacesId", "BES-P2"),
        "ANS-1");
    take(Pushes.calculation().with("id", "NB-P2").with("audience", P2), "ANS-1");
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void aDecisionHasItsOwnAndThoseOfItsApplicationThatNameNoDecision() {
    assertThat(links("BES-1"))
        .isEqualTo(
            Map.of(
                "payments", "UTB-2 UTB-1",
                "interventions", "INS-1",
                "documents", "DOK-1",
                "application", "ANS-1",
                "calculation", "NB-2",
                "replacedBy", "BES-2"));
  }

  @Test
  void aDecisionsOwnCalculationWins() {
    assertThat(links("BES-2"))
        .isEqualTo(
            Map.of(
                "payments", "UTB-3 UTB-2",
                "application", "ANS-1",
                "calculation", "NB-1",
                "replaces", "BES-1"));
  }

  @Test
  void whatTheViewerMayNotSeeIsLeftOutAndChangesNothingElse() {
    assertThat(links("BES-3")).isEqualTo(Map.of("payments", "UTB-2", "application", "ANS-1"));
    assertThat(links("UTB-4")).isEqualTo(Map.of("application", "ANS-1"));
  }

  @Test
  void whatTheViewerMayNotSeeIsNotEvenNamed() {
    assertThat(detail("BES-2").at("calculationId")).isEqualTo("NB-1");
    assertThat(detail("BES-3").at("calculationId")).isNull();
    assertThat(detail("BES-3").at("documentId")).isNull();
    assertThat(detail("BES-3").at("replacesId")).isNull();
    assertThat(detail("UTB-4").at("decisionId")).isNull();
    assertThat(detail("UTB-1").at("decisionId")).isEqualTo("BES-1");
  }

  @Test
  void anApplicationHasAllThatNamesIt() {
    assertThat(links("ANS-1"))
        .isEqualTo(
            Map.of(
                "decisions", "BES-3 BES-2 BES-1",
                "payments", "UTB-4 UTB-3 UTB-2 UTB-1",
                "documents", "DOK-1",
                "calculation", "NB-3"));
  }

  @Test
  void aPaymentWithoutADecisionBelongsToThoseOfItsApplication() {
    assertThat(links("UTB-2"))
        .isEqualTo(Map.of("decisions", "BES-3 BES-2 BES-1", "application", "ANS-1"));
  }

  @Test
  void aPaymentWithADecisionBelongsToThatOne() {
    assertThat(links("UTB-3"))
        .isEqualTo(Map.of("decisions", "BES-2", "application", "ANS-1", "replaces", "UTB-1"));
  }

  @Test
  void onlyDecisionsAndDocumentsAreReplaced() {
    assertThat(links("UTB-1")).isEqualTo(Map.of("decisions", "BES-1", "application", "ANS-1"));
    assertThat(links("DOK-1")).isEqualTo(Map.of("application", "ANS-1", "replacedBy", "DOK-2"));
    assertThat(links("DOK-2")).isEqualTo(Map.of("replaces", "DOK-1"));
  }

  @Test
  void aPaymentWithNeitherStandsAlone() {
    assertThat(links("UTB-5")).isEmpty();
  }

  @Test
  void anInterventionHasItsDecisionAndItsResources() {
    assertThat(links("INS-1"))
        .isEqualTo(Map.of("decisions", "BES-1", "resourceAllocations", "RES-1"));
    assertThat(links("RES-1")).isEqualTo(Map.of("interventions", "INS-1"));
  }

  @Test
  void moneyThatCameBackHasItsDecisionAndItsPayment() {
    assertThat(links("INB-1")).isEqualTo(Map.of("decisions", "BES-1", "payments", "UTB-1"));
  }

  @Test
  void anInvitationHasItsLetter() {
    assertThat(links("KAL-1")).isEqualTo(Map.of("documents", "DOK-1"));
  }

  @Test
  void listsAreThereAlsoWhenTheyAreEmpty() {
    assertThat(detail("UTB-5").at("links"))
        .isEqualTo(
            Map.of(
                "decisions", List.of(),
                "payments", List.of(),
                "documents", List.of(),
                "interventions", List.of(),
                "resourceAllocations", List.of()));
  }

  @Test
  void aDetailTakesAtMostFiveReadsAfterTheSessionAndOneWrite() {
    assertThat(Calls.during(() -> detail("UTB-1")).operations())
        .containsExactly(
            "GetItem",
            "Query",
            "BatchGetItem",
            "GetItem",
            "BatchGetItem",
            "BatchGetItem",
            "TransactWriteItems");
    assertThat(Calls.during(() -> detail("BES-1")).operations())
        .containsExactly(
            "GetItem",
            "Query",
            "BatchGetItem",
            "GetItem",
            "BatchGetItem",
            "BatchGetItem",
            "Query",
            "Query",
            "TransactWriteItems");
  }

  private Portal.Answer detail(String id) {
    return applicant.get("/api/cases/" + CASE.value() + "/events/" + id);
  }

  /** The ids behind each link that has any. */
  private Map<String, String> links(String id) {
    var ids = new LinkedHashMap<String, String>();
    ((Map<?, ?>) Objects.requireNonNull(detail(id).at("links")))
        .forEach(
            (name, linked) -> {
              List<?> all = linked instanceof List<?> list ? list : List.of(linked);
              if (!all.isEmpty()) {
                ids.put(
                    (String) name,
                    String.join(
                        " ",
                        all.stream()
                            .map(each -> String.valueOf(((Map<?, ?>) each).get("id")))
                            .toList()));
              }
            });
    return ids;
  }

  private static void take(Push push) {
    MUNICIPALITY.take(CASE, push);
  }

  private static void take(Push push, String application) {
    take(push.with("applicationId", application));
  }
}
