package se.insyn.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.MalformedJson;

/**
 * The API's events and answers as it sends and takes them: payload format 1.0, of which only what
 * {@link Call} reads. What is missing or of another type is absent; what is no JSON at all is a
 * call of nothing, for which there is no route.
 */
final class EventJson {

  private EventJson() {}

  static APIGatewayProxyRequestEvent read(byte[] json) {
    Map<?, ?> members = object(json);
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(text(members.get("httpMethod")))
        .withPath(text(members.get("path")))
        .withResource(text(members.get("resource")))
        .withHeaders(map(members.get("headers"), EventJson::value))
        .withMultiValueHeaders(map(members.get("multiValueHeaders"), EventJson::values))
        .withQueryStringParameters(map(members.get("queryStringParameters"), EventJson::value))
        .withMultiValueQueryStringParameters(
            map(members.get("multiValueQueryStringParameters"), EventJson::values))
        .withBody(text(members.get("body")))
        .withIsBase64Encoded(Boolean.TRUE.equals(members.get("isBase64Encoded")));
  }

  static byte[] write(APIGatewayProxyResponseEvent answer) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    members.put("statusCode", answer.getStatusCode());
    members.put("multiValueHeaders", answer.getMultiValueHeaders());
    members.put("body", answer.getBody());
    members.put("isBase64Encoded", Boolean.TRUE.equals(answer.getIsBase64Encoded()));
    return Json.write(members).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<?, ?> object(byte[] json) {
    try {
      return Json.parse(json) instanceof Map<?, ?> members ? members : Map.of();
    } catch (MalformedJson e) {
      return Map.of();
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  /** One that is null is empty. */
  private static String value(@Nullable Object value) {
    return Objects.requireNonNullElse(text(value), "");
  }

  private static List<String> values(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(EventJson::value).toList()
        : List.of(value(value));
  }

  private static <T> @Nullable Map<String, T> map(
      @Nullable Object value, Function<@Nullable Object, T> read) {
    if (!(value instanceof Map<?, ?> members)) {
      return null;
    }
    var map = new LinkedHashMap<String, T>();
    members.forEach((name, member) -> map.put(String.valueOf(name), read.apply(member)));
    return map;
  }
}
