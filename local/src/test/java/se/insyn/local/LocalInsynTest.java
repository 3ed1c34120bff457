package se.insyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged functions start and answer behind the template's routes. */
class LocalInsynTest {
  private final LocalInsyn insyn = LocalInsyn.shared();

  @Test
  void anUnknownPathIsAProblemOfTheDefaultRoute() {
    var answer = insyn.browser().get("/api/nowhere");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"MUNICIPALITY_PHONE_HOURS", "CITIZENS_ISSUER", "PEOPLE_TABLE"})
  void everySettingIsThereUnderEachOfItsNames(String name) {
    var value = insyn.setting(name);
    var parts = name.toLowerCase(java.util.Locale.ROOT);
    assertThat(value).isNotEmpty();
    assertThat(System.getProperty(parts.replace('_', '.'))).isEqualTo(value);
    assertThat(System.getProperty(parts.replaceFirst("_", ".").replace('_', '-'))).isEqualTo(value);
  }

  @Test
  void theFunctionsPrintIntoTheLog() {
    var mark = insyn.logMark();
    insyn.browser().get("/api/nowhere");
    assertThat(insyn.loggedSince(mark)).anyMatch(line -> line.contains("$default"));
  }
}
