package se.insyn.dynamodb.testing;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Ends a process at one of its calls: from then on nothing more comes of it. The SDK finds it by
 * its file among the test resources, for every client in the process. A process that was started
 * with {@code -Dhalts.after=<n>} is ended for real, as by {@code kill -9}, before the call that
 * would be the next to change something.
 */
public final class Crash implements ExecutionInterceptor {

  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final AtomicInteger CHANGES = new AtomicInteger();
  private static final int LAST_CHANGE = Integer.getInteger("halts.after", Integer.MAX_VALUE);
  private static volatile int lastCall = Integer.MAX_VALUE;

  /** How a process ends that is killed. */
  public static final int HALTED = 137;

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
    if (isChange(context.request()) && CHANGES.incrementAndGet() > LAST_CHANGE) {
      Runtime.getRuntime().halt(HALTED);
    }
  }

  private static boolean isChange(SdkRequest request) {
    return !(request instanceof GetItemRequest
        || request instanceof BatchGetItemRequest
        || request instanceof QueryRequest);
  }
}
