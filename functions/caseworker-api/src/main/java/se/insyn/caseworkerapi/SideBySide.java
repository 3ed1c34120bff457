package se.insyn.caseworkerapi;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.MDC;

/** Does several things at once, a few at a time, each with what the log says of the call. */
final class SideBySide {

  private static final int AT_ONCE = 8;

  private SideBySide() {}

  /** Returns when all is done. None of it may throw. */
  static void run(Collection<Runnable> all) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    var places = new Semaphore(AT_ONCE);
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
              } finally {
                MDC.clear();
                places.release();
              }
            });
      }
    }
  }
}
