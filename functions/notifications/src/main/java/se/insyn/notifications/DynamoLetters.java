package se.insyn.notifications;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Language;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The items {@code CODE#<channel>} and {@code OLD#<channel>}: what goes to one address at once. */
@Singleton
final class DynamoLetters {

  private static final String TRIES = "tries";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;

  DynamoLetters(DynamoDbClient client, Tables tables, Transactions transactions) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
  }

  /**
   * One that waits.
   *
   * @param code nothing in a note
   * @param until when it is of no use any more
   */
  record Letter(
      Citizen citizen,
      Purpose purpose,
      Channel channel,
      String address,
      Language language,
      String code,
      Instant until,
      Instant due,
      Map<String, AttributeValue> item) {

    Letter {
      item = Map.copyOf(item);
    }

    @Override
    public String toString() {
      return purpose + " by " + channel;
    }
  }

  static boolean isOne(String item) {
    return item.startsWith(NoticeItems.CODE) || item.startsWith(NoticeItems.OLD);
  }

  Optional<Letter> read(Citizen citizen, String name) {
    var item = NoticeItems.read(client, tables, citizen, name);
    return item.isEmpty() ? Optional.empty() : Optional.of(letter(citizen, item));
  }

  private static Letter letter(Citizen citizen, Map<String, AttributeValue> item) {
    String name = text(item, "item");
    String code = optionalText(item, "code");
    return new Letter(
        citizen,
        name.startsWith(NoticeItems.CODE) ? Purpose.CODE : Purpose.NOTE,
        Values.code(Channel.values(), name.substring(name.indexOf('#') + 1)),
        text(item, "address"),
        Values.code(Language.values(), text(item, "language")),
        code == null ? "" : code,
        Values.time(item, "until"),
        Instant.parse(text(item, NoticeItems.INDEX)),
        item);
  }

  /** Takes it away, unless another one has come in its place. */
  TransactWriteItem remove(Letter letter) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder()
                .tableName(tables.notices())
                .key(NoticeItems.key(letter.citizen(), text(letter.item(), "item")))
                .conditionExpression("#due = :due")
                .expressionAttributeNames(Map.of("#due", NoticeItems.INDEX))
                .expressionAttributeValues(
                    Map.of(":due", text(text(letter.item(), NoticeItems.INDEX))))
                .build())
        .build();
  }

  /** It is of no use any more. */
  void drop(Letter letter) {
    transactions.ifConditionsHold(List.of(remove(letter)));
  }

  /** Puts one back that was not sent, while it is of use and no newer one is there. */
  Optional<TransactWriteItem> putBack(Map<String, AttributeValue> item, Instant due) {
    var citizen = new Citizen(text(item, "citizen"));
    boolean isOver = Values.time(item, "until").isBefore(due);
    if (isOver || !NoticeItems.read(client, tables, citizen, text(item, "item")).isEmpty()) {
      return Optional.empty();
    }
    var back = new LinkedHashMap<>(item);
    back.put(NoticeItems.INDEX, text(Values.sortable(due)));
    back.put(TRIES, number(tries(item) + 1));
    return Optional.of(
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(tables.notices())
                    .item(back)
                    .conditionExpression("attribute_not_exists(citizen)")
                    .build())
            .build());
  }

  static long tries(Map<String, AttributeValue> item) {
    return item.containsKey(TRIES) ? number(item, TRIES) : 0;
  }
}
