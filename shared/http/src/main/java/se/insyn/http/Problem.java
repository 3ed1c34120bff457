package se.insyn.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;
import se.insyn.domain.events.UnknownCursor;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.MalformedJson;
import se.insyn.domain.json.Violation;
import se.insyn.domain.value.Unavailable;

/**
 * A refusal, thrown where it is found and answered in one place as {@code application/problem+json}
 * (RFC 9457). {@code type} is stable; no member ever repeats what was sent. {@code reason} is the
 * code that the log names instead.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  static final String MEDIA_TYPE = "application/problem+json";

  /** An answer has room for a hundred such problems. */
  private static final int MOST_ERRORS = 50;

  private final int status;
  private final String name;
  private final String title;
  private final @Nullable String detail;
  private final String reason;
  private final transient List<Violation> errors;
  private final transient Map<String, String> headers;

  private Problem(
      int status,
      String name,
      String title,
      @Nullable String detail,
      String reason,
      List<Violation> errors,
      Map<String, String> headers,
      @Nullable Throwable cause) {
    super(reason, cause, false, cause != null);
    this.status = status;
    this.name = name;
    this.title = title;
    this.detail = detail;
    this.reason = reason;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  /** A problem of its own type, {@code /problems/} and the name. */
  public static Problem of(int status, String name, String title, @Nullable String detail) {
    return new Problem(status, name, title, detail, name, List.of(), Map.of(), null);
  }

  /** 400: cannot be read, also a query parameter that is wrong or unknown. */
  public static Problem malformed(String detail) {
    return of(400, "malformed", "The request cannot be read", detail);
  }

  /** 401 for a browser: no session, or one that does not count. */
  public static Problem notLoggedIn(String reason) {
    return of(401, "not-logged-in", "Log in first", null).because(reason);
  }

  /** 401 for a machine: no token, or one that does not count. */
  public static Problem noToken(String reason) {
    return of(401, "invalid-token", "A valid access token is needed", null)
        .because(reason)
        .with("WWW-Authenticate", "Bearer");
  }

  /** 403: known, but not for this. */
  public static Problem forbidden(String reason) {
    return of(403, "forbidden", "Not allowed", null).because(reason);
  }

  /** 404: absent or not yours, which nobody can tell apart. */
  public static Problem notFound() {
    return of(404, "not-found", "Not found", null);
  }

  /** 413. */
  public static Problem tooLarge(String detail) {
    return of(413, "too-large", "Too large", detail);
  }

  /** 415. */
  public static Problem unsupportedType(String detail) {
    return of(415, "unsupported-media-type", "Wrong media type", detail);
  }

  /** 422: well-formed, but members are not as agreed; of very many, the first. */
  public static Problem invalid(List<Violation> errors) {
    List<Violation> told = errors;
    if (errors.size() > MOST_ERRORS) {
      told = new ArrayList<>(errors.subList(0, MOST_ERRORS));
      told.add(new Violation("", "has " + (errors.size() - MOST_ERRORS) + " more that are wrong"));
    }
    return new Problem(
        422,
        "invalid-members",
        "Members are not as agreed",
        null,
        "invalid-members",
        told,
        Map.of(),
        null);
  }

  /** 503: something that is needed cannot be read or written just now. */
  public static Problem unavailable(Throwable cause) {
    return new Problem(
        503,
        "unavailable",
        "Not available just now",
        null,
        "unavailable",
        List.of(),
        Map.of("Retry-After", "5"),
        cause);
  }

  /** 500: our fault, and nobody else's business. */
  static Problem broken() {
    return of(500, "internal", "Something is broken here", null);
  }

  /** What an exception means to whoever called. */
  public static Problem from(Throwable thrown) {
    return switch (thrown) {
      case Problem problem -> problem;
      case InvalidMembers invalid -> invalid(invalid.violations());
      case MalformedJson malformed -> malformed("The body is not well-formed JSON.");
      case UnknownCursor cursor -> malformed("cursor is not one that was given out.");
      case Unavailable unavailable -> unavailable(unavailable);
      default -> isOfTheSdk(thrown.getClass()) ? unavailable(thrown) : broken().causedBy(thrown);
    };
  }

  /** By name, because functions without a client of AWS do not carry its classes. */
  private static boolean isOfTheSdk(@Nullable Class<?> thrown) {
    return thrown != null
        && (thrown.getName().equals("software.amazon.awssdk.core.exception.SdkException")
            || isOfTheSdk(thrown.getSuperclass()));
  }

  /** The same problem with a reason of its own for the log. */
  public Problem because(String otherReason) {
    return new Problem(status, name, title, detail, otherReason, errors, headers, getCause());
  }

  /** The same problem with a header on its answer. */
  public Problem with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(status, name, title, detail, reason, errors, more, getCause());
  }

  private Problem causedBy(Throwable cause) {
    return new Problem(status, name, title, detail, reason, errors, headers, cause);
  }

  public int status() {
    return status;
  }

  public String reason() {
    return reason;
  }

  Map<String, String> headers() {
    return headers;
  }

  /**
   * What the log says of it. The pointers are made of names that we asked for, never of those that
   * somebody sent.
   */
  public LoggingEventBuilder in(LoggingEventBuilder line) {
    LoggingEventBuilder told =
        line.addKeyValue("reason", reason).addKeyValue("status", status).setCause(getCause());
    return errors.isEmpty()
        ? told
        : told.addKeyValue(
            "pointers", errors.stream().map(Violation::pointer).collect(Collectors.joining(" ")));
  }

  /**
   * The document. {@code instance} names this occurrence by its trace id: a path may hold what
   * somebody typed into it.
   */
  public Map<String, Object> document(String traceId) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "/problems/" + name);
    document.put("title", title);
    document.put("status", (long) status);
    if (detail != null) {
      document.put("detail", detail);
    }
    document.put(
        "instance",
        "urn:uuid:" + traceId.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    document.put("traceId", traceId);
    if (!errors.isEmpty()) {
      document.put(
          "errors",
          errors.stream()
              .map(error -> Map.of("pointer", error.pointer(), "detail", error.detail()))
              .toList());
    }
    return document;
  }

  /** The answer where no framework is left to make it. */
  APIGatewayProxyResponseEvent answer(Call call) {
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(status)
        .withMultiValueHeaders(Map.of("Content-Type", List.of(MEDIA_TYPE)))
        .withIsBase64Encoded(false)
        .withBody(Json.write(document(call.traceId())));
  }
}
