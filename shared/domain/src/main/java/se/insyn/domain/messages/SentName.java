package se.insyn.domain.messages;

import java.nio.charset.StandardCharsets;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Sha256;

/**
 * What a citizen's message is called, here and in the caseworker systems. It is made of whoever
 * sends it and of the id that their page chose: the same page never sends twice, and no two persons
 * of a case, nor a person and a caseworker system, come to use the same name. Letters alone: digits
 * by chance could look like a personal number, which no id may contain.
 */
public final class SentName {

  private static final String PREFIX = "citizen-";
  private static final int BYTES = 20;

  private SentName() {}

  public static EventId of(Citizen citizen, String chosen) {
    byte[] hash =
        Sha256.of(("sent\0" + citizen.key() + '\0' + chosen).getBytes(StandardCharsets.UTF_8));
    var name = new StringBuilder(PREFIX);
    for (int i = 0; i < BYTES; i++) {
      name.append((char) ('a' + (hash[i] >> 4 & 15))).append((char) ('a' + (hash[i] & 15)));
    }
    return new EventId(name.toString());
  }
}
