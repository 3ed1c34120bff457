package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.domain.notices.Channel.EMAIL;
import static se.insyn.domain.notices.Channel.SMS;
import static se.insyn.notifications.Noticeboard.ELIAS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.testing.Crash;

/**
 * A call that is killed before any of its calls to tables and providers, and so after the one
 * before: what the next calls make of it is what one without fault would have made. Only an SMS may
 * be missing, where nobody can know whether it went out; none ever goes out twice.
 */
class CrashTest {

  @Test
  void aNoticeEndsTheSameWhereverTheCallWasKilled() {
    survives(board -> board.comes(Pushes.decision()), true);
  }

  @Test
  void aMessageWithItsReminderEndsTheSameWhereverTheCallWasKilled() {
    survives(Noticeboard::comesMessage, true);
  }

  @Test
  void aCodeByEmailEndsTheSameOrIsNotSentWhereverTheCallWasKilled() {
    survives(
        board ->
            board.write(
                NoticeItems.code(
                    board.tables,
                    ELIAS,
                    EMAIL,
                    Noticeboard.MAIL,
                    "123456",
                    Language.SWEDISH,
                    board.clock.instant(),
                    board.clock.instant().plus(Duration.ofHours(3)))),
        false);
  }

  @Test
  void aBounceClosesTheChannelWhereverTheCallWasKilled() {
    int calls = 0;
    int killed = Integer.MAX_VALUE;
    while (killed == Integer.MAX_VALUE) {
      try (var board = new Noticeboard().withBoth()) {
        board.comes(Pushes.decision());
        board.tick();
        String attempt = board.providers.sent().getLast().attempt();
        Runnable hears =
            () -> board.hears(Noticeboard.TOPIC, FeedbackTest.event("Bounce:Permanent", attempt));
        killed = Crash.after(calls, hears);
        hears.run();
        assertThat(board.attempts())
            .containsExactly("notice by email permanent-failure", "notice by sms sent");
        assertThat(board.profile(ELIAS).contact(EMAIL))
            .isEqualTo(new Contact(Noticeboard.MAIL, ChannelState.CLOSED, true));
      }
      calls++;
    }
    assertThat(calls).isGreaterThan(3);
  }

  @Test
  void aNoticeEndsTheSameWhereverTheProcessWasKilled() {
    assertThat(
            survives(
                board -> board.comes(Pushes.decision()),
                true,
                (board, changes) -> isKilled(changes, board)))
        .isEqualTo(6);
  }

  @Test
  void aMessageWithItsReminderEndsTheSameWhereverTheProcessWasKilled() {
    assertThat(
            survives(Noticeboard::comesMessage, true, (board, changes) -> isKilled(changes, board)))
        .isEqualTo(6);
  }

  private static boolean isKilled(int changes, Noticeboard board) {
    try {
      return OwnProcess.isKilled(changes, board, "{}");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void survives(Consumer<Noticeboard> cause, boolean hasSms) {
    int calls = survives(cause, hasSms, (board, last) -> Crash.after(last, board::tick) > last);
    assertThat(calls).isGreaterThan(hasSms ? 18 : 6);
  }

  /**
   * Kills a call after none of its calls, after one, and so on until it comes to its end.
   *
   * @param killed does it, and says whether it was killed
   * @return how many calls there were
   */
  private static int survives(
      Consumer<Noticeboard> cause, boolean hasSms, BiPredicate<Noticeboard, Integer> killed) {
    List<Channel> wanted = hasSms ? List.of(SMS, EMAIL) : List.of(EMAIL);
    Object faultless = null;
    boolean isKilled = true;
    int calls = 0;
    int missingSms = 0;
    while (isKilled) {
      try (var board = new Noticeboard().withBoth()) {
        cause.accept(board);
        if (faultless == null) {
          board.tick();
          hoursPass(board);
          faultless = outcome(board);
          assertThat(board.sent()).containsExactlyElementsOf(wanted);
        } else {
          isKilled = killed.test(board, calls);
          hoursPass(board);
          assertThat(outcome(board)).as("killed after %d calls", calls).isEqualTo(faultless);
          List<Channel> sent = board.sent();
          assertThat(sent).filteredOn(each -> each == EMAIL).hasSize(1);
          if (hasSms && !sent.contains(SMS)) {
            missingSms++;
            assertThat(board.attempts()).contains("notice by sms technical-failure");
          }
          assertThat(sent).filteredOn(each -> each == SMS).hasSizeLessThanOrEqualTo(1);
          calls++;
        }
      }
    }
    // Exactly where it was killed between the claim and the call.
    assertThat(missingSms).isEqualTo(hasSms ? 1 : 0);
    return calls - 1;
  }

  /** SES tells what it took; then the function is called again and again. */
  private static void hoursPass(Noticeboard board) {
    for (Sent mail : board.providers.sent()) {
      if (mail.channel() == EMAIL) {
        board.hears(Noticeboard.TOPIC, FeedbackTest.event("Send", mail.attempt()));
      }
    }
    for (int hour = 0; hour < 3; hour++) {
      board.clock.passes(Duration.ofMinutes(61));
      board.tick();
    }
    for (Sent mail : board.providers.sent()) {
      if (mail.channel() == EMAIL) {
        board.hears(Noticeboard.TOPIC, FeedbackTest.event("Delivery", mail.attempt()));
      }
    }
  }

  /** What is left for the citizen, without the times and what is known of attempts. */
  private static Object outcome(Noticeboard board) {
    var left = new ArrayList<String>();
    for (var item : board.municipality.items(board.tables.notices())) {
      if (!item.containsKey("status")) {
        var shown = new TreeMap<>(item);
        boolean waits = shown.containsKey("due");
        List.of("due", "smsLast", "emailLast", "remindsFrom", "remindsUntil")
            .forEach(shown::remove);
        left.add(shown + (waits ? " waits" : ""));
      }
    }
    return left.stream().sorted().toList();
  }
}
