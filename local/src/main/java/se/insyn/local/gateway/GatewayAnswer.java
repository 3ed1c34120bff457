package se.insyn.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.local.Json;

/** Reads a function's answer as an HTTP API does, payload format 1.0. */
final class GatewayAnswer {
  private static final Answer FAILED = Answer.ofGateway(500, "Internal Server Error");

  private GatewayAnswer() {}

  static Answer read(byte[] output) {
    Map<String, Object> answer;
    try {
      answer = Json.object(output);
    } catch (IllegalArgumentException e) {
      return FAILED;
    }
    if (!(answer.get("statusCode") instanceof Integer status)) {
      return FAILED;
    }
    var headers = new LinkedHashMap<String, List<String>>();
    map(answer.get("headers")).forEach((name, value) -> put(headers, name, List.of(value)));
    map(answer.get("multiValueHeaders"))
        .forEach((name, values) -> put(headers, name, (List<?>) values));
    return new Answer(status, headers, body(answer.get("body"), answer.get("isBase64Encoded")));
  }

  static Answer failed() {
    return FAILED;
  }

  private static void put(Map<String, List<String>> headers, String name, List<?> values) {
    headers.put(name.toLowerCase(Locale.ROOT), values.stream().map(String::valueOf).toList());
  }

  private static byte[] body(@Nullable Object body, @Nullable Object isEncoded) {
    if (body == null) {
      return new byte[0];
    }
    return Boolean.TRUE.equals(isEncoded)
        ? Base64.getDecoder().decode(body.toString())
        : body.toString().getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked") // JSON has texts as member names
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
