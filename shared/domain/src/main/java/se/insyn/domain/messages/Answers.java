package se.insyn.domain.messages;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Line;

/** Kompletteringar: what citizens have sent in when the office asked for something. */
public interface Answers {

  /**
   * When the viewer last answered each of these requests, under any number they have had in its
   * case; what they never answered is not among them. One batch of reads, none without requests.
   */
  Map<Line, Instant> lastAnswered(Viewer viewer, Collection<Line> requests);

  /**
   * Everything that the viewer has sent in, in cases that are visible. Reads all of it, so it is
   * not for pages that somebody waits for often.
   */
  List<SentAnswer> all(Viewer viewer);
}
