package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the rows of the audit trail stand. */
class AuditItemsTest {

  private static final Tables TABLES = new Tables("p", "c", "s", "z", "m", "y", "n", "audit");

  @Test
  void rowsOfOneSubjectSortByTheirTime() {
    List<String> inTime =
        Stream.of(
                "2026-11-20T09:00:00Z",
                "2026-11-20T09:00:00.000000001Z",
                "2026-11-20T09:00:00.001Z",
                "2026-11-20T09:00:00.001001Z",
                "2026-11-20T09:00:00.100Z",
                "2026-11-20T09:00:01Z")
            .map(at -> key(Instant.parse(at)))
            .toList();
    assertThat(inTime).isSorted();
    assertThat(inTime.getFirst()).matches("2026-11-20T09:00:00\\.000000000Z#[0-9a-f-]{36}");
  }

  @Test
  void noTwoRowsHaveTheSameKey() {
    assertThat(key(Reading.NOW)).isNotEqualTo(key(Reading.NOW));
  }

  private static String key(Instant at) {
    return Values.text(AuditItems.row(TABLES, "CASE#1", at, Map.of()).put().item(), "at");
  }
}
