package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.json.Json;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which language a session has. */
class LanguageTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);

  private final DynamoDbClient client = LocalDynamoDb.start().client();
  private final Browser browser = new Browser();
  private final String citizens = browser.municipality.tables().citizens();

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void itIsSwedishForWhoHasNotSaidAnythingAndThenWhatTheySaid() {
    browser.login();
    assertThat(language()).isEqualTo("sv");
    choose(Language.EASY_SWEDISH);
    assertThat(language()).isEqualTo("sv-easy");
    browser.login();
    assertThat(language()).isEqualTo("sv-easy");
  }

  @Test
  void aProfileThatCannotBeReadKeepsNobodyOut() {
    choose(Language.ENGLISH);
    var odd = new HashMap<>(stored());
    odd.put("language", Values.text("de"));
    browser.municipality.put(citizens, odd);
    browser.login();
    assertThat(language()).isEqualTo("sv");
  }

  private void choose(Language language) {
    var write =
        ProfileItems.put(
            browser.municipality.tables(), ELIAS, new Profile(language, Map.of()), stored());
    client.transactWriteItems(all -> all.transactItems(write));
  }

  private Map<String, AttributeValue> stored() {
    return client.getItem(get -> get.tableName(citizens).key(ProfileItems.key(ELIAS))).item();
  }

  private @Nullable Object language() {
    return Json.parseObject(browser.get("/api/session", Map.of()).body()).get("language");
  }
}
