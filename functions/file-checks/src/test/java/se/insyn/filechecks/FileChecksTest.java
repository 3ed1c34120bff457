package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Unavailable;
import se.insyn.dynamodb.Values;

/**
 * H03: every odd verdict leaves a file closed. H04: a verdict that comes twice, out of order, for
 * other bytes or from somebody else. H24: a file whose verdict never comes stays closed.
 */
class FileChecksTest {

  private static final byte[] PDF = Pdfs.plain();
  private static final byte[] OTHER = Pdfs.unpacked(document -> {});
  private static final String CLEAN = "NO_THREATS_FOUND";

  private final Archive archive = new Archive();

  @AfterEach
  void close() {
    archive.close();
  }

  @Test
  void aGoodFileOpensItsDocumentAndLiesWhereItIsServed() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.told(PDF);
    assertThat(archive.state()).isEqualTo("checking");

    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("ok, open");
    assertThat(archive.keys()).containsExactly(archive.key(PDF).checked());
    assertThat(archive.read(archive.key(PDF).checked())).isEqualTo(PDF);
    assertThat(archive.acts()).containsExactly("file-checked ok");
    assertThat(Values.time(archive.item(), "updatedAt")).isEqualTo(Archive.NOW);
    assertThat(Values.text(archive.item(), "line")).contains("\"updatedAt\":\"" + Archive.NOW);
  }

  @Test
  void whoSeesItForTheFirstTimeDoesSoFromNowOn() {
    archive.announce(PDF);
    var item = new HashMap<>(archive.item());
    var never = new LinkedHashMap<String, Long>();
    Values.numbers(item, "audience").forEach((citizen, since) -> never.put(citizen, 0L));
    item.put("audience", Values.numbers(never));
    archive.put(item);
    archive.arrives(PDF);

    archive.scanned(PDF, CLEAN);

    assertThat(Values.numbers(archive.item(), "audience").values())
        .containsExactly(Archive.NOW.toEpochMilli());
  }

  @Test
  void aDocumentThatIsNotVisibleStaysClosedWithItsFileGood() {
    archive.announce(Archive.document(PDF).with("visible", false));
    archive.arrives(PDF);

    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FAILED",
        "ACCESS_DENIED",
        "UNHEARD_OF",
        "null",
        "",
        "no_threats_found",
        "NO_THREATS_FOUND "
      })
  void aVerdictThatIsNoneOpensNothingAndForgetsNothing(String verdict) {
    archive.announce(PDF);
    archive.arrives(PDF);

    archive.scanned(PDF, verdict);

    assertThat(archive.state()).isEqualTo("checking");
    assertThat(archive.keys()).containsExactly(archive.key(PDF).incoming());
  }

  @Test
  void malwareAndWhatCannotBeScannedAreRefusedAndForgotten() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.scanned(PDF, "THREATS_FOUND");
    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.reason()).isEqualTo("malware");
    assertThat(archive.keys()).isEmpty();

    archive.announce(OTHER);
    archive.arrives(OTHER);
    archive.scanned(OTHER, "UNSUPPORTED");
    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.reason()).isEqualTo("cannot-be-scanned");
    assertThat(archive.keys()).isEmpty();
    assertThat(archive.acts())
        .containsExactlyInAnyOrder("file-refused malware", "file-refused cannot-be-scanned");
  }

  @Test
  void whatIsRefusedStaysRefusedWhateverIsSaidLater() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.scanned(PDF, "THREATS_FOUND");

    archive.arrives(PDF);
    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.keys()).isEmpty();
  }

  @Test
  void malwareThatIsFoundAfterwardsClosesWhatWasOpen() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.scanned(PDF, CLEAN);

    archive.scanned(PDF, "THREATS_FOUND");

    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.keys()).isEmpty();
    assertThat(archive.item()).doesNotContainKeys("byDate", "byKind", "checkedFile");
  }

  @Test
  void aVerdictThatComesTwiceCountsOnce() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.scanned(PDF, CLEAN);
    var once = archive.item();

    archive.told(PDF);
    archive.scanned(PDF, CLEAN);
    archive.scanned(PDF, "FAILED");

    assertThat(archive.item()).isEqualTo(once);
    assertThat(archive.keys()).containsExactly(archive.key(PDF).checked());
    assertThat(archive.acts()).hasSize(1);
  }

  @Test
  void whoeverIsQuickerTheFileOpensOnce() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.conflicts().cancelBefore("ConditionalCheckFailed", transaction -> transaction < 2);
    archive.conflicts().loseTheAnswer(transaction -> transaction == 3);

    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("ok, open");
    assertThat(archive.keys()).containsExactly(archive.key(PDF).checked());
    assertThat(archive.acts()).containsExactly("file-checked ok");
  }

  @Test
  void whatDoesNotComeThroughIsThrownAndTriedAgainWithNothingLost() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.conflicts().cancelBefore("TransactionConflict", transaction -> true);

    assertThatThrownBy(() -> archive.scanned(PDF, CLEAN)).isInstanceOf(Unavailable.class);
    assertThat(archive.state()).isEqualTo("missing");
    assertThat(archive.keys()).contains(archive.key(PDF).incoming());

    archive.conflicts().cancelBefore("TransactionConflict", transaction -> false);
    archive.scanned(PDF, CLEAN);
    assertThat(archive.state()).isEqualTo("ok, open");
    assertThat(archive.keys()).containsExactly(archive.key(PDF).checked());
  }

  @Test
  void aVerdictForBytesThatAreNotThereOpensNothing() {
    archive.announce(PDF);

    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("missing");
  }

  @Test
  void aVerdictForBytesThatNobodyAnnouncedOpensNothingAndForgetsThem() {
    archive.announce(OTHER);
    archive.arrives(PDF);
    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("missing");
    assertThat(archive.keys()).isEmpty();
  }

  @Test
  void aFileOfAnErasedCaseOpensNothingAndIsForgotten() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.eraseCase();

    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("missing");
    assertThat(archive.keys()).isEmpty();
  }

  @Test
  void aVerdictForNoDocumentAtAllForgetsTheBytes() {
    archive.arrives(PDF);

    archive.scanned(PDF, CLEAN);
    archive.scanned(PDF, "THREATS_FOUND");

    assertThat(archive.item()).isEmpty();
    assertThat(archive.keys()).isEmpty();
  }

  @Test
  void otherBytesThanAnnouncedAreRefused() {
    archive.announce(PDF);
    archive.arrives(OTHER, PDF);

    archive.scanned(PDF, CLEAN);

    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.reason()).isIn("wrong-length", "wrong-checksum");
    assertThat(archive.keys()).isEmpty();
  }

  @Test
  void anActivePdfIsRefusedThoughTheScannerFindsNothing() {
    byte[] active = Pdfs.with(Pdfs.inCatalog("AA", Pdfs.dictionary()));
    archive.announce(active);
    archive.arrives(active);

    archive.scanned(active, CLEAN);

    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.reason()).isEqualTo("active");
  }

  @Test
  void thatAFileArrivedIsNoVerdictWhereAScannerIsExpected() {
    archive.announce(PDF);
    archive.arrives(PDF);

    archive.told(PDF);
    archive.told(PDF);

    assertThat(archive.state()).isEqualTo("checking");
    assertThat(archive.keys()).containsExactly(archive.key(PDF).incoming());
  }

  @Test
  void withoutAScannerAFileIsLookedAtWhenItArrives() {
    try (var without = new Archive("none")) {
      without.announce(PDF);
      without.arrives(PDF);
      without.told(PDF);
      assertThat(without.state()).isEqualTo("ok, open");

      without.announce(OTHER);
      without.arrives(OTHER);
      without.scanned(OTHER, CLEAN);
      assertThat(without.state()).isEqualTo("checking");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "guardduty ", "true"})
  void withAnyOtherSettingTheFunctionDoesNotStart(String setting) {
    assertThatThrownBy(() -> new Archive(setting)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{}",
        "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\"}",
        "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":1},\"object\":[]}}",
        "{\"source\":\"aws.s3\",\"detail-type\":\"Object Deleted\",\"detail\":{}}",
        "{\"source\":\"aws.guardduty\",\"detail-type\":\"GuardDuty Malware Protection Object Scan Result\",\"detail\":7}"
      })
  void anEventThatNobodyCanMakeSenseOfIsLetGo(String event) {
    archive.hand(event);

    assertThat(archive.keys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "aws.s3,GuardDuty Malware Protection Object Scan Result",
    "AWS.guardduty,GuardDuty Malware Protection Object Scan Result",
    "se.insyn.documents,GuardDuty Malware Protection Object Scan Result",
    "aws.guardduty,GuardDuty Finding"
  })
  void aVerdictOfAnybodyElseIsNone(String source, String type) {
    archive.announce(PDF);
    archive.arrives(PDF);

    archive.hand(source, type, archive.verdict(archive.key(PDF).incoming(), CLEAN));

    assertThat(archive.state()).isEqualTo("missing");
    assertThat(archive.keys()).containsExactly(archive.key(PDF).incoming());
  }

  @Test
  void aVerdictForTheFileOfAnEarlierVersionOpensNothing() {
    archive.announce(PDF);
    archive.arrives(PDF);
    archive.announce(Archive.document(OTHER).with("version", 2));

    archive.scanned(PDF, CLEAN);
    archive.scanned(PDF, "THREATS_FOUND");

    assertThat(archive.state()).isEqualTo("missing");
    assertThat(archive.keys()).isEmpty();
  }

  @Test
  void anEventOfAnotherBucketOrKeyIsLetGo() {
    archive.announce(PDF);
    archive.arrives(PDF);

    archive.scanned("another", archive.key(PDF).incoming(), null, CLEAN);
    archive.scanned(archive.bucket(), archive.key(PDF).checked(), null, CLEAN);
    archive.scanned(archive.bucket(), "incoming/../x", null, CLEAN);

    assertThat(archive.state()).isEqualTo("missing");
  }

  @Test
  void aHeadWithoutAFootIsRefusedAndNotTriedForEver() {
    byte[] cut = "%PDF-1.7\n1 0 obj".getBytes(US_ASCII);
    archive.announce(cut);
    archive.arrives(cut);

    archive.scanned(cut, CLEAN);

    assertThat(archive.state()).isEqualTo("refused");
    assertThat(archive.reason()).isEqualTo("broken");
  }

  @Test
  void whatIsSaidOfAFileIsOneLineInTheLog() {
    archive.announce(PDF);
    archive.arrives(PDF);
    assertThat(archive.logged(() -> archive.told(PDF))).isEmpty();
    assertThat(archive.logged(() -> archive.scanned(PDF, CLEAN)))
        .containsExactly(line("INFO", "a file is accepted", "ok"));
    assertThat(archive.logged(() -> archive.scanned(PDF, CLEAN))).isEmpty();
    assertThat(archive.logged(() -> archive.scanned(PDF, "THREATS_FOUND")))
        .containsExactly(line("WARN", "a file is refused", "malware"));

    archive.announce(OTHER);
    archive.arrives(OTHER);
    assertThat(archive.logged(() -> archive.scanned(OTHER, "UNSUPPORTED")))
        .containsExactly(line("WARN", "a file is refused", "cannot-be-scanned"));
    assertThat(archive.logged(() -> archive.scanned(OTHER, "UNSUPPORTED"))).isEmpty();
  }

  @Test
  void malwareThatNobodyAnnouncedIsToldTooAndNothingOfAnErasedCaseButTheFact() {
    archive.announce(OTHER);
    archive.arrives(PDF);
    archive.eraseCase();

    assertThat(archive.logged(() -> archive.scanned(PDF, "THREATS_FOUND")))
        .containsExactly(line("WARN", "a file is refused", "malware"));
  }

  private static String line(String level, String message, String reason) {
    return "{\"level\":\"%s\",\"logger\":\"se.insyn.filechecks.FileChecks\",\"message\":\"%s\",\"reason\":\"%s\",\"system\":\"/lifecare\",\"caseNumber\":\"%s\",\"eventId\":\"DOK-2\"}"
        .formatted(level, message, reason, Pushes.CASE_NUMBER);
  }
}
