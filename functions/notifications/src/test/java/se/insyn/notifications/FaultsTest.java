package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.domain.notices.Channel.EMAIL;
import static se.insyn.domain.notices.Channel.SMS;
import static se.insyn.notifications.Noticeboard.ELIAS;
import static se.insyn.notifications.Noticeboard.MAIL;
import static se.insyn.notifications.Noticeboard.PHONE;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.testing.Pushes;

/** What a provider refuses, puts off or says nothing about. */
class FaultsTest {

  private final Noticeboard board = new Noticeboard().withBoth();

  @BeforeEach
  void somethingComes() {
    board.comes(Pushes.decision());
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void whatAProviderPutsOffIsTriedAgainLaterEachTimeAfterALongerPause() {
    board.profile(
        ELIAS, Language.SWEDISH, new Contact(PHONE, ChannelState.CONFIRMED, true), Contact.NONE);
    board.providers.reply(sent -> Reply.THROTTLED);
    for (int minute = 0; minute < 9; minute++) {
      board.tick();
      board.clock.passes(Duration.ofSeconds(61));
    }
    // At once, and after one minute, two more, four more.
    assertThat(board.providers.asked()).hasSize(4);
    assertThat(board.attempts()).hasSize(4).containsOnly("notice by sms temporary-failure");

    board.providers.reply(sent -> Reply.TAKEN);
    board.clock.passes(Duration.ofHours(2));
    board.tick();
    board.clock.passes(Duration.ofHours(2));
    board.tick();

    assertThat(board.sent()).containsExactly(SMS);
    assertThat(board.due()).isNull();
  }

  @Test
  void whatWasPutOffIsNotSentToWhoLeftMeanwhile() {
    board.providers.reply(sent -> Reply.THROTTLED);
    board.tick();
    board.municipality.takeCase(Pushes.ofCase().with("persons/0/to", "2026-11-19"));
    board.providers.reply(sent -> Reply.TAKEN);
    board.clock.passes(Duration.ofHours(1));
    board.tick();

    assertThat(board.sent()).isEmpty();
    assertThat(board.due()).isNull();
  }

  @Test
  void whatIsPutOffIsToldTogetherWithWhatHasComeMeanwhile() {
    board.providers.reply(sent -> Reply.THROTTLED);
    board.tick();
    board.clock.passes(Duration.ofMinutes(2));
    board.comes(Pushes.decision().with("id", "BES-2"));
    board.providers.reply(sent -> Reply.TAKEN);
    board.tick();
    board.clock.passes(Duration.ofHours(3));
    board.tick();

    assertThat(board.sent()).containsExactly(SMS, EMAIL);
  }

  @Test
  void anSmsOfWhichNothingIsKnownIsNeverSentAgain() {
    for (Reply reply : java.util.List.of(Reply.BROKEN, Reply.BROKEN_AFTERWARDS, Reply.SILENT)) {
      board.providers.reply(sent -> sent.channel() == SMS ? reply : Reply.TAKEN);
      board.tick();
      board.clock.passes(Duration.ofHours(2));
      board.tick();
      board.comes(Pushes.decision().with("id", "BES-" + reply.code() + reply.isTaken()));
    }

    assertThat(board.providers.asked()).filteredOn(sent -> sent.channel() == SMS).hasSize(3);
    assertThat(board.attempts())
        .filteredOn(attempt -> attempt.startsWith("notice by sms"))
        .containsOnly("notice by sms technical-failure");
  }

  @Test
  void anEmailOfWhichNothingIsKnownAndNothingIsHeardIsSentOnceMoreAfterAnHour() {
    board.providers.reply(sent -> sent.channel() == EMAIL ? Reply.BROKEN : Reply.TAKEN);
    board.tick();
    board.clock.passes(Duration.ofMinutes(59));
    board.tick();
    assertThat(mails()).isEqualTo(1);
    for (int hour = 0; hour < 8; hour++) {
      board.clock.passes(Duration.ofMinutes(61));
      board.tick();
    }

    assertThat(mails()).isEqualTo(2);
    assertThat(board.attempts())
        .containsExactly(
            "notice by email technical-failure",
            "notice by email technical-failure",
            "notice by sms sent");
    assertThat(board.due()).isNull();
  }

  @Test
  void anEmailOfWhichItIsHeardThatItWasTakenIsNotSentAgain() {
    board.providers.reply(sent -> sent.channel() == EMAIL ? Reply.BROKEN_AFTERWARDS : Reply.TAKEN);
    board.tick();
    String attempt = board.providers.sent().getLast().attempt();
    board.hears(Noticeboard.TOPIC, FeedbackTest.event("Send", attempt));
    board.clock.passes(Duration.ofHours(2));
    board.tick();

    assertThat(mails()).isEqualTo(1);
    assertThat(board.attempts()).containsExactly("notice by email sending", "notice by sms sent");
  }

  @Test
  void aNumberThatDoesNotWantAnythingIsClosed() {
    board.providers.reply(sent -> sent.channel() == SMS ? Reply.OPTED_OUT : Reply.TAKEN);
    board.tick();

    assertThat(board.attempts())
        .containsExactly("notice by email sending", "notice by sms permanent-failure");
    assertThat(board.profile(ELIAS).contact(SMS))
        .isEqualTo(new Contact(PHONE, ChannelState.CLOSED, true));
    assertThat(board.profile(ELIAS).contact(EMAIL))
        .isEqualTo(new Contact(MAIL, ChannelState.CONFIRMED, true));
  }

  @Test
  void aNumberThatIsNoneIsClosedAndAFaultOfOursClosesNobody() {
    board.providers.reply(
        sent -> Reply.refused("InvalidParameter", "Invalid parameter: MaxPrice Reason: odd"));
    board.tick();
    assertThat(board.profile(ELIAS).contact(SMS).state()).isEqualTo(ChannelState.CONFIRMED);
    board.clock.passes(Duration.ofHours(2));
    board.comes(Pushes.decision().with("id", "BES-2"));
    board.providers.reply(
        sent ->
            Reply.refused("InvalidParameter", "Invalid parameter: PhoneNumber Reason: not valid"));
    board.tick();

    assertThat(board.profile(ELIAS).contact(SMS).state()).isEqualTo(ChannelState.CLOSED);
  }

  @Test
  void aNumberWhosePrefixIsNoLongerAllowedIsClosedWithoutBeingCalled() {
    board.profile(
        ELIAS,
        Language.SWEDISH,
        new Contact("+4520123456", ChannelState.CONFIRMED, true),
        new Contact(MAIL, ChannelState.CONFIRMED, true));
    board.tick();

    assertThat(board.providers.asked()).extracting(Sent::channel).containsExactly(EMAIL);
    assertThat(board.attempts())
        .containsExactly("notice by email sending", "notice by sms permanent-failure");
    assertThat(board.profile(ELIAS).contact(SMS).state()).isEqualTo(ChannelState.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccountSendingPaused", "AccessDenied", "ConfigurationSetDoesNotExist"})
  void whatSomebodyHasToMendFirstIsTriedAgain(String code) {
    board.providers.reply(sent -> Reply.refused(code, ""));
    board.tick();
    board.providers.reply(sent -> Reply.TAKEN);
    board.clock.passes(Duration.ofMinutes(2));
    board.tick();

    assertThat(board.sent()).containsExactly(SMS, EMAIL);
  }

  private long mails() {
    return board.providers.asked().stream().filter(sent -> sent.channel() == EMAIL).count();
  }
}
