package se.insyn.domain.sessions;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives: 15 minutes without a call, 8 hours in all. An extension is written down
 * at most once a minute.
 */
public final class SessionLifetime {

  public static final Duration IDLE = Duration.ofMinutes(15);
  public static final Duration ABSOLUTE = Duration.ofHours(8);
  private static final Duration TOUCH = Duration.ofMinutes(1);

  private SessionLifetime() {}

  /** The last instant of a session that begins now. */
  public static Instant expires(Instant began) {
    return began.plus(ABSOLUTE);
  }

  /** When the session ends if nothing more is called. */
  public static Instant idleExpires(Session session) {
    Instant idle = session.lastSeen().plus(IDLE);
    return idle.isBefore(session.until()) ? idle : session.until();
  }

  /** Whether the session still counts; at the very instant of its end it does not. */
  public static boolean isAlive(Session session, Instant now) {
    return now.isBefore(idleExpires(session)) && !now.isBefore(session.began());
  }

  /** Whether an extension is worth writing down. */
  public static boolean isDueForTouch(Session session, Instant now) {
    return !now.isBefore(session.lastSeen().plus(TOUCH));
  }
}
