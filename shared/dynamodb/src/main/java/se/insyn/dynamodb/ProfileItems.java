package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The item {@code PROFILE} of the table {@code citizens}. It also keeps when the last login began,
 * so that it may be there before the citizen has said anything: what has no {@code revision} says
 * nothing of a profile.
 */
public final class ProfileItems {

  private static final String PROFILE = "PROFILE";
  private static final String REVISION = "revision";

  private ProfileItems() {}

  public static Map<String, AttributeValue> key(Citizen citizen) {
    return CitizenItems.key(citizen, PROFILE);
  }

  /**
   * The profile in an item; where none is, that of somebody who has never said anything.
   *
   * @throws Unreadable when it is not as we write it
   */
  public static Profile read(Map<String, AttributeValue> item) {
    if (!item.containsKey(REVISION)) {
      return Profile.UNTOUCHED;
    }
    Profile profile = new Profile(Values.code(Language.values(), text(item, "language")), Map.of());
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
          Values.code(ChannelState.values(), text(item, name + "State")),
          Values.flag(item, name + "Wanted"));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(name, e);
    }
  }

  /** As a write, on condition that the profile is still as it was read (empty = not there). */
  public static TransactWriteItem put(
      Tables tables, Citizen citizen, Profile profile, Map<String, AttributeValue> read) {
    var names = new LinkedHashMap<String, String>();
    var values = new LinkedHashMap<String, AttributeValue>();
    var set = new ArrayList<String>();
    var remove = new ArrayList<String>();
    attributes(profile)
        .forEach(
            (name, value) -> {
              names.put("#" + name, name);
              if (value.isPresent()) {
                values.put(":" + name, value.get());
                set.add("#" + name + " = :" + name);
              } else {
                remove.add("#" + name);
              }
            });
    names.put("#" + REVISION, REVISION);
    set.add("#" + REVISION + " = :next");
    String condition = "attribute_not_exists(#" + REVISION + ")";
    long revision = 0;
    if (read.containsKey(REVISION)) {
      revision = number(read, REVISION);
      values.put(":read", number(revision));
      condition = "#" + REVISION + " = :read";
    }
    values.put(":next", number(revision + 1));
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.citizens())
                .key(key(citizen))
                .updateExpression(
                    "SET "
                        + String.join(", ", set)
                        + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove)))
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  /** What a profile is in an item; what is empty is not there. */
  private static Map<String, Optional<AttributeValue>> attributes(Profile profile) {
    var attributes = new LinkedHashMap<String, Optional<AttributeValue>>();
    attributes.put("language", Optional.of(text(profile.language().code())));
    for (Channel channel : Channel.values()) {
      Contact contact = profile.contact(channel);
      String name = channel.code();
      attributes.put(name, Optional.ofNullable(contact.address()).map(Values::text));
      attributes.put(name + "State", Optional.of(text(contact.state().code())));
      attributes.put(name + "Wanted", Optional.of(Values.flag(contact.isWanted())));
    }
    return attributes;
  }
}
