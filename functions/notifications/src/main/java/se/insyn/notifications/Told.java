package se.insyn.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one channel has told already.
 *
 * @param generation up to which change; 0 = nothing yet
 * @param at when something last went out there, whether or not it arrived
 * @param held until when it is not used, because the provider has put it off
 */
record Told(long generation, @Nullable Instant at, @Nullable Instant held) {

  static final Told NOTHING = new Told(0, null, null);

  Told held(Instant until) {
    return new Told(generation, at, until);
  }
}
