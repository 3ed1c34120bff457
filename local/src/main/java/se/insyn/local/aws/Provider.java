package se.insyn.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import se.insyn.local.template.Permission;

/** What SES's and SNS's stand-ins have in common: one action, and a way to break it. */
abstract class Provider implements AutoCloseable {
  private final HttpServer server;
  private final String action;
  private final List<Permission> needed = new CopyOnWriteArrayList<>();
  private volatile Function<String, String> faults = to -> "";

  Provider(String action) throws IOException {
    this.action = action;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
  }

  final void listen() {
    server.start();
  }

  public final URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What a policy must allow for each call since the start, in their order. */
  public final List<Permission> needed() {
    return List.copyOf(needed);
  }

  /**
   * Has calls refused.
   *
   * @param fault takes the address and gives the error's code, such as {@code Throttling}; empty =
   *     it goes out
   */
  public final void refuse(Function<String, String> fault) {
    faults = fault;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** To whom it is. */
  abstract String to(QueryForm form);

  /** What a policy must allow for it. */
  abstract List<Permission> permissions(QueryForm form);

  /** It goes out. */
  abstract void take(QueryForm form, String id);

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = QueryForm.read(exchange);
      if (!form.value("Action").equals(action)) {
        form.fail(exchange, 400, "InvalidAction");
        return;
      }
      needed.addAll(permissions(form));
      var fault = faults.apply(to(form));
      if (!fault.isEmpty()) {
        form.fail(exchange, 400, fault);
        return;
      }
      var id = UUID.randomUUID().toString();
      take(form, id);
      form.succeed(exchange, id);
    }
  }
}
