package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;

/** For whom a push leaves a notice, and for whom it does not. */
class NewsTest {

  private final Office office = new Office();
  private final LocalDate today = Stockholm.today(office.clock);

  @BeforeEach
  void aHouseholdIsKnown() {
    office.push(Pushes.household());
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Push decision(String... audience) {
    return Pushes.decision().with("date", today.toString()).with("audience", List.of(audience));
  }

  private String applicant() {
    return office.notice(Pushes.APPLICANT);
  }

  private String coApplicant() {
    return office.notice(Pushes.CO_APPLICANT);
  }

  @Test
  void aCaseAloneIsNoNews() {
    assertThat(applicant()).isEmpty();
  }

  @Test
  void aFactIsNewsAtOnceToItsAudienceAlone() {
    office.push(decision("P2"));

    assertThat(coApplicant()).isEqualTo("1 in 1 after PT0S");
    assertThat(applicant()).isEmpty();
  }

  @Test
  void ahundredDeliveriesOfTheSamePushAreOneChange() {
    for (int i = 0; i < 100; i++) {
      office.push(decision("P1"));
    }

    assertThat(applicant()).isEqualTo("1 in 1 after PT0S");
  }

  @Test
  void whatComesMeanwhileWaitsForTheSameNotice() {
    office.push(decision("P1"));
    office.clock.forward(Duration.ofMinutes(5));
    office.push(Pushes.document().with("date", today.toString()).with("audience", List.of("P1")));

    assertThat(applicant()).isEqualTo("2 in 1 after PT-5M");
  }

  @Test
  void whatIsJudgedOnlyIsNoNews() {
    assertThat(office.dryRun(decision("P1"))).isEqualTo("applied");

    assertThat(applicant()).isEmpty();
  }

  @Test
  void whatIsNotVisibleOrTakenBackIsNoNewsAndIsWhenItComesBack() {
    office.push(decision("P1").without("visible"));
    assertThat(applicant()).isEmpty();

    office.push(decision("P1").with("version", 2));
    assertThat(applicant()).startsWith("1 ");

    office.push(decision("P1").with("version", 3).with("retracted", true));
    assertThat(applicant()).startsWith("1 ");

    office.push(decision("P1").with("version", 4));
    assertThat(applicant()).startsWith("2 ");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "-7, true", "-8, false", "30, true"})
  void aFactOfMoreThanSevenDaysBackIsNoNews(int days, boolean news) {
    office.push(decision("P1").with("date", today.plusDays(days).toString()));

    assertThat(!applicant().isEmpty()).isEqualTo(news);
  }

  @Test
  void aKindOrStateThatDeservesNoneIsNoNews() {
    for (Push push :
        List.of(
            Pushes.incomingPayment(), Pushes.resourceAllocation(), Pushes.payment(), fulfilled())) {
      assertThat(
              office.push(
                  push.with("date", today.toString())
                      .with("status", push.data().get("status"))
                      .with("audience", List.of("P1"))))
          .isEqualTo("applied");
    }

    assertThat(applicant()).isEmpty();
  }

  private static Push fulfilled() {
    return Pushes.informationRequest().with("status", "fulfilled");
  }

  @Test
  void aVersionThatSaysNothingElseIsNoNews() {
    office.push(decision("P1"));
    office.push(decision("P1").with("version", 2).with("receivedBy", received("P2")));

    assertThat(applicant()).startsWith("1 ");
  }

  private List<?> received(String personId) {
    return List.of(Map.of("personId", personId, "on", today.toString()));
  }

  @Test
  void whatIsTheOtherAdultsAloneIsNoNews() {
    office.push(decision("P1", "P2"));
    office.push(
        decision("P1", "P2").with("version", 2).with("coApplicantGrounds", "Bara till den ena."));

    assertThat(coApplicant()).startsWith("2 ");
    assertThat(applicant()).startsWith("1 ");
  }

  @Test
  void whoMaySeeItFromNowOnHearsOfItAndWhoCouldBeforeDoesNot() {
    office.push(decision("P1"));
    office.push(decision("P1", "P2").with("version", 2));

    assertThat(coApplicant()).startsWith("1 ");
    assertThat(applicant()).startsWith("1 ");
  }

  @Test
  void aMessageIsNewsToWhomItIsTo() {
    office.push(Pushes.message().with("to", "P2"));

    assertThat(coApplicant()).isEqualTo("1 in 1 after PT0S");
    assertThat(applicant()).isEmpty();
  }

  @Test
  void whoHasAnotherNumberNowIsToldUnderThatOne() {
    office.push(Pushes.message());
    office.push(
        Pushes.household()
            .with("version", 2)
            .with("persons/0/personalNumber", "197605239917")
            .with("persons/0/previousNumbers", List.of(Pushes.APPLICANT)));
    office.push(Pushes.message().with("id", "MED-2").with("threadId", "MED-1"));

    assertThat(office.notice("197605239917")).startsWith("1 ");
    assertThat(applicant()).startsWith("1 ");
  }

  @Test
  void whoIsNamedTwiceIsToldOnce() {
    assertThat(office.push(decision("P1", "P1"))).isEqualTo("applied");
    office.push(
        Pushes.household()
            .with("version", 2)
            .with("persons/1/id", "P9")
            .with("persons/1/personalNumber", Pushes.CO_APPLICANT));
    assertThat(office.push(decision("P2", "P9").with("id", "BES-2"))).isEqualTo("applied");

    assertThat(applicant()).startsWith("1 ");
    assertThat(coApplicant()).startsWith("1 ");
  }

  @Test
  void aFactWhoseFileIsNotCheckedIsNoNews() {
    office.push(Pushes.file().with("date", today.toString()).with("audience", List.of("P1")));

    assertThat(applicant()).isEmpty();
  }

  @Test
  void whatASnapshotBringsIsOneNoticeAfterTheLastOfIt() {
    office.push(decision("P1"));
    office.clock.forward(Duration.ofMinutes(1));
    Map<String, Object> taken =
        office
            .context
            .getBean(Snapshots.class)
            .take(
                Snapshot.read(
                    new Source(Office.LIFECARE),
                    new CaseNumber(Pushes.CASE_NUMBER),
                    SnapshotTest.body(
                        office.clock.instant(),
                        Pushes.household(),
                        decision("P1"),
                        decision("P1").with("id", "BES-2"),
                        decision("P1").with("id", "BES-3")),
                    office.clock.instant()),
                "0".repeat(32))
            .answer();

    assertThat(taken).containsEntry("done", true);
    assertThat(applicant()).isEqualTo("3 in 1 after PT2M");
  }
}
