package se.insyn.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.sessions.Session;

/** Sessions as a login opens them and a logout ends them. */
interface OpenSessions {

  /** When the citizen's last login began; null before the first one. */
  @Nullable Instant lastLogin(Citizen citizen);

  /**
   * Opens a session, remembers the login, ends the session that the browser had and writes the
   * audit row, all or nothing. False, and nothing is written, when the person was protected
   * meanwhile.
   */
  boolean open(Session session, @Nullable String ended);

  /** Ends all sessions of the person that began until now, and writes the audit row. */
  void endAll(Session session, Instant now);
}
