package se.insyn.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** What somebody reads of what was written to them. */
class ReadingTest {

  private final Mailbox mail = new Mailbox();

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  void theThreadWhereSomethingHappenedLastComesFirst() {
    mail.gets("A", Mailbox.MORNING);
    mail.gets("B", Mailbox.MORNING.plusSeconds(1));
    mail.gets(
        Mailbox.message("A2").with("threadId", "A").with("subject", null),
        Mailbox.MORNING.plusSeconds(2));

    var answer = mail.applicant.get("/api/threads");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("items", "updatedAt"))
        .containsExactly("2026-11-19T07:00:02Z", "2026-11-19T07:00:01Z");
    assertThat(answer.each("items", "unread")).containsExactly(2L, 1L);
    assertThat(Objects.requireNonNull(answer.at("items/0")))
        .isEqualTo(
            Map.of(
                "id",
                Objects.requireNonNull(answer.at("items/0/id")),
                "caseId",
                mail.household.value(),
                "subject",
                "Kontoutdrag",
                "with",
                List.of(Map.of("caseworkerId", "HL3", "name", "Maria Östlund")),
                "updatedAt",
                "2026-11-19T07:00:02Z",
                "unread",
                2L));
    assertThat(mail.coApplicant.get("/api/threads").body()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void everyThreadStandsOnOnePage() {
    for (int i = 0; i < 7; i++) {
      mail.gets("A" + i, Mailbox.MORNING.plusSeconds(i));
    }
    var ids = new ArrayList<Object>();
    var page = mail.applicant.get("/api/threads", "limit", "3");
    ids.addAll(page.each("items", "updatedAt"));
    while (page.at("next") != null) {
      page =
          mail.applicant.get(
              "/api/threads", "limit", "3", "cursor", String.valueOf(page.at("next")));
      ids.addAll(page.each("items", "updatedAt"));
    }
    assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    assertThat(ids)
        .isSortedAccordingTo((one, other) -> -one.toString().compareTo(other.toString()));
  }

  @Test
  void aThreadHasItsMessagesOldestFirst() {
    mail.gets("A", Mailbox.MORNING);
    mail.gets(Mailbox.message("A2").with("threadId", "A"), Mailbox.MORNING.plusSeconds(1));

    var answer = mail.applicant.get("/api/threads/" + Mailbox.newest(mail.applicant));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("messages", "text")).containsExactly("Text of A", "Text of A2");
    assertThat(answer.at("messages/0"))
        .isEqualTo(
            Map.of(
                "id",
                "A",
                "from",
                Map.of("name", "Maria Östlund", "caseworkerId", "HL3"),
                "sentAt",
                "2026-11-19T07:00:00Z",
                "text",
                "Text of A",
                "attachments",
                List.of(),
                "readBy",
                List.of()));
    assertThat(answer.at("unread")).isEqualTo(2L);
  }

  @Test
  void whatLiesBeforeTheNewestComesPageByPage() {
    mail.gets("A", Mailbox.MORNING);
    for (int i = 1; i < 5; i++) {
      mail.gets(Mailbox.message("A" + i).with("threadId", "A"), Mailbox.MORNING.plusSeconds(i));
    }
    String path = "/api/threads/" + Mailbox.newest(mail.applicant);

    var newest = mail.applicant.get(path, "limit", "2");
    var middle = mail.applicant.get(path, "limit", "2", "cursor", "" + newest.at("next"));
    var oldest = mail.applicant.get(path, "limit", "2", "cursor", "" + middle.at("next"));

    assertThat(newest.each("messages", "id")).containsExactly("A3", "A4");
    assertThat(middle.each("messages", "id")).containsExactly("A1", "A2");
    assertThat(oldest.each("messages", "id")).containsExactly("A");
    assertThat(oldest.at("next")).isNull();
  }

  @Test
  void readingIsToldOnceToTheSystemThatWrote() {
    mail.gets("A", Mailbox.MORNING);
    mail.gets(Mailbox.message("A2").with("threadId", "A"), Mailbox.MORNING.plusSeconds(1));
    String path = "/api/threads/" + Mailbox.newest(mail.applicant);

    assertThat(mail.applicant.post(path + "/read").status()).isEqualTo(204);
    assertThat(mail.applicant.post(path + "/read").status()).isEqualTo(204);

    assertThat(mail.outbox("/lifecare"))
        .containsExactly(
            Map.of(
                "type", "message-read",
                "caseNumber", "IFO-2026-00123",
                "threadId", "A",
                "messageId", "A",
                "personId", "P1",
                "readAt", "2026-11-20T09:00:00Z"),
            Map.of(
                "type", "message-read",
                "caseNumber", "IFO-2026-00123",
                "threadId", "A",
                "messageId", "A2",
                "personId", "P1",
                "readAt", "2026-11-20T09:00:00Z"));
    assertThat(mail.acts()).containsExactly("message-read A", "message-read A2");
    var after = mail.applicant.get(path);
    assertThat(after.at("unread")).isEqualTo(0L);
    assertThat(after.at("messages/1/readBy"))
        .isEqualTo(
            List.of(Map.of("name", "Elias Hertzberg", "you", true, "at", "2026-11-20T09:00:00Z")));
    assertThat(mail.applicant.get("/api/threads").each("items", "unread")).containsExactly(0L);
  }

  @Test
  void moreThanOneTransactionHoldsAreAllRead() {
    mail.gets("A", Mailbox.MORNING);
    for (int i = 1; i < 70; i++) {
      mail.gets(Mailbox.message("A" + i).with("threadId", "A"), Mailbox.MORNING.plusSeconds(i));
    }
    String path = "/api/threads/" + Mailbox.newest(mail.applicant);
    assertThat(mail.applicant.post(path + "/read").status()).isEqualTo(204);
    assertThat(mail.outbox("/lifecare")).hasSize(70);
    assertThat(mail.applicant.get(path).at("unread")).isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/read", "/messages", "/messages/A/attachments/B1"})
  void anothersThreadAndNoneAreTheSame(String below) {
    mail.gets("A", Mailbox.MORNING);
    String id = Mailbox.newest(mail.applicant);
    var anothers = ask(mail.coApplicant, "/api/threads/" + id + below);
    for (String none : List.of("0".repeat(32), "A", "x".repeat(300))) {
      var answer = ask(mail.coApplicant, "/api/threads/" + none + below);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(anothers.status()).isEqualTo(404);
      assertThat(answer.bodyOfAnyCall()).isEqualTo(anothers.bodyOfAnyCall());
      assertThat(answer.headers()).isEqualTo(anothers.headers());
    }
    assertThat(mail.outbox("/lifecare")).isEmpty();
  }

  private static Portal.Answer ask(Portal.Browser browser, String path) {
    return path.endsWith("/read") || path.endsWith("/messages")
        ? browser.post(path, "{}")
        : browser.get(path);
  }

  @Test
  void aThreadOfACaseThatIsNotVisibleIsNotThere() {
    mail.gets("A", Mailbox.MORNING);
    String id = Mailbox.newest(mail.applicant);
    mail.municipality.protect(
        Municipality.citizen(Pushes.CO_APPLICANT), Protection.CONFIDENTIALITY_MARKING);
    // Their own case is visible still.
    assertThat(mail.applicant.get("/api/threads").body()).isEqualTo("{\"items\":[]}");
    assertThat(mail.applicant.get("/api/threads/" + id).status()).isEqualTo(404);
    assertThat(mail.applicant.post("/api/threads/" + id + "/read").status()).isEqualTo(404);
  }

  @Test
  void anAttachmentIsFetchedForAMinuteAndWrittenDown() {
    mail.gets(
        Mailbox.message("A")
            .with(
                "attachments",
                List.of(
                    Map.of(
                        "id", "B1",
                        "name", "Budget.pdf",
                        "mediaType", "application/pdf",
                        "size", 12L,
                        "sha256", "ab".repeat(32)))),
        Mailbox.MORNING);
    String thread = "/api/threads/" + Mailbox.newest(mail.applicant);
    assertThat(mail.applicant.get(thread).at("messages/0/attachments"))
        .isEqualTo(List.of(Map.of("id", "B1", "name", "Budget.pdf", "size", 12L, "state", "ok")));

    var answer = mail.applicant.get(thread + "/messages/A/attachments/B1");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(String.valueOf(answer.headers().get("Location")))
        .contains("/cases/" + mail.household.value() + "/A/" + "ab".repeat(32), "X-Amz-Expires=60");
    assertThat(mail.acts()).containsExactly("opened A");
    for (String none : List.of("/messages/A/attachments/B2", "/messages/B/attachments/B1")) {
      assertThat(mail.applicant.get(thread + none).status()).isEqualTo(404);
    }
  }

  @Test
  void aLongHistoryCostsNoMoreCalls() {
    mail.gets("A", Mailbox.MORNING);
    String thread = "/api/threads/" + Mailbox.newest(mail.applicant);
    var fewThreads = Calls.during(() -> mail.applicant.get("/api/threads"));
    var fewMessages = Calls.during(() -> mail.applicant.get(thread));
    for (int i = 0; i < 400; i++) {
      mail.gets("T" + i, Mailbox.MORNING.plusSeconds(i + 1));
      mail.gets(
          Mailbox.message("A" + i).with("threadId", "A"), Mailbox.MORNING.plusSeconds(1000 + i));
    }
    var manyThreads = Calls.during(() -> mail.applicant.get("/api/threads"));
    var manyMessages = Calls.during(() -> mail.applicant.get(thread));
    assertThat(manyThreads.operations()).isEqualTo(fewThreads.operations());
    assertThat(manyMessages.operations()).isEqualTo(fewMessages.operations());
    assertThat(manyThreads.units()).isLessThan(40);
    assertThat(manyMessages.units()).isLessThan(40);
  }
}
