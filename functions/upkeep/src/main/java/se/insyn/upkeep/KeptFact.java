package se.insyn.upkeep;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;

/**
 * A fact whose content is still there: what must be known of it to take that away.
 *
 * @param kind the word for it, null when none was known
 * @param audience who may ever have opened it in this version
 */
record KeptFact(
    EventId id,
    @Nullable String kind,
    long version,
    String hash,
    Set<Citizen> audience,
    Instant updatedAt) {

  KeptFact {
    audience = Set.copyOf(audience);
  }
}
