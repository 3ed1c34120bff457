package se.insyn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** One adult cannot tell from what an answer costs how much there is that only the other sees. */
class HiddenFactsTest {

  @Test
  void listsAndDetailsCostTheSameHoweverMuchThereIsForOthers() {
    assertThat(seenBesides(5_000)).isEqualTo(seenBesides(400));
  }

  /** An answer and the calls that it took. */
  private record Seen(String body, List<Calls.Call> calls) {}

  /** What the co-applicant gets, where the applicant has so many requests and as many payments. */
  private static List<Seen> seenBesides(int ofEach) {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    municipality.takeAll(
        caseId, IntStream.range(0, 2 * ofEach).mapToObj(HiddenFactsTest::forTheApplicant).toList());
    municipality.take(caseId, forBoth(Pushes.application()));
    municipality.take(caseId, forBoth(Pushes.decision().with("applicationId", "ANS-1")));
    String detail = "/api/cases/" + caseId.value() + "/events/";
    var seen = new ArrayList<Seen>();
    try (Portal portal = new Portal(municipality)) {
      var browser = portal.login(Pushes.CO_APPLICANT);
      for (String path :
          List.of("/api/events", "/api/applications", detail + "ANS-1", detail + "BES-1")) {
        var answer = Calls.during(() -> browser.get(path));
        assertThat(answer.result().status()).isEqualTo(200);
        seen.add(
            new Seen(
                answer.result().bodyOfAnyCall().replaceAll("\"next\":\"[^\"]*\"", "next"),
                answer.calls()));
      }
    }
    return seen;
  }

  private static Push forTheApplicant(int i) {
    return (i % 2 == 0 ? Pushes.informationRequest() : Pushes.payment().with("decisionId", "BES-1"))
        .with("id", "F-%05d".formatted(i))
        .with("applicationId", "ANS-1")
        .with("date", "2026-11-20")
        .with("audience", List.of("P1"));
  }

  private static Push forBoth(Push fact) {
    return fact.with("date", "2026-11-21").with("audience", List.of("P1", "P2"));
  }
}
