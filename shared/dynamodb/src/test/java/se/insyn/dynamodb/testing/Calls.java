package se.insyn.dynamodb.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts the calls of every client in the process and the capacity that each consumed. The SDK
 * finds it by its file among the test resources.
 */
public final class Calls implements ExecutionInterceptor {

  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  /** Kept only while somebody counts. */
  private static volatile @Nullable List<Call> seen;

  /** One call that was answered: the operation and what it consumed. */
  public record Call(String operation, double units) {}

  /** What was done, and the calls that it took. */
  public record Counted<T>(T result, List<Call> calls) {

    public Counted {
      calls = List.copyOf(calls);
    }

    /** The operations in their order. */
    public List<String> operations() {
      return calls.stream().map(Call::operation).toList();
    }

    /** The capacity of all of them together. */
    public double units() {
      return calls.stream().mapToDouble(Call::units).sum();
    }
  }

  /** Does it and counts; one at a time in a process. */
  public static <T> Counted<T> during(Supplier<T> work) {
    List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    seen = calls;
    try {
      T result = work.get();
      return new Counted<>(result, calls);
    } finally {
      seen = null;
    }
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchGetItemRequest batch -> batch.toBuilder().returnConsumedCapacity(TOTAL).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(TOTAL).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    List<Call> calls = seen;
    if (calls == null) {
      return;
    }
    String request = context.request().getClass().getSimpleName();
    calls.add(
        new Call(
            request.substring(0, request.length() - "Request".length()),
            units(context.response())));
  }

  private static double units(SdkResponse response) {
    return switch (response) {
      case GetItemResponse get -> units(Collections.singleton(get.consumedCapacity()));
      case QueryResponse query -> units(Collections.singleton(query.consumedCapacity()));
      case UpdateItemResponse update -> units(Collections.singleton(update.consumedCapacity()));
      case BatchGetItemResponse batch -> units(batch.consumedCapacity());
      default -> 0;
    };
  }

  private static double units(Collection<ConsumedCapacity> all) {
    return all.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }
}
