package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/**
 * Personal numbers in pushes: rows E01, E05, E06 and E08–E10; the rest is in the domain's tests.
 */
class NumbersOnTheWireTest {
  private Office office = Office.lifecare();

  @BeforeEach
  void startOver() {
    office = People.startOver();
  }

  @ParameterizedTest(name = "E01: {0} is taken")
  @ValueSource(
      strings = {
        "190905271474",
        "197605239917",
        "196703049988",
        "191509149991",
        "200007169915",
        "200308659978",
        "198406829906"
      })
  void aValidNumberIsTaken(String number) {
    var dry = office.pushRaw(office.event(People.caseOf("E-1", number)), "?dryRun=true");
    assertThat(dry.body()).contains("applied");
  }

  @ParameterizedTest(name = "E01, E05, E06, E08, E09, E10: number {index} is refused")
  @ValueSource(
      strings = {
        "200904179998",
        "202201319983",
        "198706769971",
        "199509729980",
        "201509160006",
        "20000101-P220",
        "19090527 1474",
        "0",
        "",
        "0007169915",
        "000716-9915",
        "20000716-9915",
        "197600239917",
        "197613239917",
        "197605009917",
        "197605329917",
        "197605609917",
        "197605929917",
        "19760523991７",
        "١٩٧٦٠٥٢٣٩٩١٧",
        "1976\u00a005239917",
        "197605239917\u200b",
        "197605239917\u0000",
        "299901010000",
        "209912319989"
      })
  void anInvalidNumberIsRefused(String number) {
    invalid(People.caseOf("E-1", number), "/data/persons/0/personalNumber");
    invalid(Pushes.protection(number, "none"), "/data/personalNumber");
  }

  @Test
  @DisplayName("E: a number in a case number or an id is refused, in all five forms")
  void aNumberInAnIdIsRefused() {
    for (var written : People.written(People.NOBODY)) {
      invalid(People.caseOf("IFO " + written, People.ELIAS), "/data/caseNumber");
      if (!written.contains("+")) {
        invalid(People.decision("A-1", "B-" + written), "/data/id");
      }
    }
  }

  private void invalid(Push push, String pointer) {
    var refusal =
        Refusal.of(() -> office.push(push)).isProblem(422, "invalid-members", "invalid-members");
    assertThat(refusal.answer().body()).contains("\"pointer\":\"" + pointer + "\"");
  }
}
