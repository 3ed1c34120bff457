package se.insyn.domain.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that a fact names, by the member that names them; an absent one leaves no trace. */
final class Named {

  private final Map<String, EventId> ids = new LinkedHashMap<>();

  Named by(String member, @Nullable EventId id) {
    if (id != null) {
      ids.put(member, id);
    }
    return this;
  }

  Map<String, EventId> ids() {
    return Collections.unmodifiableMap(ids);
  }
}
