package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.domain.notices.Channel.EMAIL;
import static se.insyn.domain.notices.Channel.SMS;
import static se.insyn.notifications.Noticeboard.ELIAS;
import static se.insyn.notifications.Noticeboard.MAIL;
import static se.insyn.notifications.Noticeboard.PHONE;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Language;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.NoticeItems;

/** Codes and notes go out at once, whatever the hour, and once. */
class LettersTest {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Noticeboard board = new Noticeboard();

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void aCodeGoesOutByNightAndOnceAndIsKeptNowhere() {
    board.clock.passes(Duration.ofHours(14));
    code(SMS, PHONE, "123456");
    code(EMAIL, MAIL, "654321");

    board.tick();
    board.tick();

    assertThat(board.providers.sent())
        .extracting(Sent::to, sent -> sent.text().contains("Din kod är"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(PHONE, true),
            org.assertj.core.groups.Tuple.tuple(MAIL, true));
    assertThat(board.providers.sent())
        .anySatisfy(sent -> assertThat(sent.text()).contains("123456"))
        .anySatisfy(sent -> assertThat(sent.text()).contains("654321"));
    assertThat(board.municipality.items(board.tables.notices()).toString())
        .doesNotContain("123456", "654321", PHONE, MAIL);
    assertThat(board.attempts()).containsExactly("code by email sending", "code by sms sent");
  }

  @Test
  void theNewestCodeAloneIsSent() {
    code(SMS, PHONE, "111111");
    code(SMS, PHONE, "222222");

    board.tick();

    assertThat(board.providers.sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.text()).contains("222222"));
  }

  @Test
  void aCodeThatIsOfNoUseAnyMoreIsNotSent() {
    code(SMS, PHONE, "123456");
    board.clock.passes(TEN_MINUTES.plusSeconds(1));

    board.tick();

    assertThat(board.providers.asked()).isEmpty();
    assertThat(board.item(ELIAS, NoticeItems.CODE + "sms")).isEmpty();
  }

  @Test
  void aCodeGoesToNobodyWhoHasBecomeProtected() {
    code(SMS, PHONE, "123456");
    board.municipality.protect(ELIAS, Protection.CONFIDENTIALITY_MARKING);

    board.tick();

    assertThat(board.providers.asked()).isEmpty();
    assertThat(board.item(ELIAS, NoticeItems.CODE + "sms")).isEmpty();
  }

  @Test
  void theOldAddressIsToldThatNothingMoreComes() {
    board.write(
        NoticeItems.note(
            board.tables,
            ELIAS,
            EMAIL,
            MAIL,
            Language.ENGLISH,
            board.clock.instant(),
            board.clock.instant().plus(TEN_MINUTES)));

    board.tick();

    assertThat(board.providers.sent())
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.text()).contains("no more messages").doesNotContain(MAIL));
  }

  @Test
  void aCodeThatIsPutOffIsSentWhileItIsOfUse() {
    board.providers.reply(sent -> Reply.THROTTLED);
    code(SMS, PHONE, "123456");
    board.tick();
    board.providers.reply(sent -> Reply.TAKEN);
    board.clock.passes(Duration.ofMinutes(1));
    board.tick();

    assertThat(board.sent()).containsExactly(SMS);
  }

  @Test
  void aCodeComesBeforeAThousandNotices() {
    board.withBoth();
    board.comes(Pushes.decision());
    board.clock.passes(Duration.ofMinutes(1));
    code(SMS, PHONE, "123456");

    board.tick();

    assertThat(board.providers.sent().getFirst().text()).contains("123456");
  }

  private void code(Channel channel, String address, String code) {
    board.write(
        NoticeItems.code(
            board.tables,
            ELIAS,
            channel,
            address,
            code,
            Language.SWEDISH,
            board.clock.instant(),
            board.clock.instant().plus(TEN_MINUTES)));
  }
}
