package se.insyn.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Portal;

/** Files that somebody hands over and sends. */
class AttachmentsTest {

  private static final String SUM = "ab".repeat(32);

  private final Mailbox mail = new Mailbox();

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  void theAnswerSaysHowTheBytesAreHandedOver() {
    var answer = mail.applicant.post("/api/attachments", file("Lön åäö.pdf", "application/pdf", 7));

    assertThat(answer.status()).isEqualTo(201);
    String id = String.valueOf(answer.at("id"));
    assertThat(AttachmentId.parse(id)).isPresent();
    assertThat(answer.at("upload/method")).isEqualTo("PUT");
    assertThat(String.valueOf(answer.at("upload/url")))
        .contains("/incoming/attachments/" + id + "/" + SUM + "?", "X-Amz-Expires=300");
    assertThat(answer.at("upload/headers"))
        .isEqualTo(
            Map.of(
                "content-length", "7",
                "content-type", "application/pdf",
                "if-none-match", "*",
                "x-amz-checksum-sha256", "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s="));
    assertThat(mail.applicant.get("/api/attachments/" + id).json())
        .isEqualTo(Map.of("id", id, "name", "Lön åäö.pdf", "size", 7L, "state", "checking"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a.pdf,       application/pdf,    1,        201
          a.PDF,       application/pdf,    10485760, 201
          a.jpeg,      image/jpeg,         1,        201
          a.png,       image/png,          1,        201
          a.doc,       application/msword, 1,        201
          a.odt,       application/vnd.oasis.opendocument.text, 1, 201
          a.docx,      application/vnd.openxmlformats-officedocument.wordprocessingml.document, 1, 201
          a.docm,      application/vnd.ms-word.document.macroEnabled.12, 1, 422
          a.svg,       image/svg+xml,      1,        422
          a.html,      text/html,          1,        422
          a.exe,       application/pdf,    1,        422
          a.pdf.exe,   application/pdf,    1,        422
          .pdf,        application/pdf,    1,        422
          pdf,         application/pdf,    1,        422
          ../a.pdf,    application/pdf,    1,        422
          a\\b.pdf,    application/pdf,    1,        422
          a\u202efdp.pdf, application/pdf, 1,        422
          a.pdf,       application/pdf,    0,        422
          a.pdf,       application/pdf,    10485761, 422
          """)
  @DisplayName("H09, H17: names, types and lengths")
  void onlyWhatCanBeLookedAtIsTaken(String name, String type, long size, int status) {
    assertThat(mail.applicant.post("/api/attachments", file(name, type, size)).status())
        .isEqualTo(status);
  }

  @Test
  void namesAreLinesOfAHundredAndTwentyCharactersAndNothingElseIsSaid() {
    String longest = "a".repeat(116) + ".pdf";
    assertThat(post(file(longest, "application/pdf", 1)).status()).isEqualTo(201);
    assertThat(post(file("a" + longest, "application/pdf", 1)).status()).isEqualTo(422);
    assertThat(post(file("a\nb.pdf", "application/pdf", 1)).status()).isEqualTo(422);
    assertThat(post(file("a.pdf", "application/pdf", 1).replace(SUM, "AB".repeat(32))).status())
        .isEqualTo(422);
    assertThat(post(file("a.pdf", "application/pdf", 1).replace("{", "{\"x\":1,")).status())
        .isEqualTo(422);
  }

  @Test
  @DisplayName("H18, L08: a hundred files a day and no more, of each person")
  void aHundredADayAreTaken() {
    for (int i = 0; i < 100; i++) {
      assertThat(post(file("a.pdf", "application/pdf", 1)).status()).isEqualTo(201);
    }
    var more = post(file("a.pdf", "application/pdf", 1));
    assertThat(more.status()).isEqualTo(429);
    assertThat(more.headers()).containsKey("Retry-After");
    assertThat(
            mail.coApplicant.post("/api/attachments", file("a.pdf", "application/pdf", 1)).status())
        .isEqualTo(201);
  }

  @Test
  void nobodyElseSeesAFileAndNobodyOneThatIsTooOld() {
    String id = announced(mail.applicant);
    var none = mail.applicant.get("/api/attachments/" + AttachmentId.random().value());
    assertThat(none.status()).isEqualTo(404);
    assertThat(mail.coApplicant.get("/api/attachments/" + id).bodyOfAnyCall())
        .isEqualTo(none.bodyOfAnyCall());
    assertThat(mail.applicant.get("/api/attachments/x").bodyOfAnyCall())
        .isEqualTo(none.bodyOfAnyCall());
  }

  @Test
  void whatIsGoodGoesOutAtOnceToEverybodyItIsTo() {
    String id = announced(mail.applicant);
    is(id, FileState.OK);

    var sent = mail.applicant.post("/api/threads", with(mail.newThread("m1"), id));

    assertThat(sent.status()).isEqualTo(201);
    for (String source : List.of("/lifecare", Mailbox.OTHER)) {
      assertThat(mail.outbox(source))
          .singleElement()
          .satisfies(
              act ->
                  assertThat(act)
                      .containsEntry("subject", "Hyran")
                      .containsEntry(
                          "attachments",
                          List.of(
                              Map.of(
                                  "id",
                                  id,
                                  "name",
                                  "a.pdf",
                                  "mediaType",
                                  "application/pdf",
                                  "size",
                                  1L,
                                  "sha256",
                                  SUM))));
    }
    assertThat(stored(id).uses()).hasSize(2);
    assertThat(stored(id).entries()).hasSize(2);
    var thread = mail.applicant.get("/api/threads/" + sent.at("threadIds/0"));
    assertThat(thread.at("messages/0/attachments"))
        .isEqualTo(List.of(Map.of("id", id, "name", "a.pdf", "size", 1L, "state", "ok")));
    assertThat(thread.at("messages/0/state")).isNull();
    var again = mail.applicant.post("/api/threads", with(mail.newThread("m1"), id));
    assertThat(again.body()).isEqualTo(sent.body());
    assertThat(mail.outbox("/lifecare")).hasSize(1);
  }

  @Test
  void whatIsStillCheckedStandsInItsThreadAndGoesNowhere() {
    String id = announced(mail.applicant);
    var sent = mail.applicant.post("/api/threads", with(mail.newThread("m1"), id));

    assertThat(sent.status()).isEqualTo(201);
    assertThat(mail.outbox("/lifecare")).isEmpty();
    assertThat(mail.outbox(Mailbox.OTHER)).isEmpty();
    assertThat(mail.acts()).hasSize(2).allMatch(act -> act.startsWith("message-sent-waits "));
    var thread = mail.applicant.get("/api/threads/" + sent.at("threadIds/0"));
    assertThat(thread.at("messages/0/state")).isEqualTo("waiting");
    assertThat(thread.at("messages/0/attachments/0/state")).isEqualTo("checking");

    // The first that leaves says what the thread is about.
    String path = "/api/threads/" + sent.at("threadIds/0") + "/messages";
    assertThat(mail.applicant.post(path, Mailbox.reply("m2", "Mer")).status()).isEqualTo(201);
    assertThat(mail.outbox("/lifecare"))
        .singleElement()
        .satisfies(act -> assertThat(act).containsEntry("subject", "Hyran"));
    assertThat(mail.applicant.post(path, Mailbox.reply("m3", "Mer")).status()).isEqualTo(201);
    assertThat(mail.outbox("/lifecare").getLast()).doesNotContainKey("subject");
  }

  @Test
  void anAnswerMayBeFilesAlone() {
    mail.municipality.take(mail.household, Pushes.informationRequest());
    String path = "/api/cases/" + mail.household.value() + "/events/KOMP-1/answer";
    String good = announced(mail.applicant);
    is(good, FileState.OK);
    String waits = announced(mail.applicant);

    assertThat(mail.applicant.post(path, answer("a1", good)).status()).isEqualTo(201);
    assertThat(mail.applicant.post(path, answer("a2", waits)).status()).isEqualTo(201);
    assertThat(mail.applicant.post(path, "{\"id\":\"a3\",\"attachmentIds\":[]}").status())
        .isEqualTo(422);

    assertThat(mail.outbox("/lifecare"))
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act).containsEntry("type", "information-submitted");
              assertThat(act).doesNotContainKey("text");
              assertThat(String.valueOf(act.get("attachments"))).contains(good);
            });
  }

  @Test
  void whatCannotBeSentIsAnsweredAsWhatIsNotThere() {
    var none = refused(AttachmentId.random().value());
    assertThat(none.at("errors/0/pointer")).isEqualTo("/attachmentIds/0");
    var ids = new ArrayList<String>();
    ids.add("x");
    ids.add(announced(mail.coApplicant));
    ids.add(announced(mail.applicant));
    is(ids.getLast(), FileState.REFUSED);
    ids.add(announced(mail.applicant));
    mail.applicant.post("/api/threads", with(mail.newThread("other"), ids.getLast()));
    for (String id : ids) {
      assertThat(refused(id).bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    }
    String twice = announced(mail.applicant);
    assertThat(
            mail.applicant
                .post("/api/threads", with(mail.newThread("m1"), twice, twice))
                .at("errors/0/pointer"))
        .isEqualTo("/attachmentIds/1");
    var old = stored(announced(mail.applicant));
    assertThat(old.canBeSent(Portal.NOW.plus(Duration.ofDays(30)))).isFalse();
    assertThat(old.canBeSent(Portal.NOW.plus(Duration.ofDays(30)).minusMillis(1))).isTrue();
  }

  private Portal.Answer refused(String id) {
    var answer = mail.applicant.post("/api/threads", with(mail.newThread("m1"), id));
    assertThat(answer.status()).isEqualTo(422);
    return answer;
  }

  private Portal.Answer post(String body) {
    return mail.applicant.post("/api/attachments", body);
  }

  private static String announced(Portal.Browser browser) {
    var answer = browser.post("/api/attachments", file("a.pdf", "application/pdf", 1));
    return String.valueOf(Objects.requireNonNull(answer.at("id")));
  }

  private static String file(String name, String type, long size) {
    return Json.write(Map.of("name", name, "mediaType", type, "size", size, "sha256", SUM));
  }

  private static String answer(String id, String file) {
    return Json.write(Map.of("id", id, "attachmentIds", List.of(file)));
  }

  private static String with(String body, String... ids) {
    var with = new HashMap<>(Json.parseObject(body));
    with.put("attachmentIds", List.of(ids));
    return Json.write(with);
  }

  private StoredAttachment stored(String id) {
    return StoredAttachment.read(
        LocalDynamoDb.start()
            .client()
            .getItem(
                get ->
                    get.tableName(mail.municipality.tables().messages())
                        .key(StoredAttachment.key(new AttachmentId(id))))
            .item());
  }

  /** What the check says. */
  private void is(String id, FileState state) {
    var write = stored(id).progress(mail.municipality.tables(), state, (String) null);
    LocalDynamoDb.start().client().transactWriteItems(all -> all.transactItems(write));
  }
}
