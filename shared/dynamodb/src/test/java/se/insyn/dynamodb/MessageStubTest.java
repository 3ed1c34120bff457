package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.messages.Message;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What stands of a message among the facts of its case. */
class MessageStubTest {

  private static final CaseId CASE = new CaseId("0".repeat(32));
  private static final Citizen CITIZEN = new Citizen("citizen-1");
  private static final String ONE = "ab".repeat(32);
  private static final String OTHER = "cd".repeat(32);

  @Test
  void itIsReadAsItWasWritten() {
    MessageStub stub = MessageStub.of(message(ONE, OTHER), CITIZEN, null);

    assertThat(MessageStub.isOne(item(stub))).isTrue();
    assertThat(MessageStub.read(item(stub))).isEqualTo(stub);
    assertThat(item(stub)).doesNotContainKeys("text", "byKind", "byDate", "body");
  }

  @Test
  void itOpensWithTheLastGoodAttachmentUnlessItWasTakenBack() {
    MessageStub stub = MessageStub.of(message(ONE, OTHER), CITIZEN, null);
    MessageStub half = stub.with(ONE, FileState.OK, null);
    MessageStub whole = half.with(OTHER, FileState.OK, null);

    assertThat(List.of(stub.isOpen(), half.isOpen(), whole.isOpen()))
        .containsExactly(false, false, true);
    assertThat(Values.text(item(half), "fileState")).isEqualTo("ok,missing");
  }

  @Test
  void bytesThatAreKnownKeepTheirVerdictInALaterVersion() {
    MessageStub before = MessageStub.of(message(ONE), CITIZEN, null).with(ONE, FileState.OK, null);

    MessageStub after = MessageStub.of(message(OTHER, ONE), CITIZEN, before);

    assertThat(after.attachments())
        .extracting(AttachmentProgress::state)
        .containsExactly(FileState.MISSING, FileState.OK);
  }

  @Test
  void itNamesTheFilesThatItHasAndNotThoseThatWereRefused() {
    Map<String, AttributeValue> item =
        item(
            MessageStub.of(message(ONE, OTHER), CITIZEN, null)
                .with(ONE, FileState.OK, null)
                .with(OTHER, FileState.REFUSED, "malware"));

    assertThat(FileProgress.names(item, ONE)).isTrue();
    assertThat(FileProgress.names(item, OTHER)).isFalse();
    assertThat(FileProgress.names(item, "ef".repeat(32))).isFalse();
  }

  private static Map<String, AttributeValue> item(MessageStub stub) {
    return stub.item(CASE, message(), "hash", Instant.EPOCH);
  }

  private static Message message(String... sums) {
    var attachments =
        Arrays.stream(sums)
            .<Object>map(
                sum ->
                    Map.of(
                        "id",
                        "B" + sum.charAt(0),
                        "name",
                        "Brev.pdf",
                        "mediaType",
                        "application/pdf",
                        "size",
                        12L,
                        "sha256",
                        sum))
            .toList();
    return Message.from(Pushes.message().with("attachments", attachments).members());
  }
}
