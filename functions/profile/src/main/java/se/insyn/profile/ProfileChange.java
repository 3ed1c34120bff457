package se.insyn.profile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;

/**
 * What the citizen wants their profile to be, whole: an address that is left out is given up.
 *
 * @param wishes for every channel
 */
record ProfileChange(Language language, Map<Channel, Wish> wishes) {

  private static final int LONGEST_PHONE = 40;
  private static final int LONGEST_EMAIL = 254;

  /** For one channel: where to, and whether notices go there. */
  record Wish(@Nullable String address, boolean isWanted) {}

  ProfileChange {
    wishes = Map.copyOf(wishes);
  }

  /** As the body of a call says it. */
  static ProfileChange read(Members members, Addresses addresses) {
    var wishes = new EnumMap<Channel, Wish>(Channel.class);
    wishes.put(
        Channel.SMS,
        new Wish(
            address(members, Channel.SMS, LONGEST_PHONE, "must be a mobile number", addresses),
            members.requiredFlag("notifyBySms")));
    wishes.put(
        Channel.EMAIL,
        new Wish(
            address(members, Channel.EMAIL, LONGEST_EMAIL, "must be an e-mail address", addresses),
            members.requiredFlag("notifyByEmail")));
    return new ProfileChange(members.code("language", Language.class), wishes);
  }

  private static @Nullable String address(
      Members members, Channel channel, int longest, String otherwise, Addresses addresses) {
    String name = channel.address();
    String written = members.optionalText(name, longest);
    if (written == null || !members.isReadable(name)) {
      return null;
    }
    Optional<String> normal = addresses.normal(channel, written);
    if (normal.isEmpty()) {
      members.wrong(name, otherwise);
    }
    return normal.orElse(null);
  }

  /** The profile after it: what is at another address than before is not confirmed. */
  Profile of(Profile before) {
    Profile after = new Profile(language, before.contacts());
    for (var each : wishes.entrySet()) {
      String address = each.getValue().address();
      Contact contact = before.contact(each.getKey());
      ChannelState state =
          address == null
              ? ChannelState.NONE
              : address.equals(contact.address()) ? contact.state() : ChannelState.UNCONFIRMED;
      after = after.with(each.getKey(), new Contact(address, state, each.getValue().isWanted()));
    }
    return after;
  }
}
