package se.insyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.local.Browser;
import se.insyn.local.Insyn;
import se.insyn.local.Json;
import se.insyn.local.LocalOptions;
import se.insyn.local.demo.Demo;

/**
 * The surroundings of what is measured: tables, bucket, issuers, with the demo in them, one of its
 * people logged in and one of its systems with a token.
 */
record Running(Path root, Insyn insyn, Map<String, String> known) implements AutoCloseable {

  private static final String MATTIAS = "197605239917";
  static final String ELIAS = "200007169915";

  /** Starts them, with data of this run alone. */
  static Running start(Path root, Path data) throws Exception {
    var insyn = Insyn.start(new LocalOptions(root, data, false, 0, 0, 1, Map.of()));
    new Demo(insyn, root.resolve("events/case-updates"), data, Clock.systemUTC()).pushOnce();
    var browser = loggedIn(insyn, MATTIAS);
    var cases = (List<?>) Json.object(browser.get("/api/cases").body()).get("items");
    var first = (Map<?, ?>) Objects.requireNonNull(cases).getFirst();
    return new Running(
        root,
        insyn,
        Map.of(
            "{{cookie}}", cookie(browser),
            "{{token}}", insyn.system("/lifecare").token(""),
            "{{caseId}}", String.valueOf(first.get("caseId"))));
  }

  /** A browser of somebody with a family's case and another one. */
  Browser loggedIn() {
    return loggedIn(insyn, MATTIAS);
  }

  private static Browser loggedIn(Insyn insyn, String number) {
    var browser = new Browser(insyn.origin());
    browser.login(number);
    return browser;
  }

  private static String cookie(Browser browser) {
    return Objects.requireNonNull(browser.cookie("__Host-insyn"), "nobody is logged in");
  }

  /**
   * A sample with what only a run knows in it; {@code {}} where there is none, as the clock sends.
   *
   * @param sample its path below {@code events}, without its ending
   */
  String event(@Nullable String sample) throws IOException {
    if (sample == null) {
      return "{}";
    }
    String event = Files.readString(root.resolve("events/" + sample + ".json"));
    if (sample.equals("http/login-logout")) {
      // Whoever logs out is out everywhere: somebody else than the one of the other samples.
      event = event.replace("{{cookie}}", cookie(loggedIn(insyn, ELIAS)));
    }
    for (var each : known.entrySet()) {
      event = event.replace(each.getKey(), each.getValue());
    }
    return event
        .replace("https://insyn.example.se", insyn.origin().toString())
        .replace("insyn.example.se", insyn.origin().getAuthority());
  }

  @Override
  public void close() {
    insyn.close();
  }
}
