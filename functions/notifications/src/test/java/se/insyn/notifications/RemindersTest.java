package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.domain.notices.Channel.EMAIL;
import static se.insyn.domain.notices.Channel.SMS;
import static se.insyn.notifications.Noticeboard.ELIAS;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;

/** After four days it is said once more of what still waits. */
class RemindersTest {

  private static final Duration FOUR_DAYS = Duration.ofDays(4);

  private final Noticeboard board = new Noticeboard().withBoth();

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void anUnreadMessageIsRemindedOfOnceInTheSameWords() {
    board.comesMessage();
    board.tick();
    fourDaysPass();

    assertThat(board.sent()).containsExactly(SMS, EMAIL, SMS, EMAIL);
    var texts = board.providers.sent();
    assertThat(texts.get(2).text()).isEqualTo(texts.get(0).text());
    assertThat(withoutDate(texts.get(3))).isEqualTo(withoutDate(texts.get(1)));

    fourDaysPass();
    fourDaysPass();
    assertThat(board.sent()).hasSize(4);
    assertThat(board.due()).isNull();
  }

  @Test
  void beforeFourDaysHavePassedNobodyIsReminded() {
    board.comesMessage();
    board.tick();
    board.clock.passes(FOUR_DAYS.minusSeconds(1));
    board.tick();

    assertThat(board.sent()).hasSize(2);
  }

  @Test
  void aMessageThatHasBeenReadIsNotRemindedOf() {
    board.comesMessage();
    board.tick();
    board.reads();
    fourDaysPass();

    assertThat(board.sent()).hasSize(2);
  }

  @Test
  void anOpenRequestIsRemindedOf() {
    board.comes(Pushes.informationRequest());
    board.tick();
    fourDaysPass();

    assertThat(board.sent()).hasSize(4);
  }

  @Test
  void aRequestThatWasOpenedIsNotRemindedOf() {
    board.comes(Pushes.informationRequest());
    board.tick();
    String id = String.valueOf(Pushes.informationRequest().at("id"));
    board.municipality.put(
        board.tables.citizens(),
        Map.of(
            "citizen", Values.text(ELIAS.key()),
            "item", Values.text("READ#" + board.caseId.value() + "#" + id),
            "openedAt", Values.time(board.clock.instant())));
    fourDaysPass();

    assertThat(board.sent()).hasSize(2);
  }

  @Test
  void aRequestThatWasAnsweredWithoutBeingOpenedIsNotRemindedOf() {
    board.comes(Pushes.informationRequest());
    board.tick();
    board.answers(Pushes.informationRequest());
    fourDaysPass();

    assertThat(board.sent()).hasSize(2);
  }

  @Test
  void aRequestThatWasPutAnewAfterTheAnswerIsRemindedOf() {
    board.comes(Pushes.informationRequest());
    board.answers(Pushes.informationRequest());
    board.clock.passes(Duration.ofMinutes(1));
    board.comes(Pushes.informationRequest().with("version", 2).with("what", "Kontoutdrag igen"));
    board.tick();
    fourDaysPass();

    assertThat(board.sent()).hasSize(4);
  }

  @Test
  void aRequestThatIsFulfilledIsNotRemindedOf() {
    board.comes(Pushes.informationRequest());
    board.tick();
    board.municipality.take(board.caseId, Pushes.informationRequest().with("status", "fulfilled"));
    fourDaysPass();

    assertThat(board.sent()).hasSize(2);
  }

  @Test
  void whatWaitsForNoAnswerIsNotRemindedOf() {
    board.comes(Pushes.decision());
    board.tick();
    fourDaysPass();

    assertThat(board.sent()).hasSize(2);
  }

  @Test
  void aNewNoticeMovesTheReminder() {
    board.comesMessage();
    board.tick();
    board.clock.passes(Duration.ofDays(3));
    board.comes(Pushes.informationRequest());
    board.tick();
    board.clock.passes(Duration.ofDays(1));
    board.tick();
    assertThat(board.sent()).hasSize(4);
    board.clock.passes(Duration.ofDays(3));
    board.tick();

    assertThat(board.sent()).hasSize(6);
  }

  @Test
  void whoHasBecomeProtectedIsNotReminded() {
    board.comesMessage();
    board.tick();
    board.municipality.protect(ELIAS, Protection.CONFIDENTIALITY_MARKING);
    fourDaysPass();

    assertThat(board.sent()).hasSize(2);
    assertThat(board.due()).isNull();
  }

  @Test
  void theSmsOfAReminderWaitsForTheMorningToo() {
    board.clock.passes(Duration.ofHours(12));
    board.comesMessage();
    board.tick();
    assertThat(board.sent()).containsExactly(EMAIL);
    board.clock.passes(Duration.ofHours(10));
    board.tick();
    assertThat(board.sent()).containsExactly(EMAIL, SMS);

    // The SMS of the morning moved it to the fifth morning.
    fourDaysPass();
    assertThat(board.sent()).containsExactly(EMAIL, SMS, SMS, EMAIL);
  }

  private void fourDaysPass() {
    board.clock.passes(FOUR_DAYS);
    board.tick();
    board.clock.passes(Duration.ofMinutes(61));
    board.tick();
  }

  private static String withoutDate(Sent mail) {
    return mail.raw().replaceFirst("\r\nDate: [^\r]*", "");
  }
}
