package se.insyn.dynamodb.testing;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Ends a process at one of its calls: from then on nothing more comes of it. The SDK finds it by
 * its file among the test resources, for every client in the process.
 */
public final class Crash implements ExecutionInterceptor {

  private static final AtomicInteger CALLS = new AtomicInteger();
  private static volatile int lastCall = Integer.MAX_VALUE;

  /** What nobody catches. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /**
   * Does something that is killed after so many calls.
   *
   * @return the number of calls that it would have made, if it was not killed
   */
  public static int after(int calls, Runnable work) {
    CALLS.set(0);
    lastCall = calls;
    try {
      work.run();
      return CALLS.get();
    } catch (Killed e) {
      return Integer.MAX_VALUE;
    } finally {
      lastCall = Integer.MAX_VALUE;
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (CALLS.incrementAndGet() > lastCall) {
      throw new Killed();
    }
  }
}
