package se.insyn.dynamodb;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.value.Unavailable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Reads, decides and writes in one transaction; when somebody else was quicker, all of it again.
 * The SDK does not repeat a cancelled transaction, so it is done here, with jitter: 16 tries within
 * about four seconds, then 503.
 */
@Singleton
public final class Transactions {

  /** The service takes no more in one transaction. */
  public static final int MOST_WRITES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int TRIES = 16;

  private static final String CONDITION = "ConditionalCheckFailed";

  /** Cancellations that another try may get past; everything else is a fault of ours. */
  private static final Set<String> PASSING =
      Set.of(
          "None",
          CONDITION,
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;

  Transactions(DynamoDbClient client) {
    this.client = client;
  }

  /** What was decided on what was read: the answer, and what to write for it to be true. */
  public record Decision<T>(T answer, List<TransactWriteItem> writes) {

    /** An answer that changes nothing. */
    public static <T> Decision<T> unchanged(T answer) {
      return new Decision<>(answer, List.of());
    }
  }

  /** An item in a partition of a citizen's, on condition that there is none of its key. */
  public static TransactWriteItem added(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(citizen)"))
        .build();
  }

  /**
   * The answer of the first try that was written, or needed no writing.
   *
   * @throws Unavailable when no try came through
   */
  public <T> T run(boolean dryRun, Supplier<Decision<T>> readAndDecide) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Decision<T> decision = readAndDecide.get();
      if (dryRun || decision.writes().isEmpty()) {
        return decision.answer();
      }
      try {
        client.transactWriteItems(write -> write.transactItems(decision.writes()));
        return decision.answer();
      } catch (TransactionCanceledException e) {
        passing(e);
        Pause.after(attempt);
      }
    }
    throw exhausted();
  }

  /**
   * Writes what was decided without reading, and says whether its conditions held; if they do not,
   * nothing is written and nothing tried again.
   *
   * @throws Unavailable when no try came through
   */
  public boolean ifConditionsHold(List<TransactWriteItem> writes) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        client.transactWriteItems(write -> write.transactItems(writes));
        return true;
      } catch (TransactionCanceledException e) {
        if (passing(e).contains(CONDITION)) {
          return false;
        }
        Pause.after(attempt);
      }
    }
    throw exhausted();
  }

  /** Why it was cancelled, unless that is a fault of ours. */
  private static List<String> passing(TransactionCanceledException e) {
    List<String> reasons = e.cancellationReasons().stream().map(CancellationReason::code).toList();
    if (!PASSING.containsAll(reasons)) {
      throw e;
    }
    return reasons;
  }

  private static Unavailable exhausted() {
    LOG.warn("a transaction was cancelled {} times", TRIES);
    return new Unavailable("a transaction did not come through");
  }
}
