package se.insyn.login;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Unreadable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@link Languages} by the profile. One that cannot be read is no reason to keep somebody out: a
 * language opens nothing.
 */
@Singleton
final class DynamoLanguages implements Languages {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoLanguages.class);

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoLanguages(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  @Override
  public Language of(Citizen citizen) {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(tables.citizens())
                        .key(ProfileItems.key(citizen))
                        .consistentRead(true))
            .item();
    try {
      return ProfileItems.read(item).language();
    } catch (Unreadable e) {
      LOG.error("unreadable item in citizens: {}", e.getClass().getSimpleName());
      return Profile.UNTOUCHED.language();
    }
  }
}
