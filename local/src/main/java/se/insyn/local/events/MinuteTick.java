package se.insyn.local.events;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The scheduler: calls every minute, one call after the other, for as long as the process lives.
 */
public final class MinuteTick {
  private static final Logger LOG = Logger.getLogger(MinuteTick.class.getName());

  private MinuteTick() {}

  /** Starts it; what a call throws is told, and the next one comes all the same. */
  @SuppressWarnings("FutureReturnValueIgnored") // run lets nothing through that it could tell
  public static void start(Callable<?> tick) {
    Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "minute");
              thread.setDaemon(true);
              return thread;
            })
        .scheduleWithFixedDelay(() -> run(tick), 1, 1, TimeUnit.MINUTES);
  }

  private static void run(Callable<?> tick) {
    try {
      tick.call();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "a function that is called every minute failed", e);
    }
  }
}
