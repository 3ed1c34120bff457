package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.domain.notices.Channel.EMAIL;
import static se.insyn.domain.notices.Channel.SMS;
import static se.insyn.notifications.Noticeboard.ELIAS;
import static se.insyn.notifications.Noticeboard.MAIL;
import static se.insyn.notifications.Noticeboard.NOW;
import static se.insyn.notifications.Noticeboard.PHONE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.NoticeItems;

/** Who is told that there is something new, how often, and who is not. */
class NoticesTest {

  private Noticeboard board = new Noticeboard().withBoth();

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void whatIsNewIsToldOnceByEachChannelThatIsWanted() {
    board.comes(Pushes.decision());

    board.tick();
    board.tick();

    assertThat(board.providers.sent())
        .extracting(Sent::channel, Sent::to, Sent::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                SMS, PHONE, "Exempelby kommun: Det finns något nytt. Logga in som vanligt."),
            org.assertj.core.groups.Tuple.tuple(
                EMAIL,
                MAIL,
                """
                Hej!

                Det finns något nytt för dig att läsa. Logga in som vanligt.

                Det här meddelandet går inte att svara på.

                Exempelby kommun
                """));
    assertThat(board.attempts()).containsExactly("notice by email sending", "notice by sms sent");
    assertThat(board.item(ELIAS, NoticeItems.NOTICE))
        .doesNotContainKeys("due", "shard", "since", "cases");
  }

  @Test
  void anSmsSaysWhoSendsItAndWhatItMayCost() {
    board.comes(Pushes.decision());
    board.tick();

    Map<String, String> form = board.providers.sent().getFirst().form();
    assertThat(form.values())
        .contains("AWS.SNS.SMS.SenderID", "Exempelby")
        .contains("AWS.SNS.SMS.SMSType", "Transactional")
        .contains("AWS.SNS.SMS.MaxPrice", "0.25");
  }

  @Test
  void ofTwentyChangesWithinTheHourOneNoticeTellsAndTheRestIsToldTogetherAfterIt() {
    for (int i = 0; i < 20; i++) {
      board.comes(Pushes.decision().with("id", "BES-" + i));
      board.tick();
      board.clock.passes(Duration.ofSeconds(15));
    }
    assertThat(board.sent()).containsExactly(SMS, EMAIL);
    assertThat(board.due()).isEqualTo(NOW.plus(Duration.ofHours(1)));

    board.clock.passes(Duration.ofMinutes(55));
    board.tick();
    board.clock.passes(Duration.ofHours(2));
    board.tick();

    assertThat(board.sent()).containsExactly(SMS, EMAIL, SMS, EMAIL);
  }

  @Test
  void byNightTheEmailGoesOutAndTheSmsWaitsForTheMorning() {
    board.clock.passes(Duration.ofHours(12));
    board.comes(Pushes.decision());

    board.tick();
    assertThat(board.sent()).containsExactly(EMAIL);
    assertThat(board.due()).isEqualTo(Instant.parse("2026-11-21T07:00:00Z"));
    board.clock.passes(Duration.ofHours(10));
    board.tick();

    assertThat(board.sent()).containsExactly(EMAIL, SMS);
    assertThat(board.due()).isNull();
  }

  @Test
  void theMorningsSmsIsNotSentWhereWhatItIsAboutHasBeenTakenBackMeanwhile() {
    board.clock.passes(Duration.ofHours(12));
    board.comes(Pushes.decision());
    board.tick();

    board.municipality.take(
        board.caseId, Pushes.decision().with("version", 2).with("retracted", true));
    board.clock.passes(Duration.ofHours(10));
    board.tick();

    assertThat(board.sent()).containsExactly(EMAIL);
    assertThat(board.due()).isNull();
  }

  @Test
  void whatIsNotConfirmedOrNotWantedOrClosedIsNotUsed() {
    for (Contact sms :
        List.of(
            new Contact(PHONE, ChannelState.UNCONFIRMED, true),
            new Contact(PHONE, ChannelState.CLOSED, true),
            new Contact(PHONE, ChannelState.CONFIRMED, false))) {
      board.profile(ELIAS, Language.SWEDISH, sms, new Contact(MAIL, ChannelState.CONFIRMED, false));
      board.comes(Pushes.decision());
      board.tick();
    }

    assertThat(board.providers.asked()).isEmpty();
    assertThat(board.due()).isNull();
  }

  @Test
  void whoHasNeverSaidAnythingIsNotTold() {
    board.close();
    board = new Noticeboard();
    board.comes(Pushes.decision());

    board.tick();

    assertThat(board.providers.asked()).isEmpty();
    assertThat(board.due()).isNull();
  }

  @Test
  void itIsWrittenInThePersonsLanguage() {
    board.profile(
        ELIAS, Language.ENGLISH, new Contact(PHONE, ChannelState.CONFIRMED, true), Contact.NONE);
    board.comes(Pushes.decision());

    board.tick();

    assertThat(board.providers.sent().getFirst().text())
        .isEqualTo("Exempelby kommun: There is something new. Log in as usual.");
  }

  @Test
  void whoBecameProtectedASecondBeforeGetsNothing() {
    board.comes(Pushes.decision());
    board.municipality.protect(ELIAS, Protection.CONFIDENTIALITY_MARKING);

    saysNothing();
  }

  @Test
  void whoLeftTheCaseASecondBeforeGetsNothing() {
    board.comes(Pushes.decision());
    board.municipality.takeCase(Pushes.ofCase().with("persons/0/to", "2026-11-19"));

    saysNothing();
  }

  @Test
  void whatWasTakenBackHiddenOrPutAnotherWayASecondBeforeIsNotTold() {
    for (var changed :
        List.of(
            Pushes.decision().with("retracted", true),
            Pushes.decision().with("visible", false),
            Pushes.decision().with("audience", List.of()))) {
      board.comes(Pushes.decision());
      board.municipality.take(board.caseId, changed, NOW, NOW.plusSeconds(1));
    }

    saysNothing();
  }

  @Test
  void whatIsNotWorthANoticeMakesNone() {
    board.comes(Pushes.payment().with("status", "paid"));

    saysNothing();
  }

  @Test
  void whatWasToldAlreadyIsNotToldAgainWhereTheNewIsTakenBack() {
    board.comes(Pushes.decision());
    board.tick();
    board.clock.passes(Duration.ofMinutes(30));
    board.comes(Pushes.decision().with("id", "BES-2"));
    board.municipality.take(
        board.caseId, Pushes.decision().with("id", "BES-2").with("retracted", true));
    board.clock.passes(Duration.ofHours(1));
    board.tick();

    assertThat(board.sent()).containsExactly(SMS, EMAIL);
  }

  @Test
  void anUnreadMessageIsToldAndOneThatHasBeenReadIsNot() {
    board.comesMessage();
    board.tick();
    assertThat(board.sent()).containsExactly(SMS, EMAIL);

    board.clock.passes(Duration.ofHours(2));
    board.comesMessage();
    board.reads();
    board.tick();

    assertThat(board.sent()).containsExactly(SMS, EMAIL);
  }

  @Test
  void whatComesWhileOneIsBeingTakenIsToldByTheChannelThatHasToldTheRestAlready() {
    board.comes(Pushes.decision());
    // The SMS is taken and sent; then the e-mail is to be taken.
    board.before(2, () -> board.comes(Pushes.decision().with("id", "BES-2")));

    board.tick();
    board.tick();
    assertThat(board.sent()).containsExactly(SMS, EMAIL);
    board.clock.passes(Duration.ofMinutes(61));
    board.tick();

    assertThat(board.sent()).containsExactly(SMS, EMAIL, SMS);
  }

  @Test
  void whatIsDueIsDoneWhereverTheIndexIsBehind() {
    board.comes(Pushes.decision());
    board.tick();
    board.municipality.put(
        board.tables.notices(),
        Map.of(
            "citizen", se.insyn.dynamodb.Values.text("citizen-nobody"),
            "item", se.insyn.dynamodb.Values.text("NOTICE"),
            "shard", se.insyn.dynamodb.Values.text("0"),
            "due", se.insyn.dynamodb.Values.text("2026-11-20T09:00:00.000000000Z")));
    board.comes(Pushes.decision().with("id", "BES-2"));
    board.clock.passes(Duration.ofHours(1));

    board.tick();

    assertThat(board.sent()).containsExactly(SMS, EMAIL, SMS, EMAIL);
  }

  private void saysNothing() {
    board.tick();
    board.clock.passes(Duration.ofHours(2));
    board.tick();

    assertThat(board.providers.asked()).isEmpty();
    assertThat(board.attempts()).isEmpty();
    assertThat(board.due()).isNull();
  }
}
