package se.insyn.profile;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.CitizenItems;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item {@code CODE#<channel>} of the table {@code citizens}: that a code was sent, to which
 * address, and how often one was tried. It has no code, only what one is compared with.
 *
 * @param id which sending it was
 */
record DynamoSentCode(String id, String address, String hash, Instant sent) {

  static final String TRIES = "tries";
  static final String UNTIL = "until";
  private static final String PREFIX = "CODE#";

  static Map<String, AttributeValue> key(Citizen citizen, Channel channel) {
    return CitizenItems.key(citizen, PREFIX + channel.code());
  }

  static DynamoSentCode read(Map<String, AttributeValue> item) {
    return new DynamoSentCode(
        text(item, "id"), text(item, "address"), text(item, "hash"), time(item, "sent"));
  }

  Map<String, AttributeValue> item(Citizen citizen, Channel channel) {
    Instant until = ConfirmationCode.until(sent);
    var item = new LinkedHashMap<>(key(citizen, channel));
    item.put("id", text(id));
    item.put("address", text(address));
    item.put("hash", text(hash));
    item.put("sent", time(sent));
    item.put(UNTIL, time(until));
    item.put(TRIES, number(0));
    item.put("ttl", number(until.getEpochSecond()));
    return item;
  }
}
