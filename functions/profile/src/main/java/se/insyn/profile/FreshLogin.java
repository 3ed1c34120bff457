package se.insyn.profile;

import java.time.Duration;
import java.time.Instant;

/**
 * Who changes an address has logged in at most ten minutes ago: somebody else at a page that was
 * left open cannot lead the notices to themselves.
 */
final class FreshLogin {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private FreshLogin() {}

  static boolean is(Instant login, Instant now) {
    return !now.isAfter(login.plus(LONGEST));
  }
}
