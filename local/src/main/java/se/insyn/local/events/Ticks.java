package se.insyn.local.events;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The scheduler: calls again and again, one call after the other, for as long as the process lives.
 */
public final class Ticks {
  private static final Logger LOG = Logger.getLogger(Ticks.class.getName());

  private Ticks() {}

  /** Starts it; what a call throws is told, and the next one comes so many seconds later. */
  @SuppressWarnings("FutureReturnValueIgnored") // run lets nothing through that it could tell
  public static void start(int seconds, Callable<?> tick) {
    Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "ticks");
              thread.setDaemon(true);
              return thread;
            })
        .scheduleWithFixedDelay(() -> run(tick), seconds, seconds, TimeUnit.SECONDS);
  }

  private static void run(Callable<?> tick) {
    try {
      tick.call();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "a function that is called again and again failed", e);
    }
  }
}
