package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.insyn.domain.testing.Push;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.aws.Dynamo;
import se.insyn.local.demo.CaseworkerSystem;
import se.insyn.local.template.Template;

/** A process of its own, as {@code bin/run} starts it, that is killed in the middle of pushes. */
class KillTest {
  private static final int CLIENTS = 4;
  private static final int BEFORE_THE_KILL = 200;
  private static final String OUTBOX = "/caseworker/v1/outbox";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path root;
  private final int port = freePort();
  private final int standInsPort = freePort();
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void aKillLosesNothingThatWasAnsweredAndDoublesNothing() throws Exception {
    likeARepository();
    var first = start();
    var office = office();
    assertThat(result(office, People.caseOf("KILL-1", People.ELIAS))).isEqualTo("applied");

    var answered = pushUntilKilled(office, first);
    assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(answered.size()).isGreaterThanOrEqualTo(BEFORE_THE_KILL);

    start();
    var again = office();
    var ids = new ArrayList<String>();
    for (var id : answered) {
      assertThat(result(again, fact(id))).as("%s once more", id).isEqualTo("duplicate");
      ids.add(id);
    }
    // What was under way when it was killed is there as a whole or not at all.
    for (int i = 0; i < BEFORE_THE_KILL + 10 * CLIENTS; i++) {
      var id = "FACT-" + i;
      if (!answered.contains(id)) {
        assertThat(result(again, fact(id))).isIn("applied", "duplicate");
        ids.add(id);
      }
    }
    assertThat(shown()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void whatWasFetchedAndNotAcknowledgedComesAgainAfterAKill() throws Exception {
    likeARepository();
    somethingWaits();
    var first = start();
    assertThat(waiting()).containsExactly(OutboxEntries.ID);
    kill(first);

    var second = start();
    assertThat(waiting()).containsExactly(OutboxEntries.ID);
    var acknowledgement =
        HttpRequest.newBuilder(origin().resolve(OUTBOX + "/" + OutboxEntries.ID)).DELETE();
    assertThat(sent(acknowledgement).statusCode()).isEqualTo(204);
    kill(second);

    start();
    assertThat(waiting()).isEmpty();
  }

  /** As if a citizen had sent it: in the tables from the beginning. */
  private void somethingWaits() throws Exception {
    var template = Template.read(root.resolve("template.yaml"));
    try (var dynamo = Dynamo.start(root.resolve(".insyn/dynamodb"), template.tables())) {
      var item = OutboxEntries.item("KILL-2", "M1");
      StoredItems.put(dynamo.endpoint(), "SystemsTable", List.of(item));
    }
  }

  private List<String> waiting() throws Exception {
    var answer = sent(HttpRequest.newBuilder(origin().resolve(OUTBOX)));
    var events = Json.object("{\"events\":" + answer.body() + "}");
    return Answers.list(events, "events").stream()
        .map(event -> String.valueOf(event.get("id")))
        .toList();
  }

  private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
    var office = office();
    return office.send(request.header("Authorization", "Bearer " + office.token("")));
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private Set<String> pushUntilKilled(CaseworkerSystem office, Process process) throws Exception {
    var answered = ConcurrentHashMap.<String>newKeySet();
    var next = new AtomicInteger();
    Callable<Void> client =
        () -> {
          var token = office.token("");
          while (process.isAlive() && next.get() < BEFORE_THE_KILL + 9 * CLIENTS) {
            var id = "FACT-" + next.getAndIncrement();
            try {
              var answer = office.push(event(fact(id)), "", token);
              if (answer.statusCode() == 200) {
                answered.add(id);
              }
            } catch (IOException e) {
              // Killed before it could answer.
              return null;
            }
            if (answered.size() >= BEFORE_THE_KILL) {
              process.destroyForcibly();
            }
          }
          return null;
        };
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (var future : clients.invokeAll(java.util.Collections.nCopies(CLIENTS, client))) {
        future.get();
      }
    }
    return answered;
  }

  /** Every id in the timeline of the person, page after page, as often as it stands there. */
  private List<String> shown() {
    var browser = new Browser(origin());
    browser.login(People.ELIAS);
    var ids = new ArrayList<String>();
    for (String more = ""; more != null; ) {
      var page = Json.object(browser.get("/api/events?limit=100" + more).body());
      Answers.list(page, "items").forEach(item -> ids.add(String.valueOf(item.get("id"))));
      more = page.get("next") == null ? null : "&cursor=" + page.get("next");
    }
    return ids;
  }

  /** A folder with what is built here, and data of its own. */
  private void likeARepository() throws IOException {
    for (var name : List.of("template.yaml", "functions")) {
      Files.createSymbolicLink(root.resolve(name), Path.of("..", name).toRealPath());
    }
    Files.createDirectories(root.resolve("events/case-updates"));
  }

  private Process start() throws Exception {
    var console = Files.createTempFile(root, "console", ".txt");
    var target = Path.of("target").toRealPath();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "se.insyn.local.LocalRun")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(console.toFile());
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().put("STANDINS_PORT", String.valueOf(standInsPort));
    var process = builder.start();
    processes.add(process);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(console).contains("Ready after")) {
      assertThat(process.isAlive()).as(Files.readString(console)).isTrue();
      assertThat(System.nanoTime()).as(Files.readString(console)).isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return process;
  }

  private CaseworkerSystem office() {
    var issuer = "http://localhost:" + standInsPort + "/systems";
    return new CaseworkerSystem(origin(), issuer, "lifecare");
  }

  private URI origin() {
    return URI.create("http://localhost:" + port);
  }

  private static String result(CaseworkerSystem office, Push push) throws Exception {
    return String.valueOf(Json.object(office.push(event(push)).body()).get("result"));
  }

  private static Push fact(String id) {
    return People.decision("KILL-1", id);
  }

  private static String event(Push push) {
    return Json.text(push.cloudEvent("/lifecare"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
