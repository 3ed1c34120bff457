package se.insyn.domain.events;

import java.util.Optional;
import se.insyn.domain.json.Members;

/** What a source calls a fact: 1 to 64 of {@code A-Za-z0-9._-}, unique in its case. */
public record EventId(String value) {

  /** An id as it stands in an address; empty when it cannot be one. */
  public static Optional<EventId> parse(String text) {
    return Members.isId(text) ? Optional.of(new EventId(text)) : Optional.empty();
  }
}
