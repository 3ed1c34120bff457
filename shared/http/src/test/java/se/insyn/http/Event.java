package se.insyn.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event of the API in payload format 1.0, in the making. */
final class Event {

  private final APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final Map<String, List<String>> query = new LinkedHashMap<>();

  static Event get(String path) {
    return of("GET", path);
  }

  static Event of(String method, String path) {
    var event = new Event();
    event.event.withHttpMethod(method).withPath(path).withResource("/route");
    return event;
  }

  /** A call as the portal's own pages send it. */
  static Event change(String method, String path) {
    return of(method, path)
        .header("x-insyn", "1")
        .header("origin", "https://insyn.example.se")
        .header("content-type", "application/json");
  }

  Event header(String name, String value) {
    headers.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    return this;
  }

  Event without(String name) {
    headers.remove(name);
    return this;
  }

  Event cookie(SessionCookie cookie) {
    return header("cookie", "other=1; " + SessionCookie.NAME + "=" + cookie.value());
  }

  Event parameter(String name, String... values) {
    query.put(name, List.of(values));
    return this;
  }

  Event body(String text, boolean base64) {
    event.withBody(text).withIsBase64Encoded(base64);
    return this;
  }

  APIGatewayProxyRequestEvent event() {
    var single = new LinkedHashMap<String, String>();
    headers.forEach((name, values) -> single.put(name, values.getLast()));
    event.setHeaders(single);
    event.setMultiValueHeaders(headers);
    var last = new LinkedHashMap<String, String>();
    query.forEach((name, values) -> last.put(name, values.getLast()));
    event.setQueryStringParameters(query.isEmpty() ? null : last);
    event.setMultiValueQueryStringParameters(query.isEmpty() ? null : query);
    return event;
  }
}
