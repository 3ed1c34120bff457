package se.insyn.lambda.log;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Does several things at once, a few at a time, each with what the log says of the call. */
public final class SideBySide {

  private static final int FEW = 8;

  private SideBySide() {}

  /** As many at a time as one call of a person or a system may cause. */
  public static void run(Collection<Runnable> all) {
    run(FEW, all);
  }

  /**
   * Returns when all is done. What one of them throws is thrown then; the others are not held up by
   * it.
   *
   * @param atOnce so many at a time
   */
  public static void run(int atOnce, Collection<Runnable> all) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    var places = new Semaphore(atOnce);
    var thrown = new AtomicReference<@Nullable Throwable>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Runnable each : all) {
        threads.execute(
            () -> {
              places.acquireUninterruptibly();
              try {
                if (context != null) {
                  MDC.setContextMap(context);
                }
                each.run();
              } catch (RuntimeException | Error e) {
                thrown.compareAndSet(null, e);
              } finally {
                MDC.clear();
                places.release();
              }
            });
      }
    }
    switch (thrown.get()) {
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case null, default -> {}
    }
  }
}
