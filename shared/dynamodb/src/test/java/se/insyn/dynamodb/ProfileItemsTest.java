package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What stands in the item that a login touches too. */
class ProfileItemsTest {

  private static final Citizen ME = new Citizen("citizen");
  private static final Profile WHOLE =
      new Profile(
          Language.EASY_SWEDISH,
          Map.of(
              Channel.SMS, new Contact("+46701740605", ChannelState.CONFIRMED, false),
              Channel.EMAIL, new Contact("elias@example.se", ChannelState.CLOSED, true)));

  private final LocalDynamoDb dynamo = LocalDynamoDb.start();
  private final DynamoDbClient client = dynamo.client();
  private final Tables tables = dynamo.newTables();

  @Test
  void whatWasWrittenIsRead() {
    write(WHOLE, Map.of());
    assertThat(ProfileItems.read(stored())).isEqualTo(WHOLE);
  }

  @Test
  void anAddressThatWasGivenUpIsGone() {
    write(WHOLE, Map.of());
    Profile without = WHOLE.with(Channel.SMS, Contact.NONE);
    write(without, stored());
    assertThat(ProfileItems.read(stored())).isEqualTo(without);
    assertThat(stored()).doesNotContainKey("sms");
  }

  @Test
  void aLoginAloneIsNoProfileAndStaysWhenThereIsOne() {
    var login = new HashMap<>(ProfileItems.key(ME));
    login.put("lastLogin", Values.time(Instant.EPOCH));
    client.putItem(put -> put.tableName(tables.citizens()).item(login));
    assertThat(ProfileItems.read(stored())).isEqualTo(Profile.UNTOUCHED);
    write(WHOLE, stored());
    assertThat(ProfileItems.read(stored())).isEqualTo(WHOLE);
    assertThat(stored()).containsEntry("lastLogin", Values.time(Instant.EPOCH));
  }

  @Test
  void whoeverWasSlowerReadsAgain() {
    write(WHOLE, Map.of());
    var read = stored();
    write(WHOLE.with(Channel.SMS, Contact.NONE), read);
    for (var older : List.of(read, Map.<String, AttributeValue>of())) {
      assertThatThrownBy(() -> write(WHOLE, older))
          .isInstanceOf(TransactionCanceledException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"language,xx", "smsState,none", "smsState,odd", "emailWanted,yes"})
  void anOddItemIsNoProfile(String attribute, String value) {
    write(WHOLE, Map.of());
    var odd = new HashMap<>(stored());
    odd.put(attribute, Values.text(value));
    assertThatThrownBy(() -> ProfileItems.read(odd)).isInstanceOf(Unreadable.class);
  }

  private void write(Profile profile, Map<String, AttributeValue> read) {
    client.transactWriteItems(
        write -> write.transactItems(ProfileItems.put(tables, ME, profile, read)));
  }

  private Map<String, AttributeValue> stored() {
    return client.getItem(get -> get.tableName(tables.citizens()).key(ProfileItems.key(ME))).item();
  }
}
