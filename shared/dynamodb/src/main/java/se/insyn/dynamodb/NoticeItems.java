package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Language;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What stands in the table {@code notices} until it has been sent. Whatever waits has {@code due}
 * and {@code shard}, the keys of the index {@code due}; without them nobody looks at it.
 */
public final class NoticeItems {

  /** The one notice that may wait for a citizen. */
  public static final String NOTICE = "NOTICE";

  /** What was told and waits for an answer. */
  public static final String REMINDER = "REMINDER";

  /** What begins the name of a code that waits, and of a note to an address that was given up. */
  public static final String CODE = "CODE#";

  public static final String OLD = "OLD#";

  public static final String INDEX = "due";
  public static final String SHARD = "shard";

  /** The part of the index for what somebody waits for at this moment. */
  public static final String AT_ONCE = "at-once";

  private static final int SHARDS = 4;

  private NoticeItems() {}

  public static Map<String, AttributeValue> key(Citizen citizen, String item) {
    return Map.of("citizen", text(citizen.key()), "item", text(item));
  }

  /** What stands there now; empty where nothing does. */
  public static Map<String, AttributeValue> read(
      DynamoDbClient client, Tables tables, Citizen citizen, String item) {
    return client
        .getItem(
            get -> get.tableName(tables.notices()).key(key(citizen, item)).consistentRead(true))
        .item();
  }

  /** Whether an item of this name is what waits, or waited, for the citizen of its partition. */
  public static boolean isOfPerson(String item) {
    return item.equals(NOTICE)
        || item.equals(REMINDER)
        || item.startsWith(CODE)
        || item.startsWith(OLD);
  }

  /** The parts of the index beside {@link #AT_ONCE}: each is asked for what is due. */
  public static List<String> shards() {
    return IntStream.range(0, SHARDS).mapToObj(Integer::toString).toList();
  }

  /** The part of the index in which this partition waits. */
  public static String shard(String partition) {
    return Integer.toString(Math.floorMod(partition.hashCode(), SHARDS));
  }

  /**
   * There is something new for these readers in this case: for each as who they are in it now, and
   * for nobody who has left. Where a notice waits already, it will say this too: {@code since}
   * stays, {@code generation} tells that there is more.
   *
   * @param readers under whatever number they stand in what is new
   * @param persons of the case, as they were read
   * @param now when it was taken in
   * @param wait for one of many changes that come together: the notice waits for the last of them
   */
  public static List<TransactWriteItem> pending(
      Tables tables,
      Set<Citizen> readers,
      List<Person> persons,
      CaseId caseId,
      Instant now,
      Duration wait) {
    return persons.stream()
        .filter(
            person ->
                Stream.concat(Stream.ofNullable(person.citizen()), person.formerly().stream())
                    .anyMatch(readers::contains))
        .flatMap(person -> person.placed().stream())
        .distinct()
        .map(citizen -> pending(tables, citizen, caseId, now, wait))
        .toList();
  }

  /** The same for one, who is known to be that one now. */
  public static TransactWriteItem pending(
      Tables tables, Citizen citizen, CaseId caseId, Instant now, Duration wait) {
    String due = wait.isZero() ? "#due = if_not_exists(#due, :due)" : "#due = :due";
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.notices())
                .key(key(citizen, NOTICE))
                .updateExpression(
                    "SET "
                        + due
                        + ", #shard = :shard, #since = if_not_exists(#since, :now)"
                        + " ADD #generation :one, #cases :case")
                .expressionAttributeNames(
                    Map.of(
                        "#due", INDEX,
                        "#shard", SHARD,
                        "#since", "since",
                        "#generation", "generation",
                        "#cases", "cases"))
                .expressionAttributeValues(
                    Map.of(
                        ":due", text(Values.sortable(now.plus(wait))),
                        ":shard", text(shard(citizen.key())),
                        ":now", Values.time(now),
                        ":one", number(1),
                        ":case", AttributeValue.fromSs(List.of(caseId.value()))))
                .build())
        .build();
  }

  /** A code for an address that is to be confirmed, due at once; the newest one alone waits. */
  public static TransactWriteItem code(
      Tables tables,
      Citizen citizen,
      Channel channel,
      String address,
      String code,
      Language language,
      Instant now,
      Instant until) {
    var item = waiting(citizen, CODE + channel.code(), address, language, now, until);
    item.put("code", text(code));
    return put(tables, item);
  }

  /** No code is to be sent any more, because there is no address to confirm. */
  public static TransactWriteItem withoutCode(Tables tables, Citizen citizen, Channel channel) {
    return TransactWriteItem.builder()
        .delete(
            delete -> delete.tableName(tables.notices()).key(key(citizen, CODE + channel.code())))
        .build();
  }

  /** A note to the address that was given up, due at once. */
  public static TransactWriteItem note(
      Tables tables,
      Citizen citizen,
      Channel channel,
      String oldAddress,
      Language language,
      Instant now,
      Instant until) {
    return put(tables, waiting(citizen, OLD + channel.code(), oldAddress, language, now, until));
  }

  /** Something for one address, of no use after {@code until}. */
  private static Map<String, AttributeValue> waiting(
      Citizen citizen, String name, String address, Language language, Instant now, Instant until) {
    var item = new LinkedHashMap<>(key(citizen, name));
    item.put("address", text(address));
    item.put("language", text(language.code()));
    item.put("until", Values.time(until));
    item.put(INDEX, text(Values.sortable(now)));
    item.put(SHARD, text(AT_ONCE));
    item.put("ttl", number(until.getEpochSecond()));
    return item;
  }

  private static TransactWriteItem put(Tables tables, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(tables.notices()).item(item).build())
        .build();
  }
}
