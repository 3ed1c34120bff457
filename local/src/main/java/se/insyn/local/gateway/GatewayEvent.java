package se.insyn.local.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.local.Json;

/** The event that an HTTP API hands to a function, payload format 1.0. */
final class GatewayEvent {
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Set<String> TEXT =
      Set.of("application/json", "application/javascript", "application/xml");

  private GatewayEvent() {}

  static byte[] of(Call call, Routes.Match match, Instant now, String requestId) {
    var path = Encoding.decodedPath(call.path());
    var query = call.query();
    var parameters = query == null ? Map.<String, List<String>>of() : Encoding.parameters(query);
    var headers = headers(call, now);
    var variables = new LinkedHashMap<String, String>();
    match.variables().forEach((name, raw) -> variables.put(name, Encoding.decodedPath(raw)));

    var event = new LinkedHashMap<String, @Nullable Object>();
    event.put("version", "1.0");
    event.put("resource", match.route().path());
    event.put("path", path);
    event.put("httpMethod", call.method());
    event.put("headers", last(headers));
    event.put("multiValueHeaders", headers);
    event.put("queryStringParameters", nullIfEmpty(last(parameters)));
    event.put("multiValueQueryStringParameters", nullIfEmpty(parameters));
    event.put("requestContext", context(call, match, now, requestId, path));
    event.put("pathParameters", nullIfEmpty(variables));
    event.put("stageVariables", null);
    var isText = isText(call.header("content-type"));
    event.put("body", body(call.body(), isText));
    event.put("isBase64Encoded", call.body().length > 0 && !isText);
    return Json.bytes(event);
  }

  private static Map<String, Object> context(
      Call call, Routes.Match match, Instant now, String requestId, String path) {
    var identity = new LinkedHashMap<String, Object>();
    identity.put("sourceIp", call.sourceAddress());
    var agent = call.header("user-agent");
    if (agent != null) {
      identity.put("userAgent", agent);
    }
    var context = new LinkedHashMap<String, Object>();
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    var host = call.header("host");
    context.put("domainName", host == null ? "localhost" : host.replaceFirst(":[0-9]+$", ""));
    context.put("domainPrefix", "local");
    context.put("extendedRequestId", requestId);
    context.put("httpMethod", call.method());
    context.put("identity", identity);
    context.put("path", path);
    context.put("protocol", "HTTP/1.1");
    context.put("requestId", requestId);
    context.put("requestTime", REQUEST_TIME.format(now));
    context.put("requestTimeEpoch", now.toEpochMilli());
    context.put("resourceId", match.route().key());
    context.put("resourcePath", match.route().path());
    context.put("stage", "$default");
    return context;
  }

  private static Map<String, List<String>> headers(Call call, Instant now) {
    var headers = new LinkedHashMap<>(call.headers());
    headers.computeIfPresent("cookie", (name, lines) -> List.of(String.join("; ", lines)));
    headers.put("x-forwarded-for", List.of(call.sourceAddress()));
    headers.put("x-forwarded-proto", List.of("https"));
    headers.put("x-forwarded-port", List.of("443"));
    headers.put(
        "x-amzn-trace-id",
        List.of("Root=1-%08x-%024x".formatted(now.getEpochSecond(), now.getNano())));
    return headers;
  }

  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT.contains(type);
  }

  private static @Nullable String body(byte[] body, boolean isText) {
    if (body.length == 0) {
      return null;
    }
    return isText
        ? new String(body, StandardCharsets.UTF_8)
        : Base64.getEncoder().encodeToString(body);
  }

  private static Map<String, String> last(Map<String, List<String>> all) {
    return all.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().getLast(),
                (one, other) -> other,
                LinkedHashMap::new));
  }

  private static @Nullable Map<String, ?> nullIfEmpty(Map<String, ?> map) {
    return map.isEmpty() ? null : map;
  }
}
