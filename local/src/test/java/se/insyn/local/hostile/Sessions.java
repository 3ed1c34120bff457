package se.insyn.local.hostile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is stored of sessions and of logins that have begun, to be made older. */
final class Sessions {
  private static final String TABLE = "SESSIONS_TABLE";

  private Sessions() {}

  static List<Map<String, Object>> pendingLogins() {
    return all().filter(Sessions::isPending).toList();
  }

  static List<Map<String, Object>> open() {
    return all().filter(item -> !isPending(item)).toList();
  }

  /** Moves instants of an item into the past. */
  static void age(Map<String, Object> item, Duration by, String... attributes) {
    for (var attribute : attributes) {
      var millis =
          Long.parseLong(
              String.valueOf(((Map<?, ?>) Objects.requireNonNull(item.get(attribute))).get("N")));
      item.put(attribute, Map.of("N", String.valueOf(millis - by.toMillis())));
    }
    StoredItems.put(TABLE, List.of(item));
  }

  private static Stream<Map<String, Object>> all() {
    return StoredItems.items(TABLE).stream();
  }

  private static boolean isPending(Map<String, Object> item) {
    return String.valueOf(item.get("id")).contains("LOGIN#");
  }
}
