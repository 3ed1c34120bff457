package se.insyn.filechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Sha256;
import se.insyn.dynamodb.Values;

/** A message opens when everything that goes with it is good, and not before. */
class AttachmentsTest {

  private static final byte[] ONE = Pdfs.plain();
  private static final byte[] OTHER = Pdfs.unpacked(document -> {});
  private static final String CLEAN = "NO_THREATS_FOUND";

  private final Archive archive = new Archive();

  @AfterEach
  void close() {
    archive.close();
  }

  @Test
  void theLastGoodAttachmentOpensTheMessage() {
    archive.announceMessage(message(ONE, OTHER));
    archive.arrives(ONE);
    archive.told(ONE);
    assertThat(archive.state()).isEqualTo("checking,missing");

    archive.scanned(ONE, CLEAN);
    assertThat(archive.state()).isEqualTo("ok,missing");
    assertThat(archive.openMessages()).isEmpty();

    archive.arrives(OTHER);
    archive.scanned(OTHER, CLEAN);
    archive.scanned(OTHER, CLEAN);
    assertThat(archive.state()).isEqualTo("ok,ok");
    assertThat(archive.openMessages()).containsExactlyInAnyOrder("thread", "unread message");
    assertThat(archive.keys())
        .containsExactlyInAnyOrder(archive.key(ONE).checked(), archive.key(OTHER).checked());
    assertThat(archive.acts()).containsExactly("file-checked ok", "file-checked ok");
    assertThat(Values.time(archive.item(), "updatedAt")).isEqualTo(Archive.NOW);
  }

  @Test
  void oneThatIsRefusedKeepsItClosed() {
    archive.announceMessage(message(ONE, OTHER));
    archive.arrives(ONE);
    archive.scanned(ONE, "THREATS_FOUND");
    archive.arrives(OTHER);
    archive.scanned(OTHER, CLEAN);

    assertThat(archive.state()).isEqualTo("refused,ok");
    assertThat(Values.text(archive.item(), "attachments")).contains("\"reason\":\"malware\"");
    assertThat(archive.openMessages()).isEmpty();
    assertThat(archive.keys()).containsExactly(archive.key(OTHER).checked());
  }

  @Test
  void otherBytesThanAnnouncedAreRefused() {
    archive.announceMessage(message(ONE));
    archive.arrives(OTHER, ONE);
    archive.scanned(ONE, CLEAN);

    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.openMessages()).isEmpty();
  }

  @Test
  void theSameBytesTwiceAreLookedAtOnce() {
    archive.announceMessage(message(ONE, ONE));
    archive.arrives(ONE);
    archive.scanned(ONE, CLEAN);

    assertThat(archive.state()).isEqualTo("ok,ok");
    assertThat(archive.openMessages()).hasSize(2);
  }

  @Test
  void malwareThatIsFoundLaterClosesTheMessage() {
    archive.announceMessage(message(ONE, OTHER));
    for (byte[] each : List.of(ONE, OTHER)) {
      archive.arrives(each);
      archive.scanned(each, CLEAN);
    }

    archive.scanned(ONE, "THREATS_FOUND");

    assertThat(archive.state()).isEqualTo("refused,ok");
    assertThat(archive.openMessages()).isEmpty();
    assertThat(archive.keys()).containsExactly(archive.key(OTHER).checked());
  }

  @Test
  void aMessageThatWasTakenBackMeanwhileStaysClosed() {
    archive.announceMessage(message(ONE).with("retracted", true));
    archive.arrives(ONE);
    archive.scanned(ONE, CLEAN);

    assertThat(archive.state()).isEqualTo("ok");
    assertThat(archive.openMessages()).isEmpty();
  }

  @Test
  void nothingOfAnErasedCaseOpens() {
    archive.announceMessage(message(ONE));
    archive.eraseCase();
    archive.arrives(ONE);
    archive.scanned(ONE, CLEAN);

    assertThat(archive.state()).isEqualTo("missing");
    assertThat(archive.openMessages()).isEmpty();
    assertThat(archive.keys()).isEmpty();
  }

  private static Push message(byte[]... contents) {
    var attachments = new ArrayList<Map<String, Object>>();
    for (byte[] content : contents) {
      var attachment = new HashMap<String, Object>();
      attachment.put("id", "B" + attachments.size());
      attachment.put("name", "Brev.pdf");
      attachment.put("mediaType", "application/pdf");
      attachment.put("size", (long) content.length);
      attachment.put("sha256", Sha256.hex(content));
      attachments.add(attachment);
    }
    return Pushes.message().with("id", Archive.ID.value()).with("attachments", attachments);
  }
}
