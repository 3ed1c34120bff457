package se.insyn.login;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.Unreadable;

/**
 * {@link Languages} by the profile. One that cannot be read is no reason to keep somebody out: a
 * language opens nothing.
 */
@Singleton
final class DynamoLanguages implements Languages {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoLanguages.class);

  private final CitizenItems items;

  DynamoLanguages(CitizenItems items) {
    this.items = items;
  }

  @Override
  public Language of(Citizen citizen) {
    var item = items.profile(citizen);
    try {
      return ProfileItems.read(item).language();
    } catch (Unreadable e) {
      LOG.error("unreadable item in citizens: {}", e.getClass().getSimpleName());
      return Profile.UNTOUCHED.language();
    }
  }
}
