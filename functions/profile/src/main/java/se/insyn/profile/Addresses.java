package se.insyn.profile;

import jakarta.inject.Singleton;
import java.util.Optional;
import se.insyn.domain.notices.Channel;

/** What counts as an address of each channel, in the one form in which it is stored. */
@Singleton
final class Addresses {

  private final PhoneNumbers phones;

  Addresses(PhoneNumbers phones) {
    this.phones = phones;
  }

  Optional<String> normal(Channel channel, String written) {
    return switch (channel) {
      case SMS -> phones.normal(written);
      case EMAIL -> EmailAddresses.normal(written);
    };
  }
}
