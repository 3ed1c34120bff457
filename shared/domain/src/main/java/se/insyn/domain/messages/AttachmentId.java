package se.insyn.domain.messages;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What names a file that a citizen hands over: 128 bits of chance, which nobody guesses. Letters
 * alone, because digits by chance could look like a personal number.
 */
public record AttachmentId(String value) {

  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[a-p]{" + 2 * BYTES + "}");

  public static AttachmentId random() {
    // Made anew each time: a generator from before a snapshot would give the same bits twice.
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var letters = new StringBuilder();
    for (byte each : random) {
      letters.append((char) ('a' + (each >> 4 & 15))).append((char) ('a' + (each & 15)));
    }
    return new AttachmentId(letters.toString());
  }

  /** An id as it stands in an address; empty when it is none that was ever given out. */
  public static Optional<AttachmentId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new AttachmentId(text)) : Optional.empty();
  }
}
