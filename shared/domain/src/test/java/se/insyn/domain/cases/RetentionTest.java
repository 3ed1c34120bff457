package se.insyn.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.events.Kind;

class RetentionTest {

  private static final LocalDate CLOSED_ON = LocalDate.of(2027, 2, 1);

  private final Retention retention = Retention.of("case=30, document=10,payment=90,decision=0");

  @ParameterizedTest
  @CsvSource({
    "decision, 2027-02-01, false",
    "decision, 2027-02-02, true",
    "document, 2027-02-11, false",
    "document, 2027-02-12, true",
    "application, 2027-03-03, false",
    "application, 2027-03-04, true",
    "payment, 2027-03-03, false",
    "payment, 2027-03-04, true",
    "document, 2027-01-31, false"
  })
  void aKindIsThereToItsLastDayAndNotLongerThanTheCase(
      String kind, LocalDate today, boolean isOver) {
    assertThat(retention.isOver(Kind.of(kind).orElseThrow(), CLOSED_ON, today)).isEqualTo(isOver);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-15, 2027-02-02",
    "2027-02-01, 2027-02-02",
    "2027-02-02, 2027-02-12",
    "2027-02-12, 2027-03-04",
    "2027-03-03, 2027-03-04",
    "2027-03-04, 2027-03-05"
  })
  void theNextDayOnWhichSomethingLeavesIsKnown(LocalDate today, LocalDate next) {
    assertThat(retention.nextEnd(CLOSED_ON, today)).isEqualTo(next);
  }

  @Test
  void aCaseIsThereToItsLastDay() {
    assertThat(retention.isOver(CLOSED_ON, LocalDate.of(2027, 3, 3))).isFalse();
    assertThat(retention.isOver(CLOSED_ON, LocalDate.of(2027, 3, 4))).isTrue();
  }

  @Test
  void nothingIsRemovedBeforeAWrongDayCouldBeTakenBack() {
    assertThat(Retention.firstRemoval(CLOSED_ON)).isEqualTo(LocalDate.of(2027, 2, 8));
  }

  @Test
  void whatIsOpenIsNeverOver() {
    LocalDate late = LocalDate.of(2199, 12, 31);
    assertThat(retention.isOver(null, late)).isFalse();
    assertThat(retention.isOver(Kind.DECISION, null, late)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "case",
        "case=",
        "case=-1",
        "case=x",
        "case=123456",
        "document=10",
        "case=1,case=2",
        "case=1,",
        "case=1=2",
        "case=1;document=2"
      })
  void whatIsNotUnderstoodIsRefused(String setting) {
    assertThatThrownBy(() -> Retention.of(setting)).isInstanceOf(IllegalArgumentException.class);
  }
}
