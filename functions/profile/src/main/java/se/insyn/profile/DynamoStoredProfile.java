package se.insyn.profile;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Profile;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is stored about one viewer's profile, read at once.
 *
 * @param item the profile's own, as a write compares it
 * @param codes the last one sent for each channel, be it that it counts no more
 * @param offered by channel, what the caseworker systems have
 */
record DynamoStoredProfile(
    Profile profile,
    Map<String, AttributeValue> item,
    Map<Channel, DynamoSentCode> codes,
    Map<Channel, String> offered) {

  DynamoStoredProfile {
    item = Map.copyOf(item);
    codes = Map.copyOf(codes);
    offered = Map.copyOf(offered);
  }

  /** The same after a change. */
  DynamoStoredProfile with(Profile after) {
    return new DynamoStoredProfile(after, item, codes, offered);
  }

  /** As the viewer gets to know it. */
  Profiles.Known known() {
    var proposed = new EnumMap<Channel, String>(Channel.class);
    offered.forEach(
        (channel, address) -> {
          if (!address.equals(profile.contact(channel).address())) {
            proposed.put(channel, address);
          }
        });
    return new Profiles.Known(profile, proposed);
  }

  /** The addresses that are not confirmed and may have another code now. */
  Map<Channel, String> toSendAgain(Instant now) {
    var addresses = new EnumMap<Channel, String>(Channel.class);
    for (Channel channel : Channel.values()) {
      Contact contact = profile.contact(channel);
      @Nullable String address = contact.address();
      @Nullable DynamoSentCode last = codes.get(channel);
      if (address != null
          && contact.state() != ChannelState.CONFIRMED
          && (last == null || ConfirmationCode.mayFollow(last.sent(), now))) {
        addresses.put(channel, address);
      }
    }
    return addresses;
  }
}
