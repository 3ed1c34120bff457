package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FactChange;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Documents with a file: what the answer asks for, and what is seen meanwhile. */
class UploadsTest {

  private static final CaseId CASE =
      CaseId.of(new Source(Office.LIFECARE), new CaseNumber(Pushes.CASE_NUMBER));
  private static final EventId ID = new EventId("DOK-2");
  private static final String OTHER = "ab".repeat(32);

  private final Office office = new Office();

  @BeforeEach
  void aCaseIsKnown() {
    office.push(Pushes.ofCase());
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void theAnswerSaysHowToHandTheFileOver() {
    Map<String, Object> answer = office.answer(Office.LIFECARE, Pushes.file());

    assertThat(answer).containsEntry("result", "applied");
    Map<?, ?> upload = (Map<?, ?>) Objects.requireNonNull(answer.get("upload"));
    assertThat(Json.write(upload)).contains("\"method\":\"PUT\"", "\"expiresAt\":");
    assertThat(String.valueOf(upload.get("url")))
        .contains("/incoming/" + CASE.value() + "/DOK-2/0f5b1f4d");
    assertThat(String.valueOf(upload.get("headers")))
        .isEqualTo(
            "{content-length=12345, content-type=application/pdf, if-none-match=*,"
                + " x-amz-checksum-sha256=D1sfTRtbDG8uao8+fJ0qS2yODxo7XX+aHD5fepsdP1o=}");
  }

  @Test
  void theSamePushAgainGivesAFreshOneUntilTheFileIsChecked() {
    push(Pushes.file());
    assertThat(push(Pushes.file())).isEqualTo("duplicate with upload");

    become(FactChange.arrived());
    assertThat(push(Pushes.file())).isEqualTo("duplicate with upload");

    become(good());
    assertThat(push(Pushes.file())).isEqualTo("duplicate");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("DOK-2");
  }

  @Test
  void afterARefusalThereIsNoneUntilAnotherFileIsAnnounced() {
    push(Pushes.file());
    become(FactChange.refused("active"));

    assertThat(push(Pushes.file())).isEqualTo("duplicate");
    assertThat(push(version(2))).isEqualTo("applied");
    assertThat(fileInReadBack()).isEqualTo("refused active");

    assertThat(push(version(3).with("file/sha256", OTHER))).isEqualTo("applied with upload");
    assertThat(fileInReadBack()).isEqualTo("missing null");
  }

  @Test
  void nothingElseGivesOne() {
    assertThat(push(Pushes.document())).isEqualTo("applied");
    push(version(2));
    assertThat(push(Pushes.file())).isEqualTo("stale");
    assertThat(office.push(version(2).with("title", "Annan"))).isEqualTo("409");
    assertThat(
            office
                .updates()
                .take(
                    new Source(Office.LIFECARE),
                    version(3).cloudEvent(Office.LIFECARE),
                    /* dryRun= */ true))
        .containsEntry("result", "applied")
        .doesNotContainKey("upload");
  }

  @Test
  void theSameFileInANewVersionIsStillGood() {
    push(Pushes.file());
    become(good());

    assertThat(push(version(2).with("title", "Ny titel"))).isEqualTo("applied");

    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("DOK-2");
    assertThat(fileInReadBack()).isEqualTo("ok null");
  }

  @Test
  void aFileThatIsCheckedWhileTheSystemLacksTheFactOpensItOnlyWhenItHasItAgain() {
    push(Pushes.file());
    become(FactChange.missed(office.clock.instant()));
    assertThat(push(Pushes.file())).isEqualTo("duplicate with upload");

    become(good());
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();

    become(FactChange.found(item(), office.clock.instant()));
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("DOK-2");
  }

  @Test
  void aFactWhoseFileIsNotCheckedDoesNotOpenBecauseTheSystemHasIt() {
    push(Pushes.file());
    become(FactChange.missed(office.clock.instant()));

    become(FactChange.found(item(), office.clock.instant()));
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();

    become(good());
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("DOK-2");
  }

  @Test
  void theEarlierFileStaysUntilTheNewOneIsChecked() {
    push(Pushes.file());
    become(good());

    assertThat(push(version(2).with("file/sha256", OTHER))).isEqualTo("applied with upload");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("DOK-2");
    assertThat(shownSum()).startsWith("0f5b");
    assertThat(fileInReadBack()).isEqualTo("missing null");

    become(FactChange.refused("broken"));
    assertThat(shownSum()).startsWith("0f5b");

    push(version(3).with("file/sha256", "cd".repeat(32)));
    become(good());
    assertThat(shownSum()).startsWith("cdcd");
  }

  @Test
  void whoComesWithANewFileNeverGetsTheEarlierOne() {
    office.push(Pushes.household().with("version", 2));
    push(Pushes.file().with("audience", List.of("P1")));
    become(good());

    push(version(2).with("audience", List.of("P1", "P2")).with("file/sha256", OTHER));
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("DOK-2");
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isEmpty();
    assertThat(office.lastFactAt(Pushes.CO_APPLICANT)).isNull();

    become(FactChange.refused("broken"));
    push(version(3).with("audience", List.of("P1", "P2")).with("file/sha256", "cd".repeat(32)));
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).isEmpty();

    become(good());
    assertThat(office.seenBy(Pushes.CO_APPLICANT)).containsExactly("DOK-2");
  }

  @Test
  void theEarlierFileComesBackWithTheVersionThatAnnouncesItAgain() {
    push(Pushes.file());
    become(good());
    push(version(2).with("file/sha256", OTHER));

    assertThat(push(version(3))).isEqualTo("applied");
    assertThat(fileInReadBack()).isEqualTo("ok null");
    assertThat(shownSum()).startsWith("0f5b");
  }

  @Test
  void whatWasTakenBackDoesNotComeBackWithItsOldFile() {
    for (String how : List.of("retracted", "visible")) {
      int from = how.equals("visible") ? 10 : 1;
      push(version(from));
      become(good());
      push(version(from + 1).with(how, how.equals("retracted")));

      push(version(from + 2).with("file/sha256", OTHER));
      assertThat(office.seenBy(Pushes.APPLICANT)).as(how).isEmpty();

      push(version(from + 3).with("file/sha256", OTHER));
      assertThat(office.seenBy(Pushes.APPLICANT)).as(how).isEmpty();
    }
  }

  @Test
  void aTextInThePlaceOfAFileForgetsIt() {
    push(Pushes.file());
    become(good());
    Push text = version(2).without("file").with("text", "Ett brev.");

    assertThat(push(text)).isEqualTo("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("DOK-2");
    assertThat(push(version(3))).isEqualTo("applied with upload");
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  private static Push version(int version) {
    return Pushes.file().with("version", version);
  }

  private String push(Push push) {
    Map<String, Object> answer = office.answer(Office.LIFECARE, push);
    return answer.get("result") + (answer.containsKey("upload") ? " with upload" : "");
  }

  private Map<String, AttributeValue> item() {
    return office
        .client
        .getItem(
            get ->
                get.tableName(office.tables.cases())
                    .key(EventItems.key(CASE, ID))
                    .consistentRead(true))
        .item();
  }

  private FactChange good() {
    return FactChange.good(item(), TestBeans.START);
  }

  private void become(FactChange change) {
    office.client.transactWriteItems(
        write -> write.transactItems(change.write(office.tables, item())));
  }

  private String fileInReadBack() {
    Map<String, Object> page = office.context.getBean(StoredFacts.class).page(CASE, 100, null);
    Map<?, ?> fact = (Map<?, ?>) ((List<?>) Objects.requireNonNull(page.get("facts"))).getFirst();
    return fact.get("file") + " " + fact.get("fileReason");
  }

  /** The SHA-256 of the file that the person of the case is shown. */
  private String shownSum() {
    Object file = Objects.requireNonNull(office.shown(Pushes.APPLICANT, "DOK-2").get("file"));
    return String.valueOf(((Map<?, ?>) file).get("sha256"));
  }
}
