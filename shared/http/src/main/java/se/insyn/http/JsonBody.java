package se.insyn.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.json.Violation;

/**
 * The body of a call, which is well-formed JSON and not judged any further: whether there is
 * anything at the address comes before what is wrong with the members. A route that takes one reads
 * no query.
 */
public final class JsonBody {

  /** A text of 8,000 characters, each written as two escapes, and as much again. */
  private static final int LARGEST = 192 * 1024;

  private final @Nullable Object value;

  private JsonBody(@Nullable Object value) {
    this.value = value;
  }

  /**
   * The body of a call.
   *
   * @throws Problem 413 or 400
   */
  static JsonBody of(Call call) {
    return new JsonBody(Json.parse(call.body(LARGEST)));
  }

  /**
   * Reads the body, which must be an object, with checks.
   *
   * @throws Problem 422 for what is wrong with it, or was not asked for
   */
  public <T> T read(Function<Members, T> reader) {
    Members members = Members.of(object(), "");
    T read = reader.apply(members);
    members.refuseIfWrong();
    List<String> unknown = members.unknown();
    if (!unknown.isEmpty()) {
      throw Problem.invalid(
          unknown.stream()
              .map(pointer -> pointer.substring(0, pointer.lastIndexOf('/')))
              .distinct()
              // What somebody sent is not repeated, so the object is named and not the member.
              .map(pointer -> new Violation(pointer, "must not have other members"))
              .toList());
    }
    return read;
  }

  /** The same for bodies that differ only in the order of their members and white space. */
  public String hash() {
    return Json.hash(object());
  }

  private Map<String, @Nullable Object> object() {
    if (value instanceof Map<?, ?> map) {
      return Json.asObject(map);
    }
    throw Problem.invalid(List.of(new Violation("", "must be an object")));
  }
}
