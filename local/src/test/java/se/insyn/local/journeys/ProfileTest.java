package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Addresses;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.People;

/** Somebody says where they can be reached; the office hears of it when that is proved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProfileTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  private Office office = Office.lifecare();
  private Browser elias = INSYN.browser();
  private Browser mattias = INSYN.browser();

  @BeforeAll
  void theOfficeHasANumber() {
    office = People.startOver();
    office.applies(
        People.household("PROFILE-1", People.ELIAS, People.MATTIAS), Pushes.contactDetails());
    elias = INSYN.loggedIn(People.ELIAS);
    mattias = INSYN.loggedIn(People.MATTIAS);
  }

  @Test
  @Order(1)
  void whatTheOfficeHasIsProposedToWhomItIsAbout() {
    assertThat(profile(elias))
        .containsEntry("personalNumber", People.ELIAS)
        .containsEntry("proposed", Map.of("phone", "+46701740605", "email", "elias@example.se"))
        .containsEntry("channels", Map.of("sms", "none", "email", "none"))
        .doesNotContainKeys("phone", "email");
    assertThat(profile(mattias)).doesNotContainKeys("phone", "email", "proposed");
  }

  @Test
  @Order(2)
  void itIsTakenOverAndWaitsForItsCodes() {
    assertThat(
            Addresses.change(
                elias,
                Map.of(
                    "phone", "070-174 06 05",
                    "email", "elias@example.se",
                    "notifyBySms", true,
                    "notifyByEmail", true,
                    "language", "sv-easy")))
        .isEqualTo(200);
    assertThat(profile(elias))
        .containsEntry("phone", "+46701740605")
        .containsEntry("channels", Map.of("sms", "unconfirmed", "email", "unconfirmed"))
        .doesNotContainKey("proposed");
    assertThat(outbox()).isEmpty();
    assertThat(Json.object(elias.get("/api/session").body())).containsEntry("language", "sv-easy");
  }

  @Test
  @Order(3)
  void theCodesComeBackAndTheOfficeHearsOfEachAddress() {
    for (var channel : List.of("sms", "email")) {
      var code = Addresses.code(channel);
      assertThat(Addresses.confirm(mattias, channel, code)).isEqualTo(422);
      assertThat(Addresses.confirm(elias, channel, code)).isEqualTo(204);
    }
    assertThat(profile(elias))
        .containsEntry("channels", Map.of("sms", "confirmed", "email", "confirmed"));
    var places =
        List.of(
            Map.of("caseNumber", "A-1", "personId", "P1"),
            Map.of("caseNumber", "PROFILE-1", "personId", "P1"));
    assertThat(outbox())
        .containsExactlyInAnyOrder(
            Map.of("persons", places, "phone", "+46701740605"),
            Map.of("persons", places, "email", "elias@example.se"));
  }

  @Test
  @Order(4)
  void itStandsInTheLogOfWhoDidItAlone() {
    assertThat(acts(elias))
        .contains(
            "profile-changed",
            "phone-changed",
            "email-changed",
            "phone-confirmed",
            "email-confirmed");
    assertThat(acts(mattias)).containsOnly("login");
  }

  private List<Object> outbox() {
    return ((List<?>) Json.value(office.get("/caseworker/v1/outbox").body()))
        .stream().<Object>map(event -> ((Map<?, ?>) event).get("data")).toList();
  }

  private static Map<String, Object> profile(Browser browser) {
    return Json.object(browser.get("/api/profile").body());
  }

  private static List<String> acts(Browser browser) {
    return Answers.list(browser.get("/api/access-log"), "items").stream()
        .map(item -> String.valueOf(item.get("act")))
        .toList();
  }
}
