package se.insyn.domain.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.CaseEvent;
import se.insyn.domain.events.Kind;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;

/**
 * What a caseworker system sends: a type and its data, valid as it comes from {@link Pushes}. Each
 * change gives a new one. Members are named by their path: {@code payee/name}, {@code rows/0/id}.
 */
public final class Push {

  private final String type;
  private final Map<String, @Nullable Object> data;

  Push(String type, Map<String, @Nullable Object> data) {
    this.type = type;
    this.data = data;
  }

  /** The word of the contract, such as {@code decision}. */
  public String type() {
    return type;
  }

  /** Sets a member; null is JSON's null. */
  public Push with(String path, @Nullable Object value) {
    return changed(
        path,
        (holder, name) -> {
          if (holder instanceof Map<?, ?> object) {
            Json.asObject(object).put(name, value);
          } else if (holder instanceof List<?> list) {
            asList(list).set(Integer.parseInt(name), value);
          }
        });
  }

  /** Leaves a member or an element of a list out. */
  public Push without(String path) {
    return changed(
        path,
        (holder, name) -> {
          if (holder instanceof Map<?, ?> object) {
            object.remove(name);
          } else if (holder instanceof List<?> list) {
            list.remove(Integer.parseInt(name));
          }
        });
  }

  /** Adds an element to the end of a list. */
  public Push adding(String path, Object element) {
    return changed(
        path,
        (holder, name) -> {
          if (step(holder, name) instanceof List<?> list) {
            asList(list).add(element);
          }
        });
  }

  /** The member at a path. */
  public @Nullable Object at(String path) {
    @Nullable Object value = data;
    for (String name : path.split("/", -1)) {
      value = step(value, name);
    }
    return value;
  }

  /** The data as they would be after parsing. */
  public Map<String, @Nullable Object> data() {
    return copyOf(data);
  }

  /** The data, to be read and checked; pointers begin with {@code /data}. */
  public Members members() {
    return Members.of(data(), "/data");
  }

  /** The fact that it makes. */
  public CaseEvent event() {
    return Kind.of(type).orElseThrow().read(members());
  }

  /** The whole CloudEvent, with an id of its own. */
  public Map<String, @Nullable Object> cloudEvent(String source) {
    var event = new LinkedHashMap<String, @Nullable Object>();
    event.put("specversion", "1.0");
    event.put("id", UUID.randomUUID().toString());
    event.put("source", source);
    event.put("type", "se.insyn." + type + ".v1");
    event.put("time", "2026-11-20T08:12:00Z");
    event.put("data", data());
    return event;
  }

  @Override
  public String toString() {
    return type + " " + Json.write(data);
  }

  private interface Change {
    void apply(@Nullable Object holder, String name);
  }

  private Push changed(String path, Change change) {
    Map<String, @Nullable Object> changed = data();
    @Nullable Object holder = changed;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      holder = step(holder, names[i]);
    }
    if (holder == null) {
      throw new IllegalArgumentException("nothing at " + path);
    }
    change.apply(holder, names[names.length - 1]);
    return new Push(type, changed);
  }

  private static @Nullable Object step(@Nullable Object holder, String name) {
    return switch (holder) {
      case Map<?, ?> object -> object.get(name);
      case List<?> list -> list.get(Integer.parseInt(name));
      case null, default -> throw new IllegalArgumentException("nothing holds " + name);
    };
  }

  @SuppressWarnings("unchecked")
  private static List<@Nullable Object> asList(List<?> list) {
    return (List<@Nullable Object>) list;
  }

  private static Map<String, @Nullable Object> copyOf(Map<?, ?> object) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    object.forEach((name, member) -> copy.put((String) name, copy(member)));
    return copy;
  }

  /** Deep, and with numbers as they come out of a parser. */
  private static @Nullable Object copy(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object -> copyOf(object);
      case List<?> list -> {
        var copy = new ArrayList<@Nullable Object>();
        list.forEach(element -> copy.add(copy(element)));
        yield copy;
      }
      case Integer number -> number.longValue();
      case null, default -> value;
    };
  }
}
