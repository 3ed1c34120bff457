package se.insyn.notifications;

import java.time.Duration;
import java.time.Instant;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Sha256;

/**
 * Försök: something that goes out to one address, written down before it does.
 *
 * @param id random; the provider is told it, and whoever is told of a fault knows nothing else
 * @param to the address, hashed: only where it is still the same does a fault close the channel
 */
record Attempt(String id, Citizen citizen, Channel channel, Purpose purpose, String to) {

  /** A call that has not ended by then was cut off. */
  private static final Duration CUT_OFF = Duration.ofMinutes(15);

  /** An e-mail of which nothing was heard by then was not taken. */
  private static final Duration UNHEARD = Duration.ofHours(1);

  static String hashed(String address) {
    return Sha256.hex(address);
  }

  /** When to look what became of it, if nothing is known by then. */
  Instant lookedAfter(Instant begun) {
    return begun.plus(channel == Channel.EMAIL ? UNHEARD : CUT_OFF);
  }
}
