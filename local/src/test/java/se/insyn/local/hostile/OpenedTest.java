package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.template.Route;

/**
 * K03: whoever reads one fact leaves a row of audit, on every route that shows one; what cannot be
 * written down is not shown.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenedTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  private Browser citizenA = INSYN.browser();
  private Browser citizenB = INSYN.browser();
  private String caseOfA = "";

  @BeforeAll
  void startOver() {
    var office = People.startOver();
    People.makeOpenable(office, "A-1");
    citizenA = INSYN.loggedIn(People.ELIAS);
    citizenB = INSYN.loggedIn(People.ASA);
    caseOfA = Routes.caseId(citizenA, "A-1");
  }

  @AfterEach
  void mend() {
    INSYN.calls().untouched();
  }

  /** The routes that show one fact. */
  static List<Route> routes() {
    return Routes.all().stream()
        .filter(route -> route.path().matches("/api/cases/.*\\{id}.*"))
        .filter(route -> !route.path().endsWith("/answer"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whoeverReadsAFactLeavesARow(Route route) {
    var before = openings();
    assertThat(citizenA.get(pathOf(route)).statusCode()).isIn(200, 303);
    var rows = openings();
    rows.removeAll(before);
    assertThat(rows)
        .singleElement()
        .asString()
        .contains("\"act\":{\"S\":\"opened\"}", "\"by\":{\"S\":\"citizen\"}")
        .contains("\"case\":{\"S\":\"" + caseOfA + "\"}")
        .contains("\"id\":{\"S\":\"" + Routes.openedBy(route) + "\"}")
        .contains("\"subject\":{\"S\":\"CITIZEN#")
        .doesNotContain(People.ELIAS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whoIsRefusedLeavesNone(Route route) {
    var before = openings();
    assertThat(citizenB.get(pathOf(route)).statusCode()).isEqualTo(404);
    assertThat(INSYN.browser().get(pathOf(route)).statusCode()).isEqualTo(401);
    assertThat(openings()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whatCannotBeWrittenDownIsNotShown(Route route) {
    var before = openings();
    INSYN.calls().conflicts(() -> true);
    var answer = citizenA.get(pathOf(route));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("location")).isEmpty();
    assertThat(Json.object(answer.body())).containsEntry("type", "/problems/unavailable");
    assertThat(openings()).isEqualTo(before);
  }

  private String pathOf(Route route) {
    return Routes.path(route, caseOfA, Routes.openedBy(route));
  }

  private static List<String> openings() {
    return new ArrayList<>(
        StoredItems.items("AUDIT_TABLE").stream()
            .map(Json::text)
            .filter(row -> row.contains("\"opened\""))
            .sorted()
            .toList());
  }
}
