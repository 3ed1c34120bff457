package se.insyn.upkeep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;

/** An export that was opened: its files by their names. */
record Unzipped(Map<String, byte[]> files) {

  String text(String name) {
    return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
  }

  /** What is there for machines. */
  Map<String, @Nullable Object> json() {
    return Json.parseObject(text("insyn.json"));
  }

  /** A member of each object in one of its lists. */
  List<@Nullable Object> each(String list, String member) {
    return ((List<?>) Objects.requireNonNull(json().get(list)))
        .stream().<@Nullable Object>map(item -> ((Map<?, ?>) item).get(member)).toList();
  }
}
