package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What caseworkers write to citizens: whose it is, in which thread, and what of it is open. */
class MessagePushTest {

  private static final CaseId CASE =
      CaseId.of(new Source(Office.LIFECARE), new CaseNumber(Pushes.CASE_NUMBER));
  private static final String SUM = "ab".repeat(32);

  private final Office office = new Office();

  @BeforeEach
  void aHouseholdIsKnown() {
    office.push(Pushes.household());
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aMessageIsOpenAndUnreadInAThreadOfItsOwn() {
    Map<String, Object> answer = office.answer(Office.LIFECARE, message("M1"));

    assertThat(answer).containsEntry("result", "applied").containsEntry("threadId", "M1");
    assertThat(threads()).containsExactly("M1: Kontoutdrag, 1 open, HL3 Maria Östlund");
    assertThat(open()).containsExactly("M1/M1: Hej!");
    assertThat(unread()).isEqualTo(1);
    assertThat(office.seenBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void whatACitizenSentIsNotWrittenOver() {
    office.push(message("M1"));
    var item =
        new HashMap<>(
            items().stream().filter(each -> each.containsKey("text")).toList().getFirst());
    item.remove("from");
    String place = Values.text(item, "item");
    item.put("item", Values.text(place.substring(0, place.lastIndexOf('#') + 1) + "citizen-abc"));
    office.client.putItem(put -> put.tableName(office.tables.messages()).item(item));

    assertThat(refusal(message("citizen-abc").with("threadId", "M1"))).contains("/data/id", "422");
    assertThat(office.answer(Office.LIFECARE, message("M2").with("threadId", "M1")))
        .containsEntry("result", "applied");
  }

  @Test
  void anAnswerStandsInTheThreadThatItNames() {
    office.push(message("M1"));
    Push answer = message("M2").with("threadId", "M1").with("text", "En sak till.");

    assertThat(office.answer(Office.LIFECARE, answer)).containsEntry("threadId", "M1");

    assertThat(open()).containsExactly("M1/M1: Hej!", "M1/M2: En sak till.");
    assertThat(threads()).containsExactly("M1: Kontoutdrag, 2 open, HL3 Maria Östlund");
  }

  @Test
  void whatIsSentAHundredTimesIsThereOnce() {
    office.push(message("M1"));
    String once = office.stored(office.tables.messages());
    long audited = office.auditRows();

    for (int i = 0; i < 99; i++) {
      assertThat(office.push(message("M1"))).isEqualTo("duplicate");
    }

    assertThat(office.stored(office.tables.messages())).isEqualTo(once);
    assertThat(office.auditRows()).isEqualTo(audited);
  }

  @Test
  void inEveryOrderOfVersionsTheLastIsWhatIsSeen() {
    for (boolean retracted : List.of(false, true)) {
      List<Push> versions =
          List.of(
              message("M1"),
              message("M1").with("version", 2).with("text", "Hej igen!"),
              message("M1").with("version", 3).with("text", "Sist.").with("retracted", retracted));
      Set<String> outcomes = new LinkedHashSet<>();
      for (List<Push> order : Office.orders(versions)) {
        office.empty();
        office.push(Pushes.household());
        for (Push push : order) {
          office.push(push);
          office.push(push);
        }
        outcomes.add(threads() + " " + open() + " " + unread());
      }
      assertThat(outcomes)
          .containsExactly(
              retracted
                  ? "[] [] 0"
                  : "[M1: Kontoutdrag, 1 open, HL3 Maria Östlund] [M1/M1: Sist.] 1");
    }
  }

  @Test
  void whoIsNotThereAndWhatIsNotTheirsIsOneAndTheSame() {
    office.push(message("M1"));
    office.push(message("M2").with("to", "P2"));
    office.push(Office.OTHER, Pushes.ofCase().with("caseNumber", "AME-1"));
    String stored = office.stored() + office.stored(office.tables.messages());
    List<Push> wrong =
        List.of(
            message("M9").with("caseNumber", "NONE-1"),
            message("M9").with("caseNumber", "AME-1"),
            message("M9").with("to", "P9"),
            message("M9").with("to", "P3"),
            message("M9").with("threadId", "NONE"),
            message("M9").with("threadId", "M2"));

    assertThat(wrong.stream().map(this::refusal)).containsOnly(refusal(wrong.getFirst()));
    assertThat(refusal(wrong.getFirst())).contains("/problems/unknown-case", "404");
    assertThat(office.stored() + office.stored(office.tables.messages())).isEqualTo(stored);
  }

  @Test
  void aVersionThatSaysTheSameIsNotUnreadAgainAndTellsNobody() {
    office.push(message("M1"));
    office.push(receipt("M1", "M1"));
    String before = office.stored(office.tables.messages());
    String notice = office.notice(Pushes.APPLICANT);

    assertThat(office.push(message("M1").with("version", 2))).isEqualTo("applied");
    assertThat(office.stored(office.tables.messages()))
        .isEqualTo(before.replace("version=1", "version=2"));
    assertThat(office.notice(Pushes.APPLICANT)).isEqualTo(notice);

    assertThat(office.push(message("M1").with("version", 3).without("subject")))
        .isEqualTo("applied");
    assertThat(office.notice(Pushes.APPLICANT)).isNotEqualTo(notice);
    assertThat(office.stored(office.tables.messages())).doesNotContain("caseworker#");
  }

  @Test
  void whoHasLeftGetsNothingNewButWhatTheyGotIsCorrected() {
    office.push(message("M2").with("to", "P2"));
    office.push(Pushes.household().with("version", 2).without("persons/1"));

    assertThat(office.push(message("M3").with("to", "P2"))).isEqualTo("404");
    assertThat(office.push(message("M3").with("to", "P2").with("threadId", "M2"))).isEqualTo("404");
    assertThat(office.push(message("M2").with("to", "P2"))).isEqualTo("duplicate");
    Push corrected = message("M2").with("to", "P2").with("version", 2).with("text", "Rätt.");
    assertThat(office.push(corrected)).isEqualTo("applied");
    assertThat(open()).containsExactly("M2/M2: Rätt.");
    assertThat(office.push(corrected.with("version", 3).with("retracted", true)))
        .isEqualTo("applied");
    assertThat(open()).isEmpty();
    assertThat(threads()).isEmpty();
  }

  @Test
  void anIdIsOfOneKindAndAVersionOfOneContentAndPlace() {
    office.push(message("M1"));
    office.push(message("M2"));
    office.push(Pushes.decision().with("audience", List.of("P1")));

    assertThat(office.pointers(message("BES-1"))).containsExactly("/data/id");
    assertThat(office.pointers(Pushes.decision().with("audience", List.of("P1")).with("id", "M1")))
        .containsExactly("/data/id");
    assertThat(office.push(message("M1").with("text", "Annat"))).isEqualTo("409");
    Push next = message("M1").with("version", 2);
    assertThat(office.pointers(next.with("to", "P2"))).containsExactly("/data/to");
    assertThat(office.pointers(next.with("threadId", "M2"))).containsExactly("/data/threadId");
    assertThat(office.push(next)).isEqualTo("applied");
    assertThat(office.push(message("M1"))).isEqualTo("stale");
  }

  @Test
  void aThreadIsThereWhileSomethingInItMayBeSeen() {
    office.push(message("M1"));
    office.push(message("M2").with("threadId", "M1"));

    office.push(message("M1").with("version", 2).with("retracted", true));
    assertThat(threads()).containsExactly("M1: null, 1 open, HL3 Maria Östlund");
    office.push(message("M2").with("threadId", "M1").with("version", 2).with("retracted", true));
    assertThat(threads()).isEmpty();
    office.push(message("M1").with("version", 3));
    assertThat(threads()).containsExactly("M1: Kontoutdrag, 1 open, HL3 Maria Östlund");
  }

  @Test
  void nothingIsSeenUntilEveryAttachmentIsChecked() {
    Push push = withAttachments(attachment("B1", SUM), attachment("B2", "cd".repeat(32)));

    Map<String, Object> answer = office.answer(Office.LIFECARE, push);

    assertThat(answer).containsEntry("result", "applied");
    Map<?, ?> uploads = (Map<?, ?>) Objects.requireNonNull(answer.get("uploads"));
    assertThat(uploads.keySet().stream().map(String::valueOf)).containsExactly("B1", "B2");
    assertThat(String.valueOf(uploads.get("B1")))
        .contains("method=PUT", "/incoming/" + CASE.value() + "/M1/" + SUM);
    assertThat(threads()).isEmpty();
    assertThat(open()).isEmpty();
    assertThat(unread()).isZero();
    assertThat(office.answer(Office.LIFECARE, push))
        .containsEntry("result", "duplicate")
        .containsKey("uploads");
    // The thread is there for the office all the same.
    assertThat(office.push(message("M2").with("threadId", "M1"))).isEqualTo("applied");
  }

  @Test
  void anAttachmentIsAsAgreedOrRefused() {
    String at = "/data/attachments/0/";
    Map<String, Object> good = attachment("B1", SUM);
    assertThat(pointersOf(with(good, "size", 10L * 1024 * 1024 + 1))).containsExactly(at + "size");
    assertThat(pointersOf(with(good, "mediaType", "application/zip")))
        .containsExactly(at + "mediaType");
    assertThat(pointersOf(with(good, "sha256", "x"))).containsExactly(at + "sha256");
    assertThat(pointersOf(with(good, "name", "a\u0000b"))).containsExactly(at + "name");
    assertThat(office.pointers(withAttachments(good, good)))
        .containsExactly("/data/attachments/1/id");
    assertThat(office.pointers(withAttachments(good, with(attachment("B2", SUM), "size", 7L))))
        .containsExactly("/data/attachments/1/sha256");
    assertThat(office.pointers(message("M1").with("attachments", Collections.nCopies(11, good))))
        .contains("/data/attachments");
    assertThat(office.push(withAttachments(good, attachment("B2", SUM)))).isEqualTo("applied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "\u202Eabc\u2066", "rad\r\n\tett", "{{T}} ${x} %s"})
  void whatIsWrittenIsTextAndNothingElse(String text) {
    office.push(message("M1").with("text", text));

    assertThat(open()).containsExactly("M1/M1: " + text);
  }

  @Test
  void textIsAsLongAsAgreed() {
    String most = "\ud83d\ude42".repeat(8_000);
    assertThat(office.push(message("M1").with("text", most))).isEqualTo("applied");
    assertThat(office.pointers(message("M2").with("text", most + "a")))
        .containsExactly("/data/text");
    assertThat(office.pointers(message("M2").with("text", "a\u0000")))
        .containsExactly("/data/text");
    assertThat(office.push(message("M2").with("text", "").with("caseNumber", "NONE")))
        .isEqualTo("404");
  }

  @Test
  void anErasedMessageIsGoneAtOnceAndStaysKnown() {
    office.push(message("M1"));
    office.push(message("M2").with("threadId", "M1"));

    assertThat(office.push(erase("\"id\": \"M1\", \"version\": 2"))).isEqualTo("applied");

    assertThat(open()).containsExactly("M1/M2: Hej!");
    assertThat(threads()).containsExactly("M1: null, 1 open, HL3 Maria Östlund");
    assertThat(office.stored(office.tables.messages())).doesNotContain("#M1,");
    assertThat(office.push(message("M1"))).isEqualTo("stale");
    assertThat(office.push(message("M1").with("version", 3))).isEqualTo("applied");
    assertThat(open()).containsExactly("M1/M1: Hej!", "M1/M2: Hej!");
  }

  @Test
  void anErasedCaseTakesItsThreadsWithIt() {
    office.push(message("M1"));
    office.push(erase("\"version\": 2"));
    office.push(Pushes.household().with("version", 3));

    assertThat(office.push(message("M2").with("threadId", "M1"))).isEqualTo("404");
    assertThat(office.push(receipt("M1", "M1"))).isEqualTo("404");
    office.clock.forward(Duration.ofMinutes(1));
    assertThat(office.push(message("M1").with("version", 2))).isEqualTo("applied");
    assertThat(threads()).containsExactly("M1: Kontoutdrag, 1 open, HL3 Maria Östlund");
  }

  @Test
  void aThreadStaysWhereItBeganWhenThePersonGetsAnotherNumber() {
    office.push(message("M1"));
    office.push(
        Pushes.household()
            .with("version", 2)
            .with("persons/0/personalNumber", "197605239917")
            .with("persons/0/previousNumbers", List.of(Pushes.APPLICANT)));

    assertThat(office.push(message("M2").with("threadId", "M1"))).isEqualTo("applied");
    assertThat(office.push(message("M1").with("version", 2))).isEqualTo("applied");
    assertThat(office.push(receipt("M1", "M2"))).isEqualTo("applied");
    assertThat(citizens()).hasSize(1);
    assertThat(office.push(message("M3"))).isEqualTo("applied");
    assertThat(citizens()).hasSize(2);
  }

  @Test
  void aThreadHasAHundredCaseworkersAndAMessageAHundredReaders() {
    office.push(message("M1"));
    office.push(receipt("M1", "M1"));
    for (int i = 2; i <= 100; i++) {
      office.push(message("M" + i).with("threadId", "M1").with("from", caseworker(i)));
      office.push(receipt("M1", "M1").with("readBy", caseworker(i)));
    }

    assertThat(
            office.pointers(message("M101").with("threadId", "M1").with("from", caseworker(101))))
        .containsExactly("/data/from/caseworkerId");
    assertThat(office.push(message("M101").with("threadId", "M1").with("from", caseworker(100))))
        .isEqualTo("applied");
    assertThat(office.pointers(receipt("M1", "M1").with("readBy", caseworker(101))))
        .containsExactly("/data/readBy/caseworkerId");
    assertThat(office.push(receipt("M1", "M1").with("readBy", caseworker(100))))
        .isEqualTo("duplicate");
    assertThat(office.push(receipt("M1", "M2").with("readBy", caseworker(101))))
        .isEqualTo("applied");
  }

  private static Map<String, Object> caseworker(int number) {
    return Map.of("caseworkerId", "HL-" + number, "name", "Handläggare " + number);
  }

  @Test
  void aReceiptIsTakenOnceForWhatMayBeSeen() {
    office.push(message("M1"));
    office.push(message("M2").with("to", "P2"));

    assertThat(office.push(receipt("M1", "M1"))).isEqualTo("applied");
    assertThat(office.push(receipt("M1", "M1"))).isEqualTo("duplicate");
    assertThat(office.push(receipt("M1", "M1").with("readAt", "2026-11-21T08:00:00Z")))
        .isEqualTo("duplicate");
    assertThat(office.push(receipt("M1", "M1").with("readBy/caseworkerId", "HL4")))
        .isEqualTo("applied");
    assertThat(office.stored(office.tables.messages()))
        .contains(
            "caseworker#HL3={at=2026-11-20T10:00:00Z, name=Maria Östlund}", "caseworker#HL4={");
    List<Push> wrong =
        List.of(
            receipt("M1", "M2"),
            receipt("M2", "M1"),
            receipt("NONE", "M1"),
            receipt("M1", "NONE"),
            receipt("M1", "M1").with("caseNumber", "NONE-1"));
    assertThat(wrong.stream().map(this::refusal))
        .containsOnly(refusal(message("M9").with("to", "P9")));
    office.push(message("M1").with("version", 2).with("retracted", true));
    assertThat(office.push(receipt("M1", "M1"))).isEqualTo("404");
    assertThat(office.pointers(receipt("M1", "M1").without("readBy")))
        .containsExactly("/data/readBy");
  }

  @Test
  void readingBackKnowsNoMessages() {
    office.push(message("M1"));
    office.push(withAttachments(attachment("B1", SUM)).with("id", "M2").without("threadId"));

    Map<String, Object> page = office.context.getBean(StoredFacts.class).page(CASE, 100, null);

    assertThat(page).containsEntry("facts", List.of());
    assertThat(office.context.getBean(StoredFacts.class).all(CASE, null)).isEmpty();
  }

  @Test
  void aDryRunStoresNothingAndGivesNoUpload() {
    String stored = office.stored() + office.stored(office.tables.messages());
    var push = withAttachments(attachment("B1", SUM)).cloudEvent(Office.LIFECARE);

    assertThat(office.updates().take(new Source(Office.LIFECARE), push, /* dryRun= */ true))
        .containsEntry("result", "applied")
        .doesNotContainKey("uploads");
    assertThat(office.stored() + office.stored(office.tables.messages())).isEqualTo(stored);
  }

  @Test
  void aMessageCostsTheSameHoweverManyThereAre() {
    office.push(message("M1"));
    office.push(answer(1));
    var few = Calls.during(() -> office.push(answer(2)));
    for (int i = 3; i < 300; i++) {
      office.push(answer(i));
    }
    var many = Calls.during(() -> office.push(answer(300)));

    assertThat(few.operations())
        .containsExactly("BatchGetItem", "BatchGetItem", "TransactWriteItems");
    assertThat(many.operations()).isEqualTo(few.operations());
    assertThat(many.units()).isEqualTo(few.units());
  }

  private static Push answer(int number) {
    return message("A" + number).with("threadId", "M1");
  }

  private static Push message(String id) {
    return Pushes.message().with("id", id);
  }

  private static Push receipt(String thread, String id) {
    return Pushes.messageRead().with("threadId", thread).with("messageId", id);
  }

  private static Push erase(String members) {
    return Pushes.push(
        "erase", "{\"caseNumber\": \"%s\", %s}".formatted(Pushes.CASE_NUMBER, members));
  }

  private static Push withAttachments(Map<String, Object> one) {
    return message("M1").with("attachments", List.of(one));
  }

  private static Push withAttachments(Map<String, Object> one, Map<String, Object> other) {
    return message("M1").with("attachments", List.of(one, other));
  }

  private static Map<String, Object> attachment(String id, String sha256) {
    return Map.of(
        "id",
        id,
        "name",
        "Brev.pdf",
        "mediaType",
        "application/pdf",
        "size",
        12L,
        "sha256",
        sha256);
  }

  private static Map<String, Object> with(
      Map<String, Object> attachment, String member, Object value) {
    var changed = new HashMap<>(attachment);
    changed.put(member, value);
    return changed;
  }

  private List<String> pointersOf(Map<String, Object> attachment) {
    return office.pointers(withAttachments(attachment));
  }

  /** Everything that a refusal says. */
  private String refusal(Push push) {
    try {
      return String.valueOf(office.answer(Office.LIFECARE, push));
    } catch (RuntimeException e) {
      return Problem.from(e).document("0").toString();
    }
  }

  private List<Map<String, AttributeValue>> items() {
    return office
        .client
        .scanPaginator(scan -> scan.tableName(office.tables.messages()).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  private Set<String> citizens() {
    var citizens = new TreeSet<String>();
    items().forEach(item -> citizens.add(Values.text(item, "citizen")));
    return citizens;
  }

  /** The threads that a list shows. */
  private List<String> threads() {
    var threads = new ArrayList<String>();
    for (Map<String, AttributeValue> item : items()) {
      if (item.containsKey("byActivity")) {
        var with = Objects.requireNonNull(item.get("with")).m();
        threads.add(
            "%s: %s, %d open, %s"
                .formatted(
                    Values.text(item, "name"),
                    Values.optionalText(item, "subject"),
                    Values.number(item, "open"),
                    String.join(
                        ", ",
                        with.entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue().s())
                            .toList())));
      }
    }
    return threads.stream().sorted().toList();
  }

  /** The messages that a thread shows. */
  private List<String> open() {
    return items().stream()
        .filter(item -> item.containsKey("byTime"))
        .map(
            item -> {
              String place = Values.text(item, "byTime");
              return Values.text(item, "thread")
                  + "/"
                  + place.substring(place.lastIndexOf('#') + 1)
                  + ": "
                  + Values.text(item, "text");
            })
        .sorted()
        .toList();
  }

  private long unread() {
    return items().stream().filter(item -> item.containsKey("unread")).count();
  }
}
