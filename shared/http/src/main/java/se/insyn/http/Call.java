package se.insyn.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Violation;

/**
 * One call as it came through the API (payload format 1.0), and the only way to its headers,
 * cookies, query and body: the framework is shown the method and the path alone, so nothing else in
 * a call can trip it. Nothing here fails on what is odd; odd is absent or empty.
 */
public final class Call {

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("([a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64})(?:\\s*;\\s*(.{0,200}))?");

  /** Room for white space. */
  private static final int LONGEST_EMPTY_BODY = 1024;

  private final String method;
  private final String path;
  private final String route;
  private final String traceId;
  private final Map<String, List<String>> headers;
  private final Map<String, List<String>> parameters;
  private final byte @Nullable [] body;

  private Call(APIGatewayProxyRequestEvent event) {
    this.method = Objects.requireNonNullElse(event.getHttpMethod(), "");
    this.path = RoutePath.encode(Objects.requireNonNullElse(event.getPath(), "/"));
    this.route = Objects.requireNonNullElse(event.getResource(), "");
    this.headers = new LinkedHashMap<>();
    merged(event.getMultiValueHeaders(), event.getHeaders())
        .forEach(
            (name, values) ->
                headers
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                    .addAll(values));
    this.parameters =
        merged(event.getMultiValueQueryStringParameters(), event.getQueryStringParameters());
    this.body = bytes(event);
    this.traceId = TraceId.of(headers("traceparent"));
  }

  /** The call behind a request of the framework, for what a function binds by itself. */
  public static Call of(HttpRequest<?> request) {
    return HttpEvent.call(request);
  }

  static Call of(APIGatewayProxyRequestEvent event) {
    return new Call(event);
  }

  public String method() {
    return method;
  }

  /** Whether the call asks for a change; everything but reading does, also what nobody knows. */
  public boolean isStateChanging() {
    return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
  }

  /** The path, with everything encoded that is more than letters, digits and {@code -._~/}. */
  String path() {
    return path;
  }

  /**
   * The route as the API knows it, such as {@code /api/cases/{caseId}}: what logs name instead of
   * the path.
   */
  String route() {
    return route;
  }

  /** 32 hexadecimal digits that name this call in logs and problems. */
  public String traceId() {
    return traceId;
  }

  /** All values of a header, in their order. */
  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The value of a header that came exactly once; null when it is missing or came twice. */
  public @Nullable String header(String name) {
    List<String> values = headers(name);
    return values.size() == 1 ? values.getFirst() : null;
  }

  /** All values of the cookies with this name, in their order. */
  public List<String> cookies(String name) {
    var values = new ArrayList<String>();
    for (String header : headers("cookie")) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          values.add(pair.substring(equals + 1).strip());
        }
      }
    }
    return values;
  }

  /** The names of all cookies. */
  public List<String> cookieNames() {
    var names = new ArrayList<String>();
    for (String header : headers("cookie")) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          names.add(pair.substring(0, equals).strip());
        }
      }
    }
    return names;
  }

  /** All values of a query parameter, decoded, in their order. */
  public List<String> parameters(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The query, to be read with checks. */
  public Query query() {
    return new Query(parameters);
  }

  /**
   * The media type of the body in lower case without parameters; empty when it is missing, came
   * twice, is none, or names a character set other than UTF-8.
   */
  public String mediaType() {
    String header = header("content-type");
    if (header == null) {
      return "";
    }
    var matcher = MEDIA_TYPE.matcher(header.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return "";
    }
    String more = Objects.requireNonNullElse(matcher.group(2), "").replace("\"", "").strip();
    boolean utf8 = !more.contains("charset") || more.equals("charset=utf-8");
    return utf8 ? matcher.group(1) : "";
  }

  /**
   * The body, empty when there is none.
   *
   * @throws Problem 413 when it is longer than {@code most} bytes, 400 when it cannot be decoded
   */
  public byte[] body(int most) {
    if (body == null) {
      throw Problem.malformed("The body cannot be decoded.");
    }
    if (body.length > most) {
      throw Problem.tooLarge("The body must not be longer than " + most + " bytes.");
    }
    return body.clone();
  }

  /**
   * Refuses a body that says more than nothing: empty and an object without members are taken.
   *
   * @throws Problem 413, 400 or 422
   */
  public void refuseMembers() {
    byte[] all = body(LONGEST_EMPTY_BODY);
    if (all.length > 0 && !(Json.parse(all) instanceof Map<?, ?> members && members.isEmpty())) {
      throw Problem.invalid(List.of(new Violation("", "must be an object without members")));
    }
  }

  private static byte @Nullable [] bytes(APIGatewayProxyRequestEvent event) {
    String text = Objects.requireNonNullElse(event.getBody(), "");
    if (!Boolean.TRUE.equals(event.getIsBase64Encoded())) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Several values if the event has them, else the single one. */
  private static Map<String, List<String>> merged(
      @Nullable Map<String, List<String>> several, @Nullable Map<String, String> single) {
    var all = new LinkedHashMap<String, List<String>>();
    if (several != null) {
      several.forEach((name, values) -> all.put(name, present(values)));
    }
    if (single != null) {
      single.forEach(
          (name, value) -> all.computeIfAbsent(name, none -> List.of(value == null ? "" : value)));
    }
    return all;
  }

  private static List<String> present(@Nullable List<String> values) {
    return values == null
        ? List.of("")
        : values.stream().map(value -> value == null ? "" : value).toList();
  }
}
