package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.aws.DynamoCall;

/** What a page and a push cost, counted behind the packaged functions. */
class CostTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final LocalDate TODAY = Stockholm.today(Clock.systemUTC());

  private Office office = Office.lifecare();

  @BeforeEach
  void startOver() {
    office = People.startOver();
  }

  @Test
  void aPageCostsTheSameHoweverLongTheHistoryIs() {
    int there = 1;
    var costs = new ArrayList<Map<String, List<DynamoCall>>>();
    for (int events : List.of(100, 1_000, 10_000)) {
      addHistory(there, events);
      there = events;
      costs.add(costOfPages());
    }
    assertThat(costs).allSatisfy(cost -> assertThat(cost).isEqualTo(costs.getFirst()));
    assertThat(costs.getFirst().get("/api/events"))
        .extracting(call -> call.operation() + " " + call.tables())
        .containsExactly("GetItem SessionsTable", "Query PeopleTable", "Query CasesTable");
  }

  @Test
  void aPushIsOneTransactionAndAtMostTwoReads() {
    var decision = People.decision("A-1", "BES-COST");
    var protection = Pushes.protection(People.BERTIL, "confidentiality-marking");
    for (Push push :
        List.of(
            People.caseOf("COST-1", People.ELIAS),
            People.caseOf("COST-1", People.ELIAS).with("version", 2),
            decision,
            decision.with("version", 2),
            protection,
            protection.with("version", 2))) {
      assertThat(writes(push)).as("%s", push).isEqualTo(1);
    }
    for (Push repeated : List.of(decision.with("version", 2), decision, protection)) {
      assertThat(writes(repeated)).as("%s", repeated).isZero();
    }
  }

  private int writes(Push push) {
    INSYN.calls().record();
    assertThat(office.push(push).statusCode()).isEqualTo(200);
    var calls = INSYN.calls().recorded().stream().map(DynamoCall::operation).toList();
    // A client's events are counted, what it says about protection is not.
    boolean isCounted = !push.type().equals("protection");
    assertThat(calls.stream().filter("UpdateItem"::equals)).hasSize(isCounted ? 1 : 0);
    var operations = calls.stream().filter(call -> !call.equals("UpdateItem")).toList();
    assertThat(operations).isSubsetOf("GetItem", "BatchGetItem", "Query", "TransactWriteItems");
    int writes = (int) operations.stream().filter("TransactWriteItems"::equals).count();
    assertThat(operations.size() - writes).as("%s", operations).isLessThanOrEqualTo(2);
    return writes;
  }

  private static Map<String, List<DynamoCall>> costOfPages() {
    var browser = INSYN.loggedIn(People.ELIAS);
    var caseId = Routes.caseId(browser, "A-1");
    var next = Json.object(browser.get("/api/events").body()).get("next");
    var costs = new LinkedHashMap<String, List<DynamoCall>>();
    for (var path :
        List.of(
            "/api/events",
            "/api/events?cursor=" + next,
            "/api/events?kind=decision&limit=50",
            "/api/start",
            "/api/applications",
            "/api/payments",
            "/api/documents",
            "/api/threads",
            "/api/cases",
            "/api/cases/" + caseId + "/events/BES-1",
            "/api/decisions")) {
      INSYN.calls().record();
      assertThat(browser.get(path).statusCode()).isEqualTo(200);
      costs.put(path.replaceAll("cursor=.*|cases/[0-9a-f]+", "…"), INSYN.calls().recorded());
    }
    return costs;
  }

  /** Copies of the one decision, of more than 90 days ago, as if they had been pushed. */
  private static void addHistory(int from, int to) {
    var one =
        StoredItems.items("CASES_TABLE").stream()
            .map(Json::text)
            .filter(item -> item.contains("\"EVENT#BES-1\"") && item.contains(caseIdOf("A-1")))
            .findFirst()
            .orElseThrow();
    var copies = new ArrayList<Map<String, Object>>();
    for (int i = from; i < to; i++) {
      copies.add(
          Json.object(
              one.replace("BES-1", "ALD-%05d".formatted(i))
                  .replace(TODAY.toString(), TODAY.minusDays(91 + i % 3_000).toString())));
    }
    StoredItems.put("CASES_TABLE", copies);
  }

  private static String caseIdOf(String caseNumber) {
    return StoredItems.items("CASES_TABLE").stream()
        .filter(item -> Json.text(item).contains("\"" + caseNumber + "\""))
        .map(item -> String.valueOf(item.get("caseId")).replaceAll(".*S=|}", ""))
        .findFirst()
        .orElseThrow();
  }
}
