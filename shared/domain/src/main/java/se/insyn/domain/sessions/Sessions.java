package se.insyn.domain.sessions;

import java.time.Instant;
import java.util.Optional;

/** The sessions that are stored. */
public interface Sessions {

  /** The session with this id, also one that has run out: the caller looks at the time. */
  Optional<Session> find(String id);

  /** Extends a session to be last seen now; does nothing to one that is gone. */
  void touch(Session session, Instant now);
}
