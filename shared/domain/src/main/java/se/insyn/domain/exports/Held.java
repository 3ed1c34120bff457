package se.insyn.domain.exports;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.json.Json;
import se.insyn.domain.views.ViewedCase;

/**
 * What an export holds of one case: how the case itself looked, and every fact and message with the
 * time when the version in it was taken in. It may be opened only while all of that is seen in the
 * same way.
 */
public record Held(CaseId caseId, String look, Map<EventId, Instant> facts) {

  public Held {
    facts = Map.copyOf(facts);
  }

  /** What a case looks like to the viewer, as a hash. */
  public static String look(ViewedCase viewed) {
    return Json.hash(viewed.shown().members());
  }

  /**
   * Whether the viewer still sees all of it, in these very versions. What has come since does not
   * matter.
   *
   * @param messages those of the case, with when each came
   */
  public boolean isStillSeen(
      ViewedCase viewed, Iterable<Line> lines, Map<EventId, Instant> messages) {
    if (!viewed.stored().id().equals(caseId) || !look(viewed).equals(look)) {
      return false;
    }
    var missing = new HashMap<>(facts);
    lines.forEach(line -> missing.remove(line.id(), line.updatedAt()));
    messages.forEach(missing::remove);
    return missing.isEmpty();
  }
}
