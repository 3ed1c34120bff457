package se.insyn.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Portal;

/** What somebody writes to their caseworkers. */
class WritingTest {

  private final Mailbox mail = new Mailbox();

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  void aMessageToTwoSystemsIsOneThreadAndOneEntryInEach() {
    var answer = mail.applicant.post("/api/threads", mail.newThread("m1"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat((List<?>) Objects.requireNonNull(answer.at("threadIds"))).hasSize(2);
    var ofHousehold = mail.outbox("/lifecare");
    var ofOwn = mail.outbox(Mailbox.OTHER);
    assertThat(ofHousehold).hasSize(1);
    assertThat(ofOwn).hasSize(1);
    String name = String.valueOf(ofHousehold.getFirst().get("messageId"));
    assertThat(name).matches("citizen-[a-p]{40}");
    assertThat(ofHousehold.getFirst())
        .isEqualTo(
            Map.of(
                "type", "message-sent",
                "caseNumber", "IFO-2026-00123",
                "threadId", name,
                "messageId", name,
                "personId", "P1",
                "caseworkerIds", List.of("HL3"),
                "subject", "Hyran",
                "text", "Hej <b>du</b>\u202E\u0007",
                "attachments", List.of()));
    assertThat(ofOwn.getFirst())
        .containsEntry("caseNumber", "EB-2")
        .containsEntry("personId", "X1")
        .containsEntry("caseworkerIds", List.of("K1"));
    assertThat(mail.acts()).containsExactly("message-sent " + name, "message-sent " + name);
    var thread = mail.applicant.get("/api/threads/" + answer.at("threadIds/0"));
    assertThat(thread.at("messages/0"))
        .isEqualTo(
            Map.of(
                "id",
                name,
                "from",
                Map.of("name", "Elias Hertzberg", "you", true),
                "sentAt",
                "2026-11-20T09:00:00Z",
                "text",
                "Hej <b>du</b>\u202E\u0007",
                "attachments",
                List.of(),
                "readBy",
                List.of()));
    assertThat(thread.at("unread")).isEqualTo(0L);
    assertThat(mail.coApplicant.get("/api/threads").body()).isEqualTo("{\"items\":[]}");
    assertThat(mail.coApplicant.get("/api/threads/" + answer.at("threadIds/0")).status())
        .isEqualTo(404);
  }

  @Test
  void aHundredRepeatsAreOneMessage() {
    var first = mail.applicant.post("/api/threads", mail.newThread("m1"));
    int rows = mail.rows(mail.municipality.tables().audit());
    for (int i = 0; i < 100; i++) {
      var again = mail.applicant.post("/api/threads", mail.newThread("m1"));
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.body()).isEqualTo(first.body());
    }
    assertThat(mail.outbox("/lifecare")).hasSize(1);
    assertThat(mail.outbox(Mailbox.OTHER)).hasSize(1);
    assertThat(mail.rows(mail.municipality.tables().audit())).isEqualTo(rows);
  }

  @Test
  void fiftyAtOnceAreOneMessage() throws Exception {
    try (var threads = Executors.newFixedThreadPool(50)) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 50)
                  .<Callable<Portal.Answer>>mapToObj(
                      i -> () -> mail.applicant.post("/api/threads", mail.newThread("m1")))
                  .toList());
      for (var answer : answers) {
        assertThat(answer.get().status()).isEqualTo(201);
      }
    }
    assertThat(mail.outbox("/lifecare")).hasSize(1);
    assertThat(mail.outbox(Mailbox.OTHER)).hasSize(1);
  }

  @Test
  void theSameIdWithOtherContentIsAConflict() {
    mail.applicant.post("/api/threads", mail.newThread("m1"));
    String other = mail.newThread("m1").replace("Hyran", "Elen");
    assertThat(mail.applicant.post("/api/threads", other).status()).isEqualTo(409);
    // Of another person it is another id.
    assertThat(mail.coApplicant.post("/api/threads", onlyHousehold("m1")).status()).isEqualTo(201);
    assertThat(mail.outbox("/lifecare"))
        .extracting(each -> each.get("personId"))
        .containsExactlyInAnyOrder("P1", "P2");
  }

  private String onlyHousehold(String id) {
    return Json.write(
        Map.of(
            "id",
            id,
            "to",
            List.of(Map.of("caseId", mail.household.value(), "caseworkerId", "HL3")),
            "subject",
            "Hyran",
            "text",
            "Hej",
            "attachmentIds",
            List.of()));
  }

  @Test
  void anAnswerStandsInTheThreadAndComesLaterOnTheOutbox() {
    mail.gets("A", Mailbox.MORNING);
    String path = "/api/threads/" + Mailbox.newest(mail.applicant);
    for (String id : List.of("r1", "r2", "r1")) {
      assertThat(mail.applicant.post(path + "/messages", Mailbox.reply(id, "Svar " + id)).status())
          .isEqualTo(201);
    }
    mail.applicant.post(path + "/read");
    assertThat(mail.applicant.post(path + "/messages", Mailbox.reply("r1", "x")).status())
        .isEqualTo(409);

    assertThat(mail.applicant.get(path).each("messages", "text"))
        .containsExactly("Text of A", "Svar r1", "Svar r2");
    assertThat(mail.outbox("/lifecare"))
        .extracting(
            each -> each.get("type"), each -> each.get("text"), each -> each.get("threadId"))
        .containsExactly(
            tuple("message-sent", "Svar r1", "A"),
            tuple("message-sent", "Svar r2", "A"),
            tuple("message-read", null, "A"));
    assertThat(mail.outbox("/lifecare").getFirst())
        .containsEntry("caseworkerIds", List.of("HL3"))
        .doesNotContainKey("subject");
  }

  @Test
  void whatItIsAboutGoesToTheCaseThatItIsIn() {
    mail.municipality.take(mail.household, Pushes.decision());
    mail.municipality.take(
        mail.household, Pushes.decision().with("id", "P2S").with("audience", List.of("P2")));
    String about = about(mail.household.value(), "BES-1");

    assertThat(mail.applicant.post("/api/threads", about).status()).isEqualTo(201);

    assertThat(mail.outbox("/lifecare").getFirst())
        .containsEntry("about", Map.of("eventId", "BES-1", "row", "R1"));
    assertThat(mail.outbox(Mailbox.OTHER).getFirst()).doesNotContainKey("about");
    var none = mail.applicant.post("/api/threads", about(mail.household.value(), "NONE"));
    var anothers = mail.applicant.post("/api/threads", about(mail.household.value(), "P2S"));
    assertThat(none.status()).isEqualTo(404);
    assertThat(anothers.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(mail.outbox("/lifecare")).hasSize(1);
  }

  private String about(String caseId, String eventId) {
    return mail.newThread(eventId)
        .replaceFirst(
            "\\{",
            "{\"about\":{\"caseId\":\"%s\",\"eventId\":\"%s\",\"row\":\"R1\"},"
                .formatted(caseId, eventId));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Hyran\" | \"\" | /subject",
        "\"subject\" | \"other\" | /subject",
        "\"HL3\" | \"HL4\" | /to/0/caseworkerId",
        "\"HL3\" | \"K1\" | /to/0/caseworkerId",
        "\"text\" | \"textt\" | /text",
        "\"attachmentIds\":[] | \"attachmentIds\":[\"x\"] | /attachmentIds/0",
        "\"attachmentIds\":[], | '' | /attachmentIds",
        "\"m1\" | 17 | /id",
        "\"m1\" | \"m1\",\"from\":\"P2\" | ''",
      })
  void whatIsNotAsAgreedIsRefusedByItsName(String what, String instead, String pointer) {
    var answer = mail.applicant.post("/api/threads", ordered().replace(what, instead));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.each("errors", "pointer")).contains(pointer);
    assertThat(mail.outbox("/lifecare")).isEmpty();
  }

  private String ordered() {
    return ("{\"attachmentIds\":[],\"id\":\"m1\",\"to\":[{\"caseId\":\"%s\","
            + "\"caseworkerId\":\"HL3\"}],\"subject\":\"Hyran\",\"text\":\"Hej\"}")
        .formatted(mail.household.value());
  }

  @Test
  void textsEndAtEightThousandCharacters() {
    String emoji = "😀".repeat(8_000);
    assertThat(mail.applicant.post("/api/threads", ordered().replace("Hej", emoji)).status())
        .isEqualTo(201);
    assertThat(mail.applicant.post("/api/threads", ordered().replace("Hej", emoji + "x")).status())
        .isEqualTo(422);
  }

  @Test
  void aCaseThatIsNotSeenIsNotThere() {
    var answer =
        mail.coApplicant.post(
            "/api/threads", ordered().replace(mail.household.value(), mail.own.value()));
    var none =
        mail.coApplicant.post(
            "/api/threads", ordered().replace(mail.household.value(), "0".repeat(32)));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
  }

  @Test
  void nobodyReadsWhatIsWrittenInAClosedCase() {
    mail.gets("A", Mailbox.MORNING);
    String path = "/api/threads/" + Mailbox.newest(mail.applicant);
    mail.municipality.takeCase(
        Pushes.household().with("status", "closed").with("closedOn", "2026-11-19"));
    assertThat(mail.applicant.post("/api/threads", ordered()).status()).isEqualTo(422);
    assertThat(mail.applicant.post(path + "/messages", Mailbox.reply("r1", "Svar")).status())
        .isEqualTo(422);
    assertThat(mail.applicant.get(path).status()).isEqualTo(200);
    assertThat(mail.outbox("/lifecare")).isEmpty();
  }

  @Test
  void whoeverIsResponsibleNowGetsWhatTheirPredecessorWouldHaveGot() {
    mail.gets("A", Mailbox.MORNING);
    String path = "/api/threads/" + Mailbox.newest(mail.applicant);
    mail.municipality.takeCase(
        Pushes.household().with("caseworkers/0/id", "HL9").with("caseworkers/0/name", "Bo Ek"));
    mail.applicant.post(path + "/messages", Mailbox.reply("r1", "Svar"));
    assertThat(mail.outbox("/lifecare").getFirst()).containsEntry("caseworkerIds", List.of("HL9"));
  }

  @Test
  void fiftyMessagesADayAreEnough() {
    for (int i = 0; i < 25; i++) {
      assertThat(mail.applicant.post("/api/threads", mail.newThread("m" + i)).status())
          .isEqualTo(201);
    }
    var answer = mail.applicant.post("/api/threads", mail.newThread("one-more"));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers()).containsEntry("Retry-After", List.of("50401"));
    assertThat(mail.applicant.post("/api/threads", mail.newThread("m1")).status()).isEqualTo(201);
    assertThat(mail.coApplicant.post("/api/threads", onlyHousehold("x")).status()).isEqualTo(201);
    assertThat(mail.outbox("/lifecare")).hasSize(26);
  }

  @Test
  void whatIsCutOffLeavesNothing() {
    mail.portal.conflicts().cancelBefore("TransactionConflict", transaction -> true);
    assertThat(mail.applicant.post("/api/threads", mail.newThread("m1")).status()).isEqualTo(503);
    mail.portal.conflicts().cancelBefore("TransactionConflict", transaction -> false);
    assertThat(mail.rows(mail.municipality.tables().messages())).isZero();
    assertThat(mail.outbox("/lifecare")).isEmpty();
  }
}
