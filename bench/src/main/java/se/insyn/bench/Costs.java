package se.insyn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.Logs;
import se.insyn.local.aws.DynamoCall;

/**
 * What a use case asks of the tables, with the demo's data in them. That it stays the same however
 * long a history grows is held by a test of the local run.
 */
public final class Costs {

  private static final List<String> PAGES =
      List.of(
          "/api/session",
          "/api/start",
          "/api/cases",
          "/api/contacts",
          "/api/events",
          "/api/applications",
          "/api/decisions",
          "/api/payments",
          "/api/documents",
          "/api/threads",
          "/api/profile",
          "/api/access-log");

  private final Running running;
  private final PrintStream out;

  private Costs(Running running, PrintStream out) {
    this.running = running;
    this.out = out;
  }

  /**
   * Prints a line for each.
   *
   * @param arguments the repository, and a folder to work in
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Path work = Files.createDirectories(Path.of(arguments[1]));
    Logs.to(work.resolve("insyn.log"));
    try (var running = Running.start(Path.of(arguments[0]), work)) {
      new Costs(running, out).print();
    }
    System.exit(0); // DynamoDB Local's threads stay
  }

  private void print() throws Exception {
    out.println("                      calls   read units   items written   of which");
    var browser = running.loggedIn();
    for (String page : PAGES) {
      measure("GET " + page, () -> browser.get(page));
    }
    measure("a login", () -> new Browser(running.insyn().origin()).login(Running.ELIAS));
    var system = running.insyn().system("/lifecare");
    String push = decisionOfToday();
    measure("a decision pushed", () -> system.push(push));
    measure("the same again", () -> system.push(push));
    measure("a minute of notices", () -> running.insyn().tick("Notifications"));
    measure("an empty minute", () -> running.insyn().tick("Notifications"));
  }

  /** The body of the sample, dated so that somebody is told of it. */
  private String decisionOfToday() throws IOException {
    var body = Json.object(running.event("http/caseworker-api-push")).get("body");
    var today = LocalDate.now(Clock.system(ZoneId.of("Europe/Stockholm")));
    return String.valueOf(body).replace("2026-11-20", today.toString());
  }

  private interface Step {
    void take() throws Exception;
  }

  private void measure(String name, Step step) throws Exception {
    var calls = running.insyn().dynamo().calls();
    calls.record();
    step.take();
    List<DynamoCall> seen = calls.recorded();
    double read = seen.stream().filter(Costs::isRead).mapToDouble(DynamoCall::units).sum();
    int written = seen.stream().filter(call -> !isRead(call)).mapToInt(DynamoCall::items).sum();
    var operations = seen.stream().map(DynamoCall::operation).toList();
    out.printf(
        Locale.ROOT,
        "%-22s %5d %12.1f %15d   %s%n",
        name,
        seen.size(),
        read,
        written,
        String.join(" ", operations));
  }

  private static boolean isRead(DynamoCall call) {
    return switch (call.operation()) {
      case "GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems" -> true;
      default -> false;
    };
  }
}
