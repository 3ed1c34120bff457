package se.insyn.domain.messages;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;

/** What a citizen's message is about: a fact of the case, and perhaps a row in it. */
public record About(EventId eventId, @Nullable String row) {

  /** As it is stored, and told to a caseworker system. */
  public Shown shown() {
    return new Shown().put("eventId", eventId).put("row", row);
  }
}
