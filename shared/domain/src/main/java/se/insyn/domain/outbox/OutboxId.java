package se.insyn.domain.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What names an entry of an outbox: a UUID of version 7 (RFC 9562), which sorts by its time to the
 * millisecond and is made by chance behind it.
 */
public record OutboxId(String value) {

  private static final Pattern VERSION_7 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /** A new one, of this instant. */
  public static OutboxId of(Instant at) {
    UUID chance = UUID.randomUUID();
    long head = at.toEpochMilli() << 16 | 0x7000 | (chance.getMostSignificantBits() & 0x0fff);
    return new OutboxId(new UUID(head, chance.getLeastSignificantBits()).toString());
  }

  /** An id as it stands in an address; empty when it is none that was ever given out. */
  public static Optional<OutboxId> parse(String text) {
    return VERSION_7.matcher(text).matches() ? Optional.of(new OutboxId(text)) : Optional.empty();
  }

  /** When the citizen did it. */
  public Instant time() {
    return Instant.ofEpochMilli(UUID.fromString(value).getMostSignificantBits() >>> 16);
  }
}
