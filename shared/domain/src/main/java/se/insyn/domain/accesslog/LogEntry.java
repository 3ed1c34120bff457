package se.insyn.domain.accesslog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Shown;

/**
 * Loggrad: something that was done, and when. {@code line} is what it was done to, null where the
 * viewer may not see that any more, or where it was done to nothing. What was pushed names the
 * system that it came from.
 */
public record LogEntry(Instant at, Act act, @Nullable Line line) {

  /** The row as the portal shows it. */
  public Shown shown() {
    var shown = new Shown().put("at", at.truncatedTo(ChronoUnit.MILLIS)).put("act", act);
    if (line != null) {
      shown
          .put("caseId", line.viewed().id().value())
          .put("id", line.id())
          .put("kind", line.kind())
          .put("title", line.title())
          .put("source", act == Act.PUSHED ? line.viewed().source().value() : null);
    }
    return shown;
  }
}
