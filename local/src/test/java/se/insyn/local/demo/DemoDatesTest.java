package se.insyn.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, {{T}}, 2026-11-22",
    "2026-11-22, {{T-9}}, 2026-11-13",
    "2026-11-22, {{T+90}}, 2027-02-20",
    "2026-11-22, {{T-410}}, 2025-10-08",
    "2028-02-28, {{T+1}}, 2028-02-29",
    "2026-11-22, {{T+6 10:00}}, 2026-11-28T09:00:00Z",
    "2026-07-01, {{T+6 10:00}}, 2026-07-07T08:00:00Z",
    "2026-11-22, {{T 00:30}}, 2026-11-21T23:30:00Z",
    // The clocks go forward on 28 March 2027 and back on 31 October.
    "2027-03-22, {{T+5 10:00}}, 2027-03-27T09:00:00Z",
    "2027-03-22, {{T+6 10:00}}, 2027-03-28T08:00:00Z",
    "2027-03-22, {{T+6 02:30}}, 2027-03-28T01:30:00Z",
    "2027-10-25, {{T+5 10:00}}, 2027-10-30T08:00:00Z",
    "2027-10-25, {{T+6 10:00}}, 2027-10-31T09:00:00Z",
  })
  void daysAndTimesAreThoseOfStockholm(LocalDate day, String text, String expected) {
    assertThat(new DemoDates(day).in(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, {{B0}}, 2026-11",
    "2026-11-25, {{B0}}, 2026-11",
    "2026-11-26, {{B0}}, 2026-12",
    "2026-12-27, {{B0}}, 2027-01",
    "2026-12-27, {{B-1}}, 2026-12",
    "2026-11-22, {{B-3}}, 2026-08",
    "2026-11-22, {{B+1 first}}, 2026-12-01",
    "2026-11-22, {{B0 first}}, 2026-11-01",
    "2026-11-22, {{B0 last}}, 2026-11-30",
    "2027-03-20, {{B-1 last}}, 2027-02-28",
    "2028-03-20, {{B-1 last}}, 2028-02-29",
  })
  void monthsAreCountedFromFiveDaysLater(LocalDate day, String text, String expected) {
    assertThat(new DemoDates(day).in(text)).isEqualTo(expected);
  }

  @Test
  void everyPlaceholderOfATextIsWrittenAndTheRestStays() {
    assertThat(
            new DemoDates(LocalDate.parse("2026-11-22")).in("{\"a\":\"{{T}} – {{B0}}\",\"b\":{}}"))
        .isEqualTo("{\"a\":\"2026-11-22 – 2026-11\",\"b\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{X}}", "{{T+}}", "{{T-9 9:00}}", "{{B}}", "{{B0 middle}}", "{{}}"})
  void whatIsNoPlaceholderIsRefused(String text) {
    var dates = new DemoDates(LocalDate.parse("2026-11-22"));
    assertThatThrownBy(() -> dates.in(text)).hasMessage("no placeholder: " + text);
  }
}
