package se.insyn.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** SES and SNS in this process, as far as their query protocol is spoken here. */
final class Providers {

  private static final Providers STARTED = new Providers();

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final List<Sent> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Sent, Reply> replies = sent -> Reply.TAKEN;

  private Providers() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(address, 0);
      server.createContext("/", this::handle);
      server.setExecutor(
          Executors.newCachedThreadPool(work -> Thread.ofPlatform().daemon().unstarted(work)));
      server.start();
      String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
      if (System.getProperty("localstack") == null) {
        System.setProperty("aws.endpointUrlSes", endpoint);
        System.setProperty("aws.endpointUrlSns", endpoint);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ones of this process, with nothing sent and everything taken. */
  static Providers anew() {
    STARTED.sent.clear();
    STARTED.asked.clear();
    STARTED.replies = sent -> Reply.TAKEN;
    return STARTED;
  }

  void reply(Function<Sent, Reply> how) {
    replies = how;
  }

  /** What went out to people. */
  List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** Every call, taken or not. */
  List<Sent> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Sent each = Sent.read(form(exchange));
      asked.add(each);
      Reply reply = replies.apply(each);
      if (reply.isTaken()) {
        sent.add(each);
      }
      if (reply.status() == 0) {
        return;
      }
      byte[] body = body(each, reply).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String body(Sent sent, Reply reply) {
    String action = sent.form().get("Action");
    return reply.status() == 200
        ? "<%1$sResponse><%1$sResult><MessageId>1</MessageId></%1$sResult></%1$sResponse>"
            .formatted(action)
        : "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(reply.code(), reply.message());
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    var form = new LinkedHashMap<String, String>();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    for (String pair : body.split("&", -1)) {
      int sign = pair.indexOf('=');
      form.put(
          URLDecoder.decode(pair.substring(0, sign), UTF_8),
          URLDecoder.decode(pair.substring(sign + 1), UTF_8));
    }
    return form;
  }
}
