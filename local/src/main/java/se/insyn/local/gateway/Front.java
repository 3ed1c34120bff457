package se.insyn.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The web server on one address: static files first, and what was sent; everything else is the HTTP
 * API's.
 */
public final class Front implements AutoCloseable {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", "date");
  private static final Logger LOG = Logger.getLogger(Front.class.getName());

  private final HttpServer server;
  private final WebFiles web;
  private final HttpApi api;
  private final SentPage sent;

  private Front(HttpServer server, WebFiles web, HttpApi api, SentPage sent) {
    this.server = server;
    this.web = web;
    this.sent = sent;
    this.api = api;
  }

  /** Listens on the loopback address; port 0 is any that is free. */
  public static Front start(int port, WebFiles web, HttpApi api, SentPage sent) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    var front = new Front(server, web, api, sent);
    server.createContext("/", front::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return front;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      var call = read(exchange);
      var file = web.find(call).or(() -> sent.find(call));
      send(exchange, file.isPresent() ? file.get() : api.answer(call));
    } catch (IOException e) {
      LOG.log(Level.FINE, "the caller went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call read(HttpExchange exchange) throws IOException {
    var headers = new LinkedHashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    // One byte more than allowed tells too large from just large enough.
    var body = exchange.getRequestBody().readNBytes(HttpApi.BODY_LIMIT + 1);
    var target = exchange.getRequestURI().toString();
    if (!target.startsWith("/")) {
      var uri = exchange.getRequestURI();
      target =
          uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
    var mark = target.indexOf('?');
    return new Call(
        exchange.getRequestMethod(),
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? null : target.substring(mark + 1),
        headers,
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
      if (!OF_THE_CONNECTION.contains(header.getKey())) {
        exchange.getResponseHeaders().put(header.getKey(), header.getValue());
      }
    }
    var body = answer.body();
    var isBare =
        exchange.getRequestMethod().equals("HEAD") || answer.status() == 204 || body.length == 0;
    exchange.sendResponseHeaders(answer.status(), isBare ? -1 : body.length);
    if (!isBare) {
      exchange.getResponseBody().write(body);
    }
  }
}
