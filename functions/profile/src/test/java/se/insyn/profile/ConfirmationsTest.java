package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** A code comes back, or something else does. */
class ConfirmationsTest {

  private static final Source OTHER_SYSTEM = new Source("/other-system");

  private final Me me = new Me();

  @AfterEach
  void close() {
    me.close();
  }

  @Test
  void theRightCodeConfirmsAndIsGone() {
    String code = sent(Channel.SMS);
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(204);
    assertThat(me.profile().contact(Channel.SMS).state()).isEqualTo(ChannelState.CONFIRMED);
    assertThat(me.show().at("channels")).isEqualTo(Map.of("sms", "confirmed", "email", "none"));
    assertThat(me.citizensItems()).containsExactly("PROFILE", "QUOTA#codes");
  }

  @Test
  void everySystemWhoseCasesArePersonSeesIsToldOfTheOneChannel() {
    me.municipality.takeCase(
        OTHER_SYSTEM, Pushes.ofCase().with("caseNumber", "OTHER-1"), Municipality.TAKEN_IN);
    me.municipality.takeCase(Pushes.ofCase().with("caseNumber", "SECOND-1"));
    me.has(Channel.SMS, Me.PHONE, ChannelState.CONFIRMED);
    me.logInAgain().change(Me.body(Me.PHONE, Me.EMAIL));
    me.confirm(Channel.EMAIL, me.code(Channel.EMAIL));
    var outbox = me.outbox(Municipality.LIFECARE);
    assertThat(outbox).hasSize(1);
    assertThat(outbox.getFirst()).containsOnlyKeys("persons", "email");
    assertThat(outbox.getFirst().get("email")).isEqualTo(Me.EMAIL);
    assertThat((List<?>) outbox.getFirst().get("persons"))
        .hasSize(2)
        .anySatisfy(
            place ->
                assertThat(place).isEqualTo(Map.of("caseNumber", "SECOND-1", "personId", "P1")));
    assertThat(me.outbox(OTHER_SYSTEM))
        .containsExactly(
            Json.parseObject(
                """
                {"persons": [{"caseNumber": "OTHER-1", "personId": "P1"}], "email": "%s"}
                """
                    .formatted(Me.EMAIL)));
  }

  @Test
  void theTrailNamesWhatTheSystemsFetchAndNoAddress() {
    String code = sent(Channel.SMS);
    me.confirm(Channel.SMS, code);
    var row =
        me.municipality.items(me.municipality.tables().audit()).stream()
            .filter(item -> Values.text(item, "act").equals("confirmed"))
            .findFirst()
            .orElseThrow();
    assertThat(row)
        .containsOnlyKeys("subject", "at", "act", "by", "what", "outbox", "outcome")
        .containsEntry("what", Values.text("sms"));
    assertThat(me.names(me.municipality.tables().systems(), "item"))
        .contains("OUT#" + Values.text(row, "outbox"));
    assertThat(me.municipality.items(me.municipality.tables().audit()).toString())
        .doesNotContain(Me.PHONE, code);
  }

  @Test
  void whatIsStoredToCompareWithIsNoCode() {
    String code = sent(Channel.SMS);
    assertThat(
            me.municipality.items(me.municipality.tables().citizens()).stream()
                .filter(item -> Values.text(item, "item").equals("CODE#sms")))
        .singleElement()
        .asString()
        .doesNotContain(code);
    assertThat(me.hashes().uses).contains("code", "destination");
  }

  @Test
  void everythingThatIsNotTheCodeIsTheSameAnswer() {
    String code = sent(Channel.SMS);
    var none = me.confirm(Channel.EMAIL, code);
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.at("errors"))
        .isEqualTo(
            List.of(Map.of("pointer", "/code", "detail", "is not the code that counts now")));
    var wrong = me.confirm(Channel.SMS, wrong(code));
    var noCode = me.confirm(Channel.SMS, "12345");
    for (int i = 0; i < 4; i++) {
      me.confirm(Channel.SMS, wrong(code));
    }
    var usedUp = me.confirm(Channel.SMS, code);
    for (var other : List.of(wrong, noCode, usedUp)) {
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
      assertThat(other.headers()).isEqualTo(none.headers());
    }
    assertThat(me.profile().contact(Channel.SMS).state()).isEqualTo(ChannelState.UNCONFIRMED);
    assertThat(me.outbox(Municipality.LIFECARE)).isEmpty();
  }

  @Test
  void theFifthTryMayStillBeRight() {
    String code = sent(Channel.SMS);
    for (int i = 0; i < 4; i++) {
      me.confirm(Channel.SMS, wrong(code));
    }
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(204);
  }

  @Test
  void aNewCodeHasFiveTriesOfItsOwn() {
    String first = sent(Channel.SMS);
    for (int i = 0; i < 5; i++) {
      me.confirm(Channel.SMS, wrong(first));
    }
    me.pass(Duration.ofMinutes(1));
    me.change(Me.body(Me.PHONE, null));
    assertThat(me.confirm(Channel.SMS, me.code(Channel.SMS)).status()).isEqualTo(204);
  }

  @Test
  void manyTriesAtOnceAreNotMoreThanFive() throws Exception {
    String code = sent(Channel.SMS);
    me.hashes().uses.clear();
    var statuses = atOnce(20, () -> me.confirm(Channel.SMS, wrong(code)).status());
    assertThat(statuses).containsOnly(422);
    assertThat(me.hashes().uses).hasSize(5);
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(longs = {599_999, 600_000})
  void aCodeCountsForTenMinutes(long millis) {
    String code = sent(Channel.SMS);
    me.pass(Duration.ofMillis(millis));
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(millis < 600_000 ? 204 : 422);
  }

  @Test
  void theCodeOfOneChannelIsNoneOfTheOther() {
    me.change(Me.body(Me.PHONE, Me.EMAIL));
    String sms = me.code(Channel.SMS);
    assertThat(me.confirm(Channel.EMAIL, sms).status())
        .isEqualTo(sms.equals(me.code(Channel.EMAIL)) ? 204 : 422);
  }

  @Test
  void theCodeOfAnEarlierAddressIsNoneOfTheNewOne() {
    String code = sent(Channel.SMS);
    me.change(Me.body(Me.OTHER_PHONE, null));
    String other = me.code(Channel.SMS);
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(code.equals(other) ? 204 : 422);
    assertThat(me.profile().contact(Channel.SMS).address()).isEqualTo(Me.OTHER_PHONE);
  }

  @Test
  void theCodeOfAnAddressThatWasGivenUpIsNone() {
    String code = sent(Channel.SMS);
    me.change(Me.body(null, null));
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(422);
  }

  @Test
  void anotherPersonsCodeIsNone() {
    String code = sent(Channel.SMS);
    Portal.Browser other = me.portal.login(Pushes.CO_APPLICANT);
    assertThat(
            other
                .send(
                    "POST",
                    "/api/profile/confirmations",
                    "{\"channel\": \"sms\", \"code\": \"" + code + "\"}")
                .status())
        .isEqualTo(422);
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(204);
  }

  @Test
  void twoTabsAreBothRightAndTheSystemsAreToldOnce() throws Exception {
    String code = sent(Channel.SMS);
    assertThat(atOnce(4, () -> me.confirm(Channel.SMS, code).status())).contains(204);
    assertThat(me.profile().contact(Channel.SMS).state()).isEqualTo(ChannelState.CONFIRMED);
    assertThat(me.outbox(Municipality.LIFECARE)).hasSize(1);
  }

  @Test
  void aLostAnswerIsStillAnAnswer() {
    String code = sent(Channel.SMS);
    int before = me.portal.conflicts().transactions();
    me.portal.conflicts().loseTheAnswer(transaction -> transaction == before + 1);
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(204);
    assertThat(me.outbox(Municipality.LIFECARE)).hasSize(1);
  }

  @Test
  void anAddressThatChangesWhileItsCodeIsLookedAtIsNotConfirmed() {
    String code = sent(Channel.SMS);
    meanwhile(() -> me.has(Channel.SMS, Me.OTHER_PHONE, ChannelState.UNCONFIRMED));
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(422);
    assertThat(me.profile().contact(Channel.SMS).state()).isEqualTo(ChannelState.UNCONFIRMED);
    assertThat(me.outbox(Municipality.LIFECARE)).isEmpty();
  }

  @Test
  void aLanguageThatChangesMeanwhileStays() {
    String code = sent(Channel.SMS);
    meanwhile(() -> me.has(Channel.EMAIL, Me.EMAIL, ChannelState.CLOSED));
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(204);
    assertThat(me.profile().contact(Channel.EMAIL).address()).isEqualTo(Me.EMAIL);
  }

  @Test
  void whereNobodyCanCompareATryIsUsedAndNothingConfirmed() {
    String code = sent(Channel.SMS);
    me.hashes().isDown = true;
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(503);
    assertThat(me.profile().contact(Channel.SMS).state()).isEqualTo(ChannelState.UNCONFIRMED);
    me.hashes().isDown = false;
    assertThat(me.confirm(Channel.SMS, code).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"channel\": \"post\", \"code\": \"123456\"}",
        "{\"channel\": \"sms\", \"code\": 123456}",
        "{\"channel\": \"sms\", \"code\": \"123456\", \"more\": 1}"
      })
  void aBodyThatSaysSomethingElseIsRefused(String body) {
    assertThat(me.browser.send("POST", "/api/profile/confirmations", body).status()).isEqualTo(422);
  }

  private String sent(Channel channel) {
    me.change(channel == Channel.SMS ? Me.body(Me.PHONE, null) : Me.body(null, Me.EMAIL));
    return me.code(channel);
  }

  private static String wrong(String code) {
    return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
  }

  /** Gets in between before the next transaction. */
  private void meanwhile(Runnable change) {
    var isFirst = new AtomicBoolean(true);
    me.portal
        .conflicts()
        .cancelBefore(
            "ConditionalCheckFailed",
            transaction -> {
              if (isFirst.getAndSet(false)) {
                change.run();
                return true;
              }
              return false;
            });
  }

  private static List<Integer> atOnce(int many, Callable<Integer> call) throws Exception {
    try (var threads = Executors.newFixedThreadPool(many)) {
      List<Future<Integer>> all =
          threads.invokeAll(IntStream.range(0, many).mapToObj(i -> call).toList());
      return all.stream().map(Future::resultNow).toList();
    }
  }
}
