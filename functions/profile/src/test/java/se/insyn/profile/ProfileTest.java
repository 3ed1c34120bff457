package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Min profil, shown and changed (J08, I23). */
class ProfileTest {

  private static final Source OTHER_SYSTEM = new Source("/other-system");
  private static final Contact CONFIRMED = new Contact(Me.PHONE, ChannelState.CONFIRMED, true);
  private static final Contact UNCONFIRMED = new Contact(Me.PHONE, ChannelState.UNCONFIRMED, true);

  private final Me me = new Me();

  @AfterEach
  void close() {
    me.close();
  }

  @Test
  void whoHasNeverSaidAnythingIsToldNothingAndInSwedish() {
    assertThat(me.show().json())
        .isEqualTo(
            Json.parse(
                """
                {"name": "Elias Hertzberg", "personalNumber": "%s", "notifyBySms": true,
                 "notifyByEmail": true, "language": "sv",
                 "channels": {"sms": "none", "email": "none"}}
                """
                    .formatted(Pushes.APPLICANT)));
  }

  @Test
  void itIsReadInOneBatch() {
    assertThat(Calls.during(me::show).operations())
        .containsExactly("GetItem", "Query", "BatchGetItem", "BatchGetItem");
  }

  @Test
  void aProfileIsShownAsItWasSavedWithItsAddressesInOneForm() {
    var answer = me.change(Me.body("070-174 06 05", " Elias@EXAMPLE.se ", false, "sv-easy"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("Cache-Control")).containsExactly("no-store");
    assertThat(answer.json())
        .isEqualTo(
            Json.parse(
                """
                {"name": "Elias Hertzberg", "personalNumber": "%s",
                 "phone": "+46701740605", "email": "Elias@example.se", "notifyBySms": false,
                 "notifyByEmail": true, "language": "sv-easy",
                 "channels": {"sms": "unconfirmed", "email": "unconfirmed"}}
                """
                    .formatted(Pushes.APPLICANT)))
        .isEqualTo(me.show().json());
    assertThat(me.acts())
        .containsExactly(
            "code email", "code sms", "profile email", "profile profile", "profile sms");
  }

  @Test
  void whatTheSystemsHaveIsProposedWhileItIsSomethingElse() {
    me.municipality.takeCase(
        OTHER_SYSTEM, Pushes.ofCase().with("caseNumber", "OTHER-1"), Municipality.TAKEN_IN);
    me.proposes(Municipality.LIFECARE, "070-174 06 05", Me.EMAIL, "2026-11-20T08:00:00Z");
    me.proposes(OTHER_SYSTEM, "070-174 06 06", null, "2026-11-20T08:30:00Z");
    me.logInAgain();
    assertThat(me.show().at("proposed"))
        .isEqualTo(Map.of("phone", Me.OTHER_PHONE, "email", Me.EMAIL));
    assertThat(me.change(Me.body(Me.OTHER_PHONE, null)).at("proposed"))
        .isEqualTo(Map.of("email", Me.EMAIL));
    assertThat(me.change(Me.body(Me.OTHER_PHONE, Me.EMAIL)).at("proposed")).isNull();
  }

  @Test
  void whatASystemHasNotSaidForHalfAYearIsNotProposed() {
    me.proposes(Municipality.LIFECARE, "070-174 06 05", Me.EMAIL, "2026-05-20T08:00:00Z");
    assertThat(me.show().at("proposed")).isNull();
    me.proposes(OTHER_SYSTEM, "070-174 06 06", null, "2026-05-26T08:00:00Z");
    me.municipality.takeCase(
        OTHER_SYSTEM, Pushes.ofCase().with("caseNumber", "OTHER-1"), Municipality.TAKEN_IN);
    me.logInAgain();
    assertThat(me.show().at("proposed")).isEqualTo(Map.of("phone", Me.OTHER_PHONE));
  }

  @Test
  void whatIsOfNoUseOrFromASystemWithoutACaseIsNotProposed() {
    me.proposes(Municipality.LIFECARE, "08-123 456 78", "odd@localhost", "2026-11-20T08:00:00Z");
    me.proposes(OTHER_SYSTEM, Me.PHONE, Me.EMAIL, "2026-11-20T08:30:00Z");
    assertThat(me.show().at("proposed")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /notifyBySms /notifyByEmail /language",
        "[] | ''",
        "{'notifyBySms': 'yes', 'notifyByEmail': 1, 'language': 'de'}"
            + " | /notifyBySms /notifyByEmail /language",
        "{'phone': '08-123 456 78', 'email': 'x', 'notifyBySms': true, 'notifyByEmail': true,"
            + " 'language': 'sv'} | /phone /email",
        "{'phone': 701740605, 'email': ['x@example.se'], 'notifyBySms': true,"
            + " 'notifyByEmail': true, 'language': 'sv'} | /phone /email",
        "{'phone': '', 'notifyBySms': true, 'notifyByEmail': true, 'language': 'sv'} | /phone",
        "{'name': 'X', 'notifyBySms': true, 'notifyByEmail': true, 'language': 'sv'} | ''",
        "{'personalNumber': '198503302391', 'notifyBySms': true, 'notifyByEmail': true,"
            + " 'language': 'sv'} | ''"
      })
  void whatIsWrongIsNamedAndNothingChanges(String body, String pointers) {
    var answer = me.change(body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.each("errors", "pointer"))
        .containsExactlyInAnyOrderElementsOf(List.of(pointers.split(" ", -1)));
    assertThat(me.stored()).isEmpty();
  }

  @Test
  void anAddressIsChangedOnlySoonAfterALogin() {
    me.pass(Duration.ofMinutes(10));
    assertThat(me.change(Me.body(Me.PHONE, null)).status()).isEqualTo(200);
    me.pass(Duration.ofMillis(1));
    for (String other : List.of(Me.body(Me.OTHER_PHONE, null), Me.body(null, null))) {
      var answer = me.change(other);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.at("type")).isEqualTo("/problems/login-again");
    }
    assertThat(me.profile().contact(Channel.SMS)).isEqualTo(UNCONFIRMED);
    assertThat(me.logInAgain().change(Me.body(Me.OTHER_PHONE, null)).status()).isEqualTo(200);
  }

  @Test
  void everythingElseIsChangedAtAnyTime() {
    me.has(Channel.SMS, Me.PHONE, ChannelState.CONFIRMED);
    me.pass(Duration.ofMinutes(14));
    assertThat(me.change(Me.body("0701740605", null, false, "en")).status()).isEqualTo(200);
    assertThat(me.profile())
        .isEqualTo(
            new Profile(
                Language.ENGLISH,
                Map.of(
                    Channel.SMS,
                    new Contact(Me.PHONE, ChannelState.CONFIRMED, false),
                    Channel.EMAIL,
                    Contact.NONE)));
    assertThat(me.acts()).containsExactly("profile profile");
  }

  @Test
  void aChangedAddressIsNotUsedUntilItsCodeIsBackAndTheOldOneIsTold() {
    me.has(Channel.SMS, Me.OTHER_PHONE, ChannelState.CONFIRMED);
    me.change(Me.body(Me.PHONE, null));
    assertThat(me.profile().contact(Channel.SMS)).isEqualTo(UNCONFIRMED);
    assertThat(Values.text(me.waiting("CODE#sms").orElseThrow(), "address")).isEqualTo(Me.PHONE);
    assertThat(Values.text(me.waiting("OLD#sms").orElseThrow(), "address"))
        .isEqualTo(Me.OTHER_PHONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unconfirmed", "closed"})
  void nobodyIsToldAtAnAddressThatWasNotUsed(String state) {
    me.has(
        Channel.SMS,
        Me.OTHER_PHONE,
        state.equals("closed") ? ChannelState.CLOSED : ChannelState.UNCONFIRMED);
    me.change(Me.body(Me.PHONE, null));
    assertThat(me.waiting("OLD#sms")).isEmpty();
  }

  @Test
  void anAddressThatIsLeftOutIsGivenUpTogetherWithItsCode() {
    me.change(Me.body(Me.PHONE, Me.EMAIL));
    me.confirm(Channel.EMAIL, me.code(Channel.EMAIL));
    assertThat(me.change(Me.body(null, null)).at("channels"))
        .isEqualTo(Map.of("sms", "none", "email", "none"));
    assertThat(me.waiting("CODE#sms")).isEmpty();
    assertThat(me.waiting("OLD#sms")).isEmpty();
    assertThat(Values.text(me.waiting("OLD#email").orElseThrow(), "address")).isEqualTo(Me.EMAIL);
    assertThat(me.citizensItems()).containsExactly("PROFILE", "QUOTA#codes");
  }

  @Test
  void theSameOnceMoreChangesNothingAndSendsNothing() {
    String body = Me.body(Me.PHONE, null);
    me.change(body);
    var stored = me.stored();
    String code = me.code(Channel.SMS);
    me.pass(Duration.ofMillis(59_999));
    assertThat(me.change(body).status()).isEqualTo(200);
    assertThat(me.stored()).isEqualTo(stored);
    assertThat(me.code(Channel.SMS)).isEqualTo(code);
    assertThat(me.acts()).containsExactly("code sms", "profile sms");
  }

  @Test
  void aMinuteLaterTheSameAsksForAnotherCodeAlsoLongAfterTheLogin() {
    String body = Me.body(Me.PHONE, null);
    me.change(body);
    String first = me.code(Channel.SMS);
    me.pass(Duration.ofMinutes(12));
    assertThat(me.change(body).status()).isEqualTo(200);
    assertThat(me.confirm(Channel.SMS, first).status()).isEqualTo(422);
    assertThat(me.confirm(Channel.SMS, me.code(Channel.SMS)).status()).isEqualTo(204);
  }

  @Test
  void aClosedChannelIsOpenedByAnotherCode() {
    me.has(Channel.SMS, Me.PHONE, ChannelState.CLOSED);
    assertThat(me.show().at("channels/sms")).isEqualTo("closed");
    assertThat(me.change(Me.body(Me.PHONE, null)).at("channels/sms")).isEqualTo("unconfirmed");
    me.confirm(Channel.SMS, me.code(Channel.SMS));
    assertThat(me.profile().contact(Channel.SMS)).isEqualTo(CONFIRMED);
  }

  @Test
  void anotherChangeLeavesWhatIsNotConfirmedAsItIs() {
    me.has(Channel.SMS, Me.PHONE, ChannelState.CLOSED);
    me.change(Me.body(Me.PHONE, null, true, "en"));
    assertThat(me.profile().contact(Channel.SMS).state()).isEqualTo(ChannelState.CLOSED);
    assertThat(me.waiting("CODE#sms")).isEmpty();
  }

  @Test
  void nothingIsLostWhenAnotherOneIsQuicker() {
    me.has(Channel.EMAIL, Me.EMAIL, ChannelState.CONFIRMED);
    var isFirst = new AtomicBoolean(true);
    me.portal
        .conflicts()
        .cancelBefore(
            "ConditionalCheckFailed",
            transaction -> {
              if (isFirst.getAndSet(false)) {
                me.has(Channel.EMAIL, Me.EMAIL, ChannelState.CLOSED);
                return true;
              }
              return false;
            });
    me.change(Me.body(Me.PHONE, Me.EMAIL, true, "en"));
    assertThat(me.profile())
        .isEqualTo(
            new Profile(
                Language.ENGLISH,
                Map.of(
                    Channel.SMS,
                    UNCONFIRMED,
                    Channel.EMAIL,
                    new Contact(Me.EMAIL, ChannelState.CLOSED, true))));
  }

  @Test
  void aLostAnswerIsNoSecondCode() {
    me.portal.conflicts().loseTheAnswer(transaction -> transaction == 1);
    assertThat(me.change(Me.body(Me.PHONE, null)).status()).isEqualTo(200);
    assertThat(me.acts()).containsExactly("code sms", "profile sms");
  }

  @Test
  void aDamagedProfileIsNotShownAndNotOverwritten() {
    me.has(Channel.SMS, Me.PHONE, ChannelState.CONFIRMED);
    var odd = new HashMap<>(me.stored());
    odd.put("smsState", Values.text("perhaps"));
    me.municipality.put(me.municipality.tables().citizens(), odd);
    assertThat(me.show().status()).isEqualTo(503);
    assertThat(me.change(Me.body(null, null)).status()).isEqualTo(503);
    assertThat(me.stored()).isEqualTo(odd);
  }

  @Test
  void everybodyHasTheirOwn() {
    me.change(Me.body(Me.PHONE, Me.EMAIL));
    Portal.Browser other = me.portal.login(Pushes.CO_APPLICANT);
    assertThat(other.get("/api/profile").json()).doesNotContainKeys("phone", "email");
  }
}
