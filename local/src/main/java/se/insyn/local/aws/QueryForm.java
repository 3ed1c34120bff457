package se.insyn.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call in AWS's query protocol: a form comes, XML goes. */
final class QueryForm {
  private final Map<String, String> values = new LinkedHashMap<>();

  private QueryForm() {}

  static QueryForm read(HttpExchange exchange) throws IOException {
    var form = new QueryForm();
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    for (var pair : body.split("&", -1)) {
      var sign = pair.indexOf('=');
      if (sign > 0) {
        form.values.put(
            URLDecoder.decode(pair.substring(0, sign), UTF_8),
            URLDecoder.decode(pair.substring(sign + 1), UTF_8));
      }
    }
    return form;
  }

  /** The value of a member; empty when it has none. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** Answers that it was done. */
  void succeed(HttpExchange exchange, String messageId) throws IOException {
    send(
        exchange,
        200,
        "<%1$sResponse><%1$sResult><MessageId>%2$s</MessageId></%1$sResult></%1$sResponse>"
            .formatted(value("Action"), messageId));
  }

  /** Answers that it was not. */
  void fail(HttpExchange exchange, int status, String code) throws IOException {
    send(
        exchange,
        status,
        "<ErrorResponse><Error><Type>Sender</Type><Code>%1$s</Code><Message>%1$s</Message></Error></ErrorResponse>"
            .formatted(code));
  }

  private static void send(HttpExchange exchange, int status, String xml) throws IOException {
    var body = xml.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
