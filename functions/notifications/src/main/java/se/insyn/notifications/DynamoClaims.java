package se.insyn.notifications;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes something to send upon this call: in one transaction it is taken away, under a condition
 * that only one call can meet, and the attempt is written down. Nothing is sent without.
 */
@Singleton
final class DynamoClaims {

  private static final Duration KEPT = Duration.ofDays(90);

  private final Tables tables;
  private final Transactions transactions;
  private final DynamoNotices notices;
  private final DynamoReminders reminders;
  private final DynamoLetters letters;
  private final Clock clock;

  DynamoClaims(
      Tables tables,
      Transactions transactions,
      DynamoNotices notices,
      DynamoReminders reminders,
      DynamoLetters letters,
      Clock clock) {
    this.tables = tables;
    this.transactions = transactions;
    this.notices = notices;
    this.reminders = reminders;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Takes a notice.
   *
   * @param then how it stands once it is told
   * @param waitsSince from when on something in it waits for an answer; null = nothing does
   * @return whether it was this call that got it
   */
  boolean take(Attempt attempt, Pending read, Pending then, @Nullable Instant waitsSince) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(notices.put(read, then));
    if (waitsSince != null) {
      writes.add(reminders.after(read, waitsSince, clock.instant()));
    }
    return take(attempt, DynamoNotices.item(read), writes);
  }

  /** Takes a code, or a note. */
  boolean take(Attempt attempt, DynamoLetters.Letter letter) {
    return take(attempt, letter.item(), List.of(letters.remove(letter)));
  }

  private boolean take(
      Attempt attempt, Map<String, AttributeValue> before, List<TransactWriteItem> takes) {
    var writes = new ArrayList<>(takes);
    writes.add(
        TransactWriteItem.builder()
            .put(Put.builder().tableName(tables.notices()).item(item(attempt, before)).build())
            .build());
    return transactions.ifConditionsHold(writes);
  }

  private Map<String, AttributeValue> item(Attempt attempt, Map<String, AttributeValue> before) {
    Instant now = clock.instant();
    var item = new LinkedHashMap<>(DynamoAttempts.key(attempt.id()));
    item.put("of", text(attempt.citizen().key()));
    item.put("channel", text(attempt.channel().code()));
    item.put("purpose", text(attempt.purpose().code()));
    item.put("to", text(attempt.to()));
    item.put(DynamoAttempts.STATUS, text(AttemptStatus.CREATED.code()));
    item.put("createdAt", Values.time(now));
    item.put("ttl", number(now.plus(KEPT).getEpochSecond()));
    item.put(NoticeItems.INDEX, text(Values.sortable(attempt.lookedAfter(now))));
    item.put(NoticeItems.SHARD, text(NoticeItems.shard(text(item, "citizen"))));
    item.put(DynamoAttempts.BEFORE, AttributeValue.fromM(before));
    return item;
  }
}
