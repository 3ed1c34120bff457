package se.insyn.local.hostile;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.local.Json;

/** Reads what was answered. */
public final class Answers {
  private Answers() {}

  /** A member of the answer that is a list of objects. */
  public static List<Map<?, ?>> list(HttpResponse<String> answer, String member) {
    return list(Json.object(answer.body()), member);
  }

  /** A member that is a list of objects. */
  public static List<Map<?, ?>> list(Map<String, Object> body, String member) {
    var elements = (List<?>) Objects.requireNonNull(body.get(member), member);
    return elements.stream().<Map<?, ?>>map(Answers::object).toList();
  }

  /** An element that is an object. */
  static Map<?, ?> object(Object element) {
    return (Map<?, ?>) element;
  }
}
