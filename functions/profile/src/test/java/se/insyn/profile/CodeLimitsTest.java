package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Portal;

/** How many codes are sent, in the running function (J10, L01). */
class CodeLimitsTest {

  private Me me = new Me();

  @AfterEach
  void close() {
    me.close();
  }

  @Test
  void aPersonHasThreeInAnHourAndFiveADay() {
    for (int i = 0; i < 3; i++) {
      assertThat(sendTo(i)).isEqualTo(200);
    }
    assertThat(sendTo(3)).isEqualTo(429);
    assertThat(me.profile().contact(Channel.SMS).address()).isEqualTo(phone(2));
    me.pass(Duration.ofHours(1));
    assertThat(sendTo(3)).isEqualTo(200);
    assertThat(sendTo(4)).isEqualTo(200);
    assertThat(sendTo(5)).isEqualTo(429);
    me.pass(Duration.ofHours(1));
    assertThat(sendTo(5)).isEqualTo(429);
    me.pass(Duration.ofHours(12)); // midnight in Sweden
    assertThat(sendTo(5)).isEqualTo(200);
  }

  @Test
  void twoAddressesAtOnceAreTwoCodes() {
    sendTo(0);
    sendTo(1);
    var answer = me.change(Me.body(phone(2), Me.EMAIL));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(me.profile().contact(Channel.EMAIL).address()).isNull();
    assertThat(sendTo(2)).isEqualTo(200);
  }

  @Test
  void withoutACodeThereIsNoLimit() {
    for (int i = 0; i < 3; i++) {
      sendTo(i);
    }
    assertThat(me.change(Me.body(phone(2), null, false, "en")).status()).isEqualTo(200);
    assertThat(me.change(Me.body(null, null)).status()).isEqualTo(200);
  }

  @Test
  void anAddressGetsThreeADayWhoeverAsksAndNobodyCanTellWho() {
    Portal.Browser other = me.portal.login(Pushes.CO_APPLICANT);
    for (String email : List.of("Family@example.se", "family@example.se", "FAMILY@Example.se")) {
      assertThat(other.send("PUT", "/api/profile", Me.body(null, email)).status()).isEqualTo(200);
    }
    var ofAddress = Calls.during(() -> me.change(Me.body(null, "family@example.se")));
    var ofPerson =
        Calls.during(() -> other.send("PUT", "/api/profile", Me.body(null, Me.OTHER_EMAIL)));
    assertThat(ofAddress.result().status()).isEqualTo(429);
    assertThat(ofAddress.result().bodyOfAnyCall()).isEqualTo(ofPerson.result().bodyOfAnyCall());
    assertThat(ofAddress.result().headers()).isEqualTo(ofPerson.result().headers());
    assertThat(ofAddress.result().headers().get("Retry-After")).containsExactly("3600");
    assertThat(ofAddress.operations()).isEqualTo(ofPerson.operations());
  }

  @Test
  void aStackSendsOnlySoManyADay() {
    me.close();
    me = new Me(2);
    assertThat(sendTo(0)).isEqualTo(200);
    assertThat(me.change(Me.body(phone(1), Me.EMAIL)).status()).isEqualTo(429);
    assertThat(sendTo(1)).isEqualTo(200);
    assertThat(
            me.portal
                .login(Pushes.CO_APPLICANT)
                .send("PUT", "/api/profile", Me.body(Me.PHONE, null))
                .status())
        .isEqualTo(429);
    me.pass(Duration.ofHours(14)); // midnight in Sweden
    assertThat(sendTo(2)).isEqualTo(200);
  }

  @Test
  void manyAtOnceAreNotMoreThanTheStackSends() {
    me.close();
    me = new Me(1);
    me.portal
        .conflicts()
        .cancelBefore(
            "ConditionalCheckFailed",
            transaction -> {
              if (transaction == 0) {
                countsOfTheStack(1);
                return true;
              }
              return false;
            });
    assertThat(sendTo(0)).isEqualTo(429);
    assertThat(me.stored()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUOTA#codes", "CODES", "CODES#2026-11-20"})
  void whereACountCannotBeReadNothingIsSent(String item) {
    sendTo(0);
    for (String table :
        List.of(me.municipality.tables().citizens(), me.municipality.tables().notices())) {
      me.municipality.items(table).stream()
          .filter(each -> Values.text(each, "item").equals(item))
          .forEach(
              each ->
                  me.municipality.put(
                      table,
                      Map.of(
                          "citizen", Objects.requireNonNull(each.get("citizen")),
                          "item", Objects.requireNonNull(each.get("item")),
                          "times", Values.text("odd"),
                          "sent", Values.text("odd"))));
    }
    me.pass(Duration.ofMinutes(1));
    String code = me.code(Channel.SMS);
    assertThat(sendTo(0)).isEqualTo(503);
    assertThat(me.code(Channel.SMS)).isEqualTo(code);
  }

  @Test
  void withoutTheKeyServiceNothingIsSent() {
    me.hashes().isDown = true;
    assertThat(sendTo(0)).isEqualTo(503);
    assertThat(me.stored()).isEmpty();
    assertThat(me.waiting("CODE#sms")).isEmpty();
  }

  @Test
  void anAddressIsCountedUnderAHashAlone() {
    me.change(Me.body(Me.PHONE, null));
    assertThat(
            me.municipality.items(me.municipality.tables().notices()).stream()
                .filter(item -> !item.containsKey("address")))
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.toString()).doesNotContain(Me.PHONE))
        .allSatisfy(item -> assertThat(item.get("ttl")).isEqualTo(Values.number(1_795_338_000L)));
  }

  private void countsOfTheStack(int sent) {
    me.municipality.put(
        me.municipality.tables().notices(),
        Map.of(
            "citizen", Values.text("STACK"),
            "item", Values.text("CODES#2026-11-20"),
            "sent", Values.number(sent)));
  }

  private int sendTo(int number) {
    me.logInAgain();
    return me.change(Me.body(phone(number), null)).status();
  }

  private static String phone(int number) {
    return "+4670174060" + number;
  }
}
