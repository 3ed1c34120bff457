package se.insyn.profile;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Bekräftelsekod: six digits that only whoever has the address can know. It counts for ten minutes
 * and five tries; another one for the same address is sent a minute after it at the earliest, so
 * that a repeated call or a double click is one message.
 */
final class ConfirmationCode {

  static final int MOST_TRIES = 5;
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");
  private static final int HOW_MANY = 1_000_000;

  private ConfirmationCode() {}

  /** One by chance, each as likely as any other. */
  static String make() {
    return "%06d".formatted(new SecureRandom().nextInt(HOW_MANY));
  }

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** From when on a code that is sent now counts no more. */
  static Instant until(Instant now) {
    return now.plus(LIFETIME);
  }

  /** Whether another one may follow the one that was sent then. */
  static boolean mayFollow(Instant sent, Instant now) {
    return !now.isBefore(sent.plus(BETWEEN));
  }
}
