package se.insyn.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import se.insyn.local.Insyn;

/** The demo's data: pushed once, at the first start, and dated from the day of it. */
public final class Demo {
  private final Insyn insyn;
  private final Path events;
  private final Path data;
  private final Clock clock;

  /**
   * The demo of a folder of events.
   *
   * @param data where it is remembered what was done
   */
  public Demo(Insyn insyn, Path events, Path data, Clock clock) {
    this.insyn = insyn;
    this.events = events;
    this.data = data;
    this.clock = clock;
  }

  /** Pushes what has not been taken yet and tells what was refused, one line each. */
  public List<String> pushOnce() throws IOException, InterruptedException {
    var done = data.resolve("demo-done");
    // Another issuer gives these clients no tokens: then the data are somebody else's matter.
    if (Files.exists(done)
        || !insyn.setting("SYSTEMS_ISSUER").equals(insyn.issuers().systemsIssuer())) {
      return List.of();
    }
    var refused =
        new DemoPushes(
                events, events.resolveSibling("files"), new DemoDates(firstDay()), insyn::system)
            .push();
    if (refused.isEmpty()) {
      Files.createFile(done);
    }
    return refused;
  }

  /** The day of the first start in Stockholm. */
  private LocalDate firstDay() throws IOException {
    var kept = data.resolve("demo-day");
    if (!Files.exists(kept)) {
      Files.writeString(kept, LocalDate.now(clock.withZone(DemoDates.STOCKHOLM)).toString());
    }
    return LocalDate.parse(Files.readString(kept));
  }
}
