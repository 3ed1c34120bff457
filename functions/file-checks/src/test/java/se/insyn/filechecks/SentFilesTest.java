package se.insyn.filechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.testing.Crash;

/** What citizens hand over, and the messages that wait for it. */
class SentFilesTest {

  private static final byte[] ONE = Pdfs.plain();
  private static final byte[] OTHER = Pdfs.unpacked(document -> {});
  private static final String CLEAN = "NO_THREATS_FOUND";

  private final Archive archive = new Archive();
  private final SentMail mail = new SentMail(archive);

  @AfterEach
  void close() {
    archive.close();
  }

  @Test
  void theLastGoodFileSendsTheMessage() {
    mail.sends(ONE, OTHER);
    mail.arrives(ONE);
    mail.told(ONE);
    assertThat(mail.states()).containsExactly("checking", "missing");
    assertThat(mail.message()).isEqualTo("waiting: missing,missing");

    mail.scanned(ONE, CLEAN);
    assertThat(mail.states()).containsExactly("ok", "missing");
    assertThat(mail.message()).isEqualTo("waiting: ok,missing");
    assertThat(mail.outbox()).isEmpty();

    mail.arrives(OTHER);
    mail.scanned(OTHER, CLEAN);
    mail.scanned(OTHER, CLEAN);
    mail.told(OTHER);
    assertSent();
  }

  private void assertSent() {
    assertThat(mail.states()).containsExactly("ok", "ok");
    assertThat(mail.message()).isEqualTo("sent: ok,ok");
    assertThat(mail.outbox()).singleElement().asString().contains("Hyran", mail.id(0), mail.id(1));
    assertThat(mail.entries(0)).hasSize(1).isEqualTo(mail.entries(1));
    assertThat(archive.keys())
        .containsExactlyInAnyOrder(mail.place(ONE).checked(), mail.place(OTHER).checked());
    assertThat(archive.read(mail.place(ONE).checked())).isEqualTo(ONE);
    assertThat(mail.acts())
        .containsExactlyInAnyOrder("attachment-checked", "attachment-checked", "message-sent");
  }

  @Test
  void cutOffAtAnyCallAndToldAgainItEndsTheSame() {
    mail.sends(ONE, OTHER);
    mail.arrives(ONE);
    mail.scanned(ONE, CLEAN);
    int calls = 0;
    while (true) {
      mail.arrives(OTHER);
      int made = Crash.after(calls, () -> mail.scanned(OTHER, CLEAN));
      if (made != Integer.MAX_VALUE && made <= calls) {
        break;
      }
      calls++;
    }
    mail.scanned(OTHER, CLEAN);
    assertSent();
    assertThat(calls).isPositive();
  }

  @Test
  void verdictsThatMeetSendItOnce() {
    mail.sends(ONE, OTHER);
    mail.arrives(ONE);
    mail.arrives(OTHER);
    archive.conflicts().cancelBefore("TransactionConflict", transaction -> transaction % 2 == 0);
    archive.conflicts().loseTheAnswer(transaction -> transaction % 3 == 0);

    mail.scanned(ONE, CLEAN);
    mail.scanned(OTHER, CLEAN);

    assertSent();
  }

  @Test
  void oneThatIsRefusedStopsTheMessageForGood() {
    mail.sends(ONE, OTHER);
    mail.arrives(ONE);
    mail.scanned(ONE, "THREATS_FOUND");
    assertThat(mail.message()).isEqualTo("stopped: refused,missing");

    mail.arrives(OTHER);
    mail.scanned(OTHER, CLEAN);

    assertThat(mail.states()).containsExactly("refused", "ok");
    assertThat(mail.message()).isEqualTo("stopped: refused,ok");
    assertThat(mail.outbox()).isEmpty();
    assertThat(archive.keys()).containsExactly(mail.place(OTHER).checked());
  }

  @Test
  void whatIsNotYetSentIsCheckedAllTheSame() {
    mail.announces(ONE);
    mail.arrives(ONE);
    mail.scanned(ONE, CLEAN);

    assertThat(mail.states()).containsExactly(FileState.OK.code());
    assertThat(archive.keys()).containsExactly(mail.place(ONE).checked());
  }

  @Test
  void whatNobodyAnnouncedIsForgotten() {
    mail.announces(ONE);
    mail.arrives(mail.unknown(ONE), ONE);
    mail.scanned(mail.unknown(ONE), CLEAN);

    assertThat(archive.keys()).isEmpty();
    assertThat(mail.states()).containsExactly("missing");
  }

  @Test
  void malwareThatIsFoundLaterTakesTheBytesAway() {
    mail.sends(ONE);
    mail.arrives(ONE);
    mail.scanned(ONE, CLEAN);
    mail.scanned(ONE, "THREATS_FOUND");

    assertThat(mail.states()).containsExactly("refused");
    assertThat(mail.message()).isEqualTo("sent: refused");
    assertThat(archive.keys()).isEmpty();
  }

  @Test
  void nothingOfACaseThatIsErasedMeanwhileLeaves() {
    mail.sends(ONE);
    archive.eraseCase();
    mail.arrives(ONE);
    mail.scanned(ONE, CLEAN);

    assertThat(mail.outbox()).isEmpty();
    assertThat(List.of(mail.message())).containsExactly("waiting: missing");
  }
}
