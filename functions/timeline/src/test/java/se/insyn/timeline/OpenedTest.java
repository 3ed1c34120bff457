package se.insyn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** That a fact was opened is written down before it is shown (K03). */
class OpenedTest {

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(Pushes.household());
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    MUNICIPALITY.take(CASE, Pushes.decision());
    MUNICIPALITY.take(
        CASE, Pushes.decision().with("id", "P2-ONLY").with("audience", List.of("P2")));
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
  void aDetailIsWrittenDownLastAndInOneTransaction() {
    int before = rows();
    var counted = Calls.during(() -> get("BES-1"));
    assertThat(counted.result().status()).isEqualTo(200);
    assertThat(counted.operations()).endsWith("TransactWriteItems");
    assertThat(counted.operations()).containsOnlyOnce("TransactWriteItems");
    assertThat(rows()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "P2-ONLY", "å"})
  void whatIsNotShownIsNotOpened(String id) {
    int before = rows();
    assertThat(get(id).status()).isEqualTo(404);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void whatCannotBeWrittenDownIsNotShown() {
    int before = rows();
    PORTAL.conflicts().cancelBefore("TransactionConflict", transaction -> true);
    var answer = get("BES-1");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(Objects.requireNonNull(answer.at("type"))).isEqualTo("/problems/unavailable");
    assertThat(answer.body()).doesNotContain("Strukturerat");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void anOpeningThatMeetsOthersComesThroughAllTheSame() {
    int before = rows();
    int begun = PORTAL.conflicts().transactions();
    PORTAL.conflicts().cancelBefore("TransactionConflict", transaction -> transaction < begun + 3);
    assertThat(get("BES-1").status()).isEqualTo(200);
    assertThat(rows()).isEqualTo(before + 1);
  }

  private Portal.Answer get(String id) {
    return applicant.get("/api/cases/" + CASE.value() + "/events/" + id);
  }

  private static int rows() {
    return MUNICIPALITY.items(MUNICIPALITY.tables().audit()).size();
  }
}
