package se.insyn.dynamodb;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import se.insyn.domain.value.Unavailable;

/**
 * The wait between two tries: of random length, so that those who met do not meet again; up to 10
 * ms after the first try, twice that after each further one, never more than half a second.
 */
final class Pause {

  private static final long LONGEST_MILLIS = 500;

  private Pause() {}

  /**
   * Waits.
   *
   * @param attempt how many tries went before the one that failed
   */
  static void after(int attempt) {
    long most = Math.min(LONGEST_MILLIS, 10L << Math.min(attempt, 10));
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, most + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", e);
    }
  }
}
