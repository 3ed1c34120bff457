package se.insyn.local.aws;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import se.insyn.local.template.Permission;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.dynamodb.services.exceptions.AWSExceptionFactory;

/** Records what was asked of DynamoDB and what it would cost; lets a test get in between. */
public final class DynamoCalls {
  private final List<DynamoCall> calls = new CopyOnWriteArrayList<>();
  private final Set<Permission> needed = ConcurrentHashMap.newKeySet();
  private volatile ObjIntConsumer<String> before = (operation, items) -> {};
  private volatile boolean isRecording;

  /** Starts to record, from nothing. */
  public void record() {
    calls.clear();
    needed.clear();
    isRecording = true;
  }

  /** What was asked since {@link #record}, oldest first. */
  public List<DynamoCall> recorded() {
    return List.copyOf(calls);
  }

  /** What a policy must allow for what was asked since {@link #record}, answered or refused. */
  public Set<Permission> needed() {
    return Set.copyOf(needed);
  }

  /**
   * Has something done before every call, which may throw what DynamoDB would.
   *
   * @param action takes the operation's name, such as {@code TransactWriteItems}, and the number of
   *     items it is about (1 where it names no list of them)
   */
  public void before(ObjIntConsumer<String> action) {
    before = action;
  }

  /** Has DynamoDB answer as where two transactions meet, whenever the condition holds. */
  public void conflicts(BooleanSupplier when) {
    before(
        (operation, items) -> {
          if (operation.equals("TransactWriteItems") && when.getAsBoolean()) {
            var reason = CancellationReason.builder().code("TransactionConflict").build();
            throw AWSExceptionFactory.buildTransactionCanceledException(
                Collections.nCopies(items, reason));
          }
        });
  }

  /** Ends what {@link #before} began. */
  public void untouched() {
    before = (operation, items) -> {};
  }

  void beforeCall(String operation, int items) {
    before.accept(operation, items);
  }

  void needs(String action, String resource) {
    if (isRecording) {
      needed.add(new Permission("dynamodb:" + action, resource));
    }
  }

  void add(DynamoCall call) {
    if (isRecording) {
      calls.add(call);
    }
  }
}
