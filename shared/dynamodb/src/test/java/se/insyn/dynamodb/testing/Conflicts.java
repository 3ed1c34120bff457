package se.insyn.dynamodb.testing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Cancels transactions as the service does when two meet, which DynamoDB Local never does: before
 * they are sent, or after they were written and only the answer is lost.
 */
@Singleton
public final class Conflicts implements ExecutionInterceptor {

  private final AtomicInteger transactions = new AtomicInteger();
  private volatile IntPredicate before = transaction -> false;
  private volatile IntPredicate after = transaction -> false;
  private volatile String code = "TransactionConflict";

  public void cancelBefore(String withCode, IntPredicate which) {
    code = withCode;
    before = which;
  }

  public void loseTheAnswer(IntPredicate which) {
    after = which;
  }

  public int transactions() {
    return transactions.get();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof TransactWriteItemsRequest
        && before.test(transactions.getAndIncrement())) {
      throw cancelled();
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof TransactWriteItemsRequest && after.test(transactions.get())) {
      throw cancelled();
    }
  }

  private TransactionCanceledException cancelled() {
    return TransactionCanceledException.builder()
        .message("injected")
        .cancellationReasons(
            List.of(
                CancellationReason.builder().code("None").build(),
                CancellationReason.builder().code(code).build()))
        .build();
  }
}
