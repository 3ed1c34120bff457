package se.insyn.notifications;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.optionalTime;
import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The item {@code NOTICE} of the table {@code notices}. Whoever writes it says what was read: a
 * push in between counts {@code generation} up, another call changes what a channel has told.
 */
@Singleton
final class DynamoNotices {

  private static final String GENERATION = "generation";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;

  DynamoNotices(DynamoDbClient client, Tables tables, Transactions transactions) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
  }

  /** What there is for this citizen, whether or not it is due. */
  Optional<Pending> read(Citizen citizen) {
    var item = NoticeItems.read(client, tables, citizen, NoticeItems.NOTICE);
    return item.isEmpty() ? Optional.empty() : Optional.of(pending(item));
  }

  /** Leaves it like this, unless somebody has written meanwhile: then that is looked at next. */
  void settle(Pending read, Pending then) {
    transactions.ifConditionsHold(List.of(put(read, then)));
  }

  TransactWriteItem put(Pending read, Pending then) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":generation", number(read.generation()));
    var condition = new StringBuilder(GENERATION + " = :generation");
    for (Channel channel : Channel.values()) {
      String name = channel.code() + "Done";
      if (read.told().containsKey(channel)) {
        values.put(":" + name, number(read.told(channel).generation()));
        condition.append(" AND ").append(name).append(" = :").append(name);
      } else {
        condition.append(" AND attribute_not_exists(").append(name).append(')');
      }
    }
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(tables.notices())
                .item(item(then))
                .conditionExpression(condition.toString())
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  static Map<String, AttributeValue> item(Pending pending) {
    Citizen citizen = pending.citizen();
    var item = new LinkedHashMap<>(NoticeItems.key(citizen, NoticeItems.NOTICE));
    item.put(GENERATION, number(pending.generation()));
    if (pending.due() != null) {
      item.put(NoticeItems.INDEX, text(Values.sortable(pending.due())));
      item.put(NoticeItems.SHARD, text(NoticeItems.shard(citizen.key())));
    }
    putTime(item, "since", pending.since());
    if (!pending.cases().isEmpty()) {
      item.put("cases", ids(pending.cases()));
    }
    pending
        .told()
        .forEach(
            (channel, told) -> {
              item.put(channel.code() + "Done", number(told.generation()));
              putTime(item, channel.code() + "Last", told.at());
              putTime(item, channel.code() + "Held", told.held());
            });
    if (pending.reminds() != null) {
      item.put("remindsFrom", Values.time(pending.reminds().from()));
      item.put("remindsUntil", Values.time(pending.reminds().until()));
    }
    if (pending.tries() > 0) {
      item.put("tries", number(pending.tries()));
    }
    if (pending.isAgain()) {
      item.put("again", Values.flag(true));
    }
    return item;
  }

  static Pending pending(Map<String, AttributeValue> item) {
    var told = new EnumMap<Channel, Told>(Channel.class);
    for (Channel channel : Channel.values()) {
      if (item.containsKey(channel.code() + "Done")) {
        told.put(
            channel,
            new Told(
                number(item, channel.code() + "Done"),
                optionalTime(item, channel.code() + "Last"),
                optionalTime(item, channel.code() + "Held")));
      }
    }
    String due = optionalText(item, NoticeItems.INDEX);
    Instant reminds = optionalTime(item, "remindsFrom");
    return new Pending(
        new Citizen(text(item, "citizen")),
        number(item, GENERATION),
        due == null ? null : Instant.parse(due),
        optionalTime(item, "since"),
        cases(item),
        told,
        reminds == null ? null : new Span(reminds, Values.time(item, "remindsUntil")),
        item.containsKey("tries") ? number(item, "tries") : 0,
        item.containsKey("again"));
  }

  static Set<CaseId> cases(Map<String, AttributeValue> item) {
    AttributeValue cases = item.get("cases");
    return cases == null
        ? Set.of()
        : cases.ss().stream().map(CaseId::new).collect(Collectors.toSet());
  }

  static AttributeValue ids(Set<CaseId> cases) {
    return AttributeValue.fromSs(cases.stream().map(CaseId::value).sorted().toList());
  }

  private static void putTime(
      Map<String, AttributeValue> item, String name, @Nullable Instant time) {
    if (time != null) {
      item.put(name, Values.time(time));
    }
  }
}
