package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Verdict;
import se.insyn.dynamodb.FeedItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes in that a source has pushed every protection that it knew at a time. Where the stack waits
 * for it, the source's cases are shown only while that time is not long past.
 */
@Singleton
final class ProtectionCompletePushes {

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  ProtectionCompletePushes(
      DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What became of it: only a later time than the one that is known changes anything. */
  Verdict take(Push push) {
    Members data = push.data();
    Instant asOf = data.instant("asOf").truncatedTo(ChronoUnit.MILLIS);
    if (asOf.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
      data.wrong("asOf", "must not lie more than 60 seconds ahead");
    }
    data.refuseIfWrong();
    return transactions.run(push.dryRun(), () -> decide(push.source(), asOf));
  }

  private Decision<Verdict> decide(Source source, Instant asOf) {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(tables.systems()).key(FeedItems.key(source)).consistentRead(true))
            .item();
    Instant known = FeedItems.asOf(item);
    if (known != null && !asOf.isAfter(known)) {
      return Decision.unchanged(asOf.equals(known) ? Verdict.DUPLICATE : Verdict.STALE);
    }
    var put = Put.builder().tableName(tables.systems()).item(FeedItems.item(source, asOf));
    if (known == null) {
      put.conditionExpression("attribute_not_exists(asOf)");
    } else {
      Map<String, AttributeValue> read = Map.of(":read", Values.time(known));
      put.conditionExpression("asOf = :read").expressionAttributeValues(read);
    }
    return new Decision<>(
        Verdict.APPLIED, List.of(TransactWriteItem.builder().put(put.build()).build()));
  }
}
