package se.insyn.caseworkerapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;

/** A parsed object that remembers which of its members somebody asked for by name. */
final class Asked extends LinkedHashMap<String, @Nullable Object> {

  private static final long serialVersionUID = 1L;

  private final transient Set<String> names;

  private Asked(Set<String> names) {
    this.names = names;
  }

  /**
   * The object with all that it holds.
   *
   * @param byPath gets the names, by the path of the object without places in lists
   */
  static Asked of(Map<String, @Nullable Object> object, Map<String, Set<String>> byPath) {
    return of(object, "", byPath);
  }

  private static Asked of(
      Map<String, @Nullable Object> object, String path, Map<String, Set<String>> byPath) {
    var asked = new Asked(byPath.computeIfAbsent(path, none -> new TreeSet<>()));
    object.forEach(
        (name, value) ->
            asked.put(name, copy(value, path.isEmpty() ? name : path + "/" + name, byPath)));
    return asked;
  }

  private static @Nullable Object copy(
      @Nullable Object value, String path, Map<String, Set<String>> byPath) {
    return switch (value) {
      case Map<?, ?> object -> of(Json.asObject(object), path, byPath);
      case List<?> list -> list.stream().map(element -> copy(element, path, byPath)).toList();
      case null, default -> value;
    };
  }

  @Override
  public @Nullable Object get(Object name) {
    names.add(String.valueOf(name));
    return super.get(name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
