package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.util.Optional;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How citizens want to be told, and what closes a channel of theirs. */
@Singleton
final class DynamoProfiles {

  private final CitizenItems items;
  private final Tables tables;

  DynamoProfiles(CitizenItems items, Tables tables) {
    this.items = items;
    this.tables = tables;
  }

  Profile of(Citizen citizen) {
    return ProfileItems.read(items.profile(citizen));
  }

  /**
   * Closes the channel that was tried, where its address is still the one that was; what has been
   * changed since is not known to be wrong.
   */
  Optional<TransactWriteItem> close(Attempt attempt) {
    var item = items.profile(attempt.citizen());
    Profile profile = ProfileItems.read(item);
    Contact contact = profile.contact(attempt.channel());
    String address = contact.address();
    if (address == null
        || contact.state() != ChannelState.CONFIRMED
        || !Attempt.hashed(address).equals(attempt.to())) {
      return Optional.empty();
    }
    var closed = new Contact(address, ChannelState.CLOSED, contact.isWanted());
    return Optional.of(
        ProfileItems.put(tables, attempt.citizen(), profile.with(attempt.channel(), closed), item));
  }
}
