package se.insyn.login;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that has begun and not come back: what must be the same when it does. {@code id} is the
 * SHA-256 of the state, {@code browser} that of the secret in the browser's own cookie; {@code
 * session} is the session the browser had, which a login ends.
 */
record PendingLogin(
    String id,
    String browser,
    String nonce,
    String verifier,
    String returnTo,
    @Nullable String session,
    Instant began) {

  static final Duration LIFE = Duration.ofMinutes(10);

  /** Whether it may still come back. */
  boolean isAlive(Instant now) {
    return !now.isBefore(began) && now.isBefore(began.plus(LIFE));
  }
}
