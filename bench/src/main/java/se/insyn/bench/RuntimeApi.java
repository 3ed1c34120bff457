package se.insyn.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's runtime API for one process: hands it events one by one, and takes the answers. Where it
 * is to be frozen, it is told to go on by {@link #restore}.
 */
final class RuntimeApi implements AutoCloseable {

  /** What the process made of an event; failed = what it told instead of an answer. */
  record Reply(String text, boolean failed) {}

  private static final long PATIENCE_SECONDS = 60;
  private static final String ARN = "arn:aws:lambda:eu-north-1:000000000000:function:bench";

  static {
    // Small answers would wait for 40 ms otherwise.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final Semaphore asking = new Semaphore(0);
  private final Semaphore frozen = new Semaphore(0);
  private final Semaphore restored = new Semaphore(0);

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/2018-06-01/runtime/", this::answer);
    server.start();
  }

  /** What the process must know of it. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until the process has come so far that it can be frozen. */
  void awaitFrozen() throws InterruptedException {
    await(frozen);
  }

  /** Lets a frozen process go on. */
  void restore() {
    restored.release();
  }

  /** Waits until the process asks for an event. */
  void awaitAsking() throws InterruptedException {
    await(asking);
    asking.release();
  }

  /** Hands over an event and waits for what comes of it. */
  Reply invoke(String event) throws InterruptedException {
    events.add(event.getBytes(StandardCharsets.UTF_8));
    @Nullable Reply reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (reply == null) {
      throw new IllegalStateException("no answer within a minute");
    }
    return reply;
  }

  private void await(Semaphore semaphore) throws InterruptedException {
    if (!semaphore.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process did not start: " + replies.poll());
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.endsWith("/invocation/next")) {
        asking.release();
        next(exchange, events.take());
      } else if (path.endsWith("/restore/next")) {
        frozen.release();
        restored.acquire();
        exchange.sendResponseHeaders(200, -1);
      } else {
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(202, -1);
        replies.add(new Reply(text, path.endsWith("/error")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is being closed
    }
  }

  private static void next(HttpExchange exchange, byte[] event) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 29_000));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", ARN);
    headers.set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
