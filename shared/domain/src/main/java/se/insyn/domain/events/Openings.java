package se.insyn.domain.events;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;

/**
 * Öppnanden: that somebody has read a fact, written down before they get to read it. Each opening
 * leaves a row in the audit trail; of the first one the time is kept with the citizen.
 *
 * <p>What cannot be written is not shown: {@link se.insyn.domain.value.Unavailable} then, or
 * whatever the storage throws, and no answer.
 */
public interface Openings {

  /** The viewer gets this fact in full. To be called last, when nothing else can fail any more. */
  void opened(Viewer viewer, Line line, Instant at);

  /** The viewer gets an address from which the fact's file can be fetched for a while. */
  void openedFile(Viewer viewer, Line line, Instant at);

  /**
   * When the viewer first opened each of these facts, under any number they have had in this case;
   * what they never opened is not among them. One batch of reads.
   */
  Map<EventId, Instant> firstOpened(Viewer viewer, VisibleCase viewed, Collection<EventId> ids);
}
