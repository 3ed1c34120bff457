package se.insyn.caseworkerapi;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The heads of several persons as they were read, and what becomes of them in a transaction. */
final class Heads {

  private final String table;
  private final Map<Citizen, Head> read = new LinkedHashMap<>();
  private final Map<Citizen, Head> now = new LinkedHashMap<>();

  Heads(String table, Collection<Citizen> citizens, List<Map<String, AttributeValue>> storedItems) {
    this.table = table;
    citizens.forEach(citizen -> read.put(citizen, Head.UNKNOWN));
    storedItems.forEach(
        item -> read.put(new Citizen(Values.text(item, "citizen")), PersonItems.head(item)));
    now.putAll(read);
  }

  Head of(Citizen citizen) {
    return now.getOrDefault(citizen, Head.UNKNOWN);
  }

  void change(Citizen citizen, Head head) {
    now.put(citizen, head);
  }

  boolean areUnchanged() {
    return now.equals(read);
  }

  /**
   * The writes that bring the table to what is here. Each holds only if the person is still as they
   * were read; a person who does not change is checked all the same when {@code all} is asked for.
   */
  List<TransactWriteItem> writes(boolean all, Instant at) {
    return now.entrySet().stream()
        .filter(entry -> all || !entry.getValue().equals(read.get(entry.getKey())))
        .map(entry -> write(entry.getKey(), entry.getValue(), at))
        .toList();
  }

  private TransactWriteItem write(Citizen citizen, Head head, Instant at) {
    Head before = read.getOrDefault(citizen, Head.UNKNOWN);
    String unchangedSince =
        before.revision() == 0 ? "attribute_not_exists(revision)" : "revision = :read";
    Map<String, AttributeValue> key = PersonItems.headKey(citizen);
    if (head.equals(before)) {
      var check = ConditionCheck.builder().tableName(table).key(key);
      if (before.revision() > 0) {
        check.expressionAttributeValues(Map.of(":read", Values.number(before.revision())));
      }
      return TransactWriteItem.builder()
          .conditionCheck(check.conditionExpression(unchangedSince).build())
          .build();
    }
    var changed = new LinkedHashMap<>(PersonItems.statements(head));
    if (head.epoch() != before.epoch()) {
      // What is known of the person's protection has changed: whoever was logged in logs in anew.
      changed.put("notBefore", Values.time(at.plusMillis(1)));
    }
    var values = new LinkedHashMap<String, AttributeValue>();
    changed.forEach((name, value) -> values.put(":" + name, value));
    if (before.revision() > 0) {
      values.put(":read", Values.number(before.revision()));
    }
    String names =
        String.join(", ", changed.keySet().stream().map(n -> "#" + n + " = :" + n).toList());
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression("SET " + names)
                .conditionExpression(unchangedSince)
                .expressionAttributeNames(
                    changed.keySet().stream().collect(Collectors.toMap(n -> "#" + n, n -> n)))
                .expressionAttributeValues(values)
                .build())
        .build();
  }
}
