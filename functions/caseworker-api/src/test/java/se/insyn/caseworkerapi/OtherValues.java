package se.insyn.caseworkerapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.testing.Push;

/** Values at the borders of what a schema says of a member, and beyond them. */
final class OtherValues {

  private static final List<@Nullable Object> OF_ANY_FORM =
      Collections.unmodifiableList(
          new ArrayList<@Nullable Object>(
              Arrays.asList(
                  null, true, 17L, -1L, 0L, 1L << 53, new BigDecimal("1.5"), List.of(), Map.of())));

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "a b",
          "\t",
          "a\tb",
          "a\nb",
          "\r\n",
          "a\u0000",
          "\u001ba",
          "a\u007f",
          "\u0085a",
          "\u00a0",
          "\u2007",
          "\u2003",
          "\u3000",
          "a\u200bb",
          "a\u202eb",
          "\u2028",
          "å\uD83D\uDE00",
          "A.b-c_9",
          "a/b",
          "å",
          "12 34",
          "123",
          "1234",
          "1899-12-31",
          "1900-01-01",
          "2199-12-31",
          "2200-01-01",
          "2026-02-30",
          "2024-02-29",
          "2026-13-01",
          "2026-1-1",
          "20261120",
          "1899-12",
          "1900-01",
          "2199-12",
          "2200-01",
          "2026-00",
          "2026-13",
          "2026-11-20T08:12:00Z",
          "2026-11-20T08:12:00.123456789+02:00",
          "2026-11-20T08:12:00",
          "1899-12-31T23:59:59Z",
          "1900-01-01T00:00:00Z",
          "2199-12-31T23:59:59Z",
          "2200-01-01T00:00:00Z",
          "2026-02-30T08:12:00Z",
          "2026-11-20T24:00:00Z",
          "2026-11-20T08:60:00Z",
          "191509149991",
          "19150914-9991",
          "application/pdf",
          "text/plain",
          "1.0",
          "/lifecare",
          "application/json",
          "0f".repeat(32),
          "0F".repeat(32),
          "0f".repeat(31));

  /** Of the values that are no borders, a member is tried with each so many-th. */
  private static final int STEP = Boolean.getBoolean("full") ? 1 : 8;

  private OtherValues() {}

  /** The push with other values at a path, without it, and with longer lists. */
  static List<Push> of(PublishedSchema schema, Push push, String path) {
    var changed = new ArrayList<Push>();
    Object was = push.at(path);
    if (!path.matches(".*/[0-9]+")) {
      changed.add(push.without(path));
    }
    some(OF_ANY_FORM, path).forEach(value -> changed.add(push.with(path, value)));
    if (was instanceof String) {
      some(TEXTS, path).forEach(text -> changed.add(push.with(path, text)));
    }
    atTheBorders(schema, path).forEach(value -> changed.add(push.with(path, value)));
    if (was instanceof List<?> list && !list.isEmpty()) {
      for (Object most : schema.limits(path, "maxItems")) {
        int size = Math.toIntExact((Long) most);
        Object first = Objects.requireNonNull(list.getFirst());
        changed.add(push.with(path, Collections.nCopies(size, first)));
        changed.add(push.with(path, Collections.nCopies(size + 1, first)));
      }
    }
    return changed;
  }

  /** Other ones for each path, so that all are tried with some member of the same sort. */
  private static <T extends @Nullable Object> List<T> some(List<T> values, String path) {
    return IntStream.range(0, values.size())
        .filter(i -> Math.floorMod(i + path.hashCode(), STEP) == 0)
        .<T>mapToObj(values::get)
        .toList();
  }

  /** The values on both sides of each limit that a schema gives. */
  private static List<Object> atTheBorders(PublishedSchema schema, String path) {
    var values = new ArrayList<Object>();
    for (Object most : schema.limits(path, "maxLength")) {
      values.add("a".repeat(Math.toIntExact((Long) most)));
      values.add("a".repeat(Math.toIntExact((Long) most) + 1));
    }
    values.add("a".repeat(64));
    values.add("a".repeat(65));
    for (String keyword : List.of("minimum", "maximum")) {
      for (Object limit : schema.limits(path, keyword)) {
        values.addAll(List.of((Long) limit - 1, limit, (Long) limit + 1));
      }
    }
    for (Object words : schema.limits(path, "enum")) {
      ((List<?>) words)
          .stream().filter(Objects::nonNull).forEach(word -> values.add((Object) word));
    }
    return values;
  }

  /** The same for one member of an object, all of them. */
  static Set<@Nullable Object> of(PublishedSchema schema, String name) {
    var values = new LinkedHashSet<@Nullable Object>(OF_ANY_FORM);
    values.addAll(TEXTS);
    values.addAll(atTheBorders(schema, name));
    return values;
  }

  /** The paths of all members of all objects, and of the elements of lists. */
  static List<String> paths(String at, @Nullable Object value) {
    var paths = new ArrayList<String>();
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, member) -> {
            paths.add(at + name);
            paths.addAll(paths(at + name + "/", member));
          });
    }
    if (value instanceof List<?> list) {
      for (int i = 0; i < Math.min(1, list.size()); i++) {
        paths.add(at + i);
        paths.addAll(paths(at + i + "/", list.get(i)));
      }
    }
    return paths;
  }
}
