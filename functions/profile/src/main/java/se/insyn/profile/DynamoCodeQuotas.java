package se.insyn.profile;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.Tables;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Counts codes for {@link CodeQuota}, and for the whole stack: one read of all counts, whichever of
 * them is over. An address is counted under its hash alone, so that nobody can ask who uses it.
 */
@Singleton
final class DynamoCodeQuotas {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoCodeQuotas.class);
  private static final String USE = "destination";
  private static final String SENT = "sent";

  /** The same whichever limit it was: another one would tell whether somebody else had codes. */
  private static final Duration WAIT = Duration.ofHours(1);

  private final DynamoDbClient client;
  private final Tables tables;
  private final KeyedHashes hashes;
  private final Settings settings;

  DynamoCodeQuotas(DynamoDbClient client, Tables tables, KeyedHashes hashes, Settings settings) {
    this.client = client;
    this.tables = tables;
    this.hashes = hashes;
    this.settings = settings;
  }

  /**
   * Counts a code for each of these addresses, as part of the transaction that sends them.
   *
   * @throws Problem 429 when one of them is too many
   */
  List<TransactWriteItem> count(Citizen citizen, Map<Channel, String> addresses, Instant now) {
    Map<String, AttributeValue> personKey = CitizenItems.key(citizen, "QUOTA#codes");
    Map<String, AttributeValue> stackKey =
        Map.of("citizen", text("STACK"), "item", text("CODES#" + Stockholm.day(now)));
    List<Map<String, AttributeValue>> destinationKeys =
        addresses.entrySet().stream().map(to -> key(to.getKey(), to.getValue())).toList();
    var others = new ArrayList<>(destinationKeys);
    others.add(stackKey);
    var stored =
        Batch.get(client, Map.of(tables.citizens(), List.of(personKey), tables.notices(), others))
            .values()
            .stream()
            .flatMap(List::stream)
            .toList();
    DynamoSentTimes person = DynamoSentTimes.read(personKey, Batch.at(personKey, stored));
    List<DynamoSentTimes> destinations =
        destinationKeys.stream()
            .map(key -> DynamoSentTimes.read(key, Batch.at(key, stored)))
            .toList();
    int more = addresses.size();
    boolean isStackOver = room(Batch.at(stackKey, stored)) < more;
    if (isStackOver) {
      LOG.atWarn().addKeyValue("reason", "codes-used-up").log("no more codes today");
    }
    if (isStackOver
        || CodeQuota.isPersonOver(person.times(), more, now)
        || destinations.stream().anyMatch(to -> CodeQuota.isAddressOver(to.times(), now))) {
      throw Problem.of(429, "too-many-codes", "No more codes now", null)
          .with("Retry-After", Long.toString(WAIT.toSeconds()));
    }
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(person.add(tables.citizens(), more, now));
    destinations.forEach(to -> writes.add(to.add(tables.notices(), 1, now)));
    writes.add(add(stackKey, more, now));
    return writes;
  }

  private Map<String, AttributeValue> key(Channel channel, String address) {
    String hash = hashes.of(USE, channel.code() + " " + address.toLowerCase(Locale.ROOT));
    return Map.of("citizen", text("DESTINATION#" + hash), "item", text("CODES"));
  }

  /** How many the stack may still send on the day of the item. */
  private long room(Map<String, AttributeValue> item) {
    return settings.codesPerDay() - (item.isEmpty() ? 0 : number(item, SENT));
  }

  /** Many count here at once: what each of them read does not matter, only that there is room. */
  private TransactWriteItem add(Map<String, AttributeValue> stackKey, int more, Instant now) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.notices())
                    .key(stackKey)
                    .updateExpression("ADD #sent :more SET #ttl = :ttl")
                    .conditionExpression("attribute_not_exists(#sent) OR #sent <= :room")
                    .expressionAttributeNames(Map.of("#sent", SENT, "#ttl", "ttl"))
                    .expressionAttributeValues(
                        Map.of(
                            ":more", number(more),
                            ":room", number(settings.codesPerDay() - more),
                            ":ttl", number(now.plus(DynamoSentTimes.KEPT).getEpochSecond()))))
        .build();
  }
}
