package se.insyn.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The headers that every answer carries; an answer may only be stricter in its own policy. */
final class Headers {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private static final String POLICY = "Content-Security-Policy";
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Headers() {}

  /**
   * Adds what is missing. All headers go out as multi-value ones: in both maps, some would come
   * twice.
   */
  static APIGatewayProxyResponseEvent finish(APIGatewayProxyResponseEvent answer) {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    if (answer.getMultiValueHeaders() != null) {
      answer
          .getMultiValueHeaders()
          .forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    }
    // The API counts the bytes itself.
    headers.remove("Content-Length");
    ALWAYS.forEach((name, value) -> headers.put(name, List.of(value)));
    headers.putIfAbsent(POLICY, List.of(NOTHING));
    return answer.withHeaders(null).withMultiValueHeaders(headers);
  }
}
