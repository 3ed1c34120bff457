package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;

import java.util.LinkedHashMap;
import java.util.Map;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Code;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The item {@code PROFILE} of the table {@code citizens}. */
public final class ProfileItems {

  private static final String PROFILE = "PROFILE";
  private static final String REVISION = "revision";

  private ProfileItems() {}

  public static Map<String, AttributeValue> key(Citizen citizen) {
    return CitizenItems.key(citizen, PROFILE);
  }

  /**
   * The profile in an item; of an empty one, that of somebody who has never said anything.
   *
   * @throws Unreadable when it is not as we write it
   */
  public static Profile read(Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return Profile.UNTOUCHED;
    }
    Profile profile = new Profile(code(Language.values(), text(item, "language")), Map.of());
    for (Channel channel : Channel.values()) {
      profile = profile.with(channel, contact(item, channel));
    }
    return profile;
  }

  private static Contact contact(Map<String, AttributeValue> item, Channel channel) {
    String name = channel.code();
    try {
      return new Contact(
          optionalText(item, name),
          code(ChannelState.values(), text(item, name + "State")),
          Values.flag(item, name + "Wanted"));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(name, e);
    }
  }

  private static <T extends Code> T code(T[] all, String word) {
    for (T each : all) {
      if (each.code().equals(word)) {
        return each;
      }
    }
    throw new Unreadable(word);
  }

  /** As a write, on condition that the item is still as it was read (empty = not there). */
  public static TransactWriteItem put(
      Tables tables, Citizen citizen, Profile profile, Map<String, AttributeValue> read) {
    long revision = read.isEmpty() ? 0 : number(read, REVISION);
    var item = new LinkedHashMap<>(key(citizen));
    item.put("language", text(profile.language().code()));
    for (Channel channel : Channel.values()) {
      Contact contact = profile.contact(channel);
      String name = channel.code();
      if (contact.address() != null) {
        item.put(name, text(contact.address()));
      }
      item.put(name + "State", text(contact.state().code()));
      item.put(name + "Wanted", Values.flag(contact.isWanted()));
    }
    item.put(REVISION, number(revision + 1));
    var put = Put.builder().tableName(tables.citizens()).item(item);
    if (read.isEmpty()) {
      put.conditionExpression("attribute_not_exists(citizen)");
    } else {
      put.conditionExpression("#revision = :read")
          .expressionAttributeNames(Map.of("#revision", REVISION))
          .expressionAttributeValues(Map.of(":read", number(revision)));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }
}
