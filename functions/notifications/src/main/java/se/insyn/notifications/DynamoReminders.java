package se.insyn.notifications;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The item {@code REMINDER} of the table {@code notices}: what was told and waits for an answer.
 * When it is due it becomes a notice like any other, once: so one rule decides when it may go out,
 * and whether there is still anything to see.
 */
@Singleton
final class DynamoReminders {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;

  DynamoReminders(DynamoDbClient client, Tables tables, Transactions transactions) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
  }

  /** Something that waits for an answer is told now: the reminder comes four days from now. */
  TransactWriteItem after(Pending told, Instant since, Instant now) {
    Citizen citizen = told.citizen();
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.notices())
                .key(NoticeItems.key(citizen, NoticeItems.REMINDER))
                .updateExpression(
                    "SET #due = :due, #shard = :shard, #from = if_not_exists(#from, :from),"
                        + " #until = :until ADD #cases :cases")
                .expressionAttributeNames(
                    Map.of(
                        "#due", NoticeItems.INDEX,
                        "#shard", NoticeItems.SHARD,
                        "#from", "remindsFrom",
                        "#until", "remindsUntil",
                        "#cases", "cases"))
                .expressionAttributeValues(
                    Map.of(
                        ":due", text(Values.sortable(now.plus(NoticePolicy.REMINDER))),
                        ":shard", text(NoticeItems.shard(citizen.key())),
                        ":from", Values.time(since),
                        ":until", Values.time(now),
                        ":cases", DynamoNotices.ids(told.cases())))
                .build())
        .build();
  }

  /** Makes a notice of one that is due. */
  void raise(Citizen citizen, Instant now) {
    var item = NoticeItems.read(client, tables, citizen, NoticeItems.REMINDER);
    if (item.isEmpty() || Instant.parse(text(item, NoticeItems.INDEX)).isAfter(now)) {
      return;
    }
    transactions.ifConditionsHold(
        List.of(remove(citizen, item), notice(citizen, DynamoNotices.cases(item), item, now)));
  }

  private TransactWriteItem remove(Citizen citizen, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder()
                .tableName(tables.notices())
                .key(NoticeItems.key(citizen, NoticeItems.REMINDER))
                .conditionExpression("#due = :due")
                .expressionAttributeNames(Map.of("#due", NoticeItems.INDEX))
                .expressionAttributeValues(Map.of(":due", text(text(item, NoticeItems.INDEX))))
                .build())
        .build();
  }

  private TransactWriteItem notice(
      Citizen citizen, Set<CaseId> cases, Map<String, AttributeValue> item, Instant now) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.notices())
                .key(NoticeItems.key(citizen, NoticeItems.NOTICE))
                .updateExpression(
                    "SET #due = if_not_exists(#due, :now), #shard = :shard,"
                        + " #since = if_not_exists(#since, :since),"
                        + " remindsFrom = :from, remindsUntil = :until"
                        + " ADD #generation :one, #cases :cases")
                .expressionAttributeNames(
                    Map.of(
                        "#due", NoticeItems.INDEX,
                        "#shard", NoticeItems.SHARD,
                        "#since", "since",
                        "#generation", "generation",
                        "#cases", "cases"))
                .expressionAttributeValues(
                    Map.of(
                        ":now", text(Values.sortable(now)),
                        ":shard", text(NoticeItems.shard(citizen.key())),
                        ":since", Values.time(now),
                        ":from", number(number(item, "remindsFrom")),
                        ":until", number(number(item, "remindsUntil")),
                        ":one", number(1),
                        ":cases", DynamoNotices.ids(cases)))
                .build())
        .build();
  }
}
