package se.insyn.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** The decisions of 90 days cost the same, whatever else there is. */
class DecisionsCostTest {

  private static final List<String> ADDRESSES = List.of("/api/decisions", "/api/payments");

  @Test
  void olderFactsCostNothing() {
    List<Calls.Counted<String>> seen =
        IntStream.of(100, 1_000, Boolean.getBoolean("full") ? 100_000 : 10_000)
            .mapToObj(
                older ->
                    seenBy(
                        Pushes.APPLICANT,
                        IntStream.range(0, older).mapToObj(DecisionsCostTest::older).toList()))
            .toList();
    assertThat(seen)
        .allSatisfy(cost -> assertThat(cost.calls()).isEqualTo(seen.getFirst().calls()));
    // Session, person; page, bodies, what they name, one query for each decision and application,
    // what was opened.
    assertThat(seen.getFirst().operations().subList(0, 10))
        .containsExactly(
            "GetItem",
            "Query",
            "BatchGetItem",
            "Query",
            "BatchGetItem",
            "BatchGetItem",
            "Query",
            "Query",
            "Query",
            "BatchGetItem");
  }

  @Test
  void whatIsForTheOtherAdultCostsAndTellsNothing() {
    List<Calls.Counted<String>> seen =
        IntStream.of(800, 5_000)
            .mapToObj(
                others ->
                    seenBy(
                        Pushes.CO_APPLICANT,
                        IntStream.range(0, others)
                            .mapToObj(DecisionsCostTest::forTheApplicant)
                            .toList()))
            .toList();
    assertThat(seen).containsOnly(seen.getFirst());
  }

  /** What somebody gets who has two decisions of these days beside those facts. */
  private static Calls.Counted<String> seenBy(String number, List<Push> facts) {
    var municipality = new Municipality();
    CaseId caseId = municipality.takeCase(Pushes.household());
    municipality.takeAll(caseId, facts);
    for (String id : List.of("BES-1", "BES-2")) {
      municipality.take(
          caseId, ofBoth(Pushes.decision()).with("id", id).with("notifiedHere", true));
      municipality.take(
          caseId, ofBoth(Pushes.payment()).with("id", "UTB-" + id).with("decisionId", id));
    }
    try (Portal portal = new Portal(municipality)) {
      var browser = portal.login(number);
      return Calls.during(
          () ->
              ADDRESSES.stream()
                  .map(
                      address -> {
                        var answer = browser.get(address);
                        assertThat(answer.status()).isEqualTo(200);
                        return answer.bodyOfAnyCall().replaceAll("\"next\":\"[^\"]*\"", "next");
                      })
                  .toList()
                  .toString());
    }
  }

  private static Push ofBoth(Push push) {
    return push.with("audience", List.of("P1", "P2"))
        .with("applicationId", "ANS-1")
        .with("date", "2026-11-20");
  }

  /** Of the same application, long ago. */
  private static Push older(int i) {
    List<Push> kinds = List.of(Pushes.decision(), Pushes.payment(), Pushes.document());
    return kinds
        .get(i % 3)
        .with("id", "ALD-%05d".formatted(i))
        .with("applicationId", "ANS-1")
        .with("audience", List.of("P1", "P2"))
        .with("date", LocalDate.of(2000, 1, 1).plusDays(i % 9_000).toString());
  }

  private static Push forTheApplicant(int i) {
    return (i % 2 == 0 ? Pushes.decision() : Pushes.payment().with("decisionId", "BES-1"))
        .with("id", "F-%05d".formatted(i))
        .with("applicationId", "ANS-1")
        .with("date", "2026-11-19")
        .with("audience", List.of("P1"));
  }
}
