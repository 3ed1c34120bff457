package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.accesslog.AccessLog;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** Min logg: whose rows it tells, and what of them. */
class AccessLogTest {

  private static final String FORMER = "198406829906";
  private static final String ME = AuditItems.subject(Municipality.citizen(Pushes.APPLICANT));
  private static final String EARLIER_ME = AuditItems.subject(Municipality.citizen(FORMER));
  private static final String OTHER = AuditItems.subject(Municipality.citizen(Pushes.CO_APPLICANT));

  private final Municipality municipality = new Municipality();
  private final CaseId caseId =
      municipality.takeCase(Pushes.household().with("persons/0/previousNumbers", List.of(FORMER)));
  private final Portal portal = new Portal(municipality, Me.settings(1000));
  private final Portal.Browser me = portal.login(Pushes.APPLICANT);

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void itTellsLoginsOpeningsAndPushesNewestFirst() {
    municipality.take(caseId, Pushes.decision());
    row(ME, "08:00:00", "login", Map.of());
    pushed("08:12:00", "decision", "BES-1");
    opened(ME, "08:30:00", caseId, "decision", "BES-1");
    row(ME, "08:40:00", "logout", Map.of());
    assertThat(log().json())
        .isEqualTo(
            Json.parse(
                """
                {"items": [
                  {"at": "2026-11-20T08:40:00Z", "act": "logout"},
                  {"at": "2026-11-20T08:30:00Z", "act": "opened", "caseId": "%1$s",
                   "id": "BES-1", "kind": "decision",
                   "title": "Strukturerat öppenv.pgm vård/beh"},
                  {"at": "2026-11-20T08:12:00Z", "act": "pushed", "caseId": "%1$s",
                   "id": "BES-1", "kind": "decision",
                   "title": "Strukturerat öppenv.pgm vård/beh", "source": "/lifecare"},
                  {"at": "2026-11-20T08:00:00Z", "act": "login"}]}
                """
                    .formatted(caseId.value())));
  }

  @Test
  void timesAreToldToTheMillisecond() {
    row(ME, "08:00:00.123456789", "login", Map.of());
    assertThat(log().each("items", "at")).containsExactly("2026-11-20T08:00:00.123Z");
  }

  @Test
  void anExportIsToldInWordsOfItsOwn() {
    me.post("/api/exports");
    for (String subject : List.of(ME, OTHER, EARLIER_ME)) {
      row(subject, "08:50:00", "opened", Map.of("what", "export", "id", "BES-1"));
      row(subject, "08:49:00", "ordered", Map.of("what", "export", "id", "BES-1"));
    }
    row(ME, "08:48:00", "ordered", Map.of("what", "something else", "id", "BES-1"));
    assertThat(log().at("items"))
        .isEqualTo(
            Json.parse(
                """
                [{"at": "2026-11-20T09:00:00Z", "act": "export-ordered"},
                 {"at": "2026-11-20T08:50:00Z", "act": "export-opened"},
                 {"at": "2026-11-20T08:49:00Z", "act": "export-ordered"}]
                """));
  }

  @Test
  void whatWasDoneToTheProfileIsToldWithoutAnyAddress() {
    for (String subject : List.of(ME, OTHER, EARLIER_ME)) {
      row(subject, "08:45:00", "confirmed", Map.of("what", "email", "outbox", "x"));
      row(subject, "08:44:00", "confirmed", Map.of("what", "sms", "outbox", "x"));
      row(subject, "08:43:00", "profile", Map.of("what", "email"));
      row(subject, "08:42:00", "profile", Map.of("what", "sms"));
      row(subject, "08:41:00", "profile", Map.of("what", "profile"));
      row(subject, "08:40:00", "code", Map.of("what", "sms"));
      row(subject, "08:39:00", "profile", Map.of("what", "something else"));
      row(subject, "08:38:00", "confirmed", Map.of("what", "profile"));
    }
    assertThat(log().at("items"))
        .isEqualTo(
            Json.parse(
                """
                [{"at": "2026-11-20T08:45:00Z", "act": "email-confirmed"},
                 {"at": "2026-11-20T08:44:00Z", "act": "phone-confirmed"},
                 {"at": "2026-11-20T08:43:00Z", "act": "email-changed"},
                 {"at": "2026-11-20T08:42:00Z", "act": "phone-changed"},
                 {"at": "2026-11-20T08:41:00Z", "act": "profile-changed"}]
                """));
  }

  @Test
  void whatAnotherPersonDidIsNotInIt() {
    municipality.take(caseId, Pushes.decision().with("audience", List.of("P1", "P2")));
    row(OTHER, "08:20:00", "login", Map.of());
    opened(OTHER, "08:21:00", caseId, "decision", "BES-1");
    row(OTHER, "08:22:00", "logout", Map.of());
    assertThat(log().json()).isEqualTo(Map.of("items", List.of()));
  }

  @Test
  void nothingOfProtectionIsInIt() {
    row(ME, "08:20:00", "protection", Map.of("version", "1"));
    row(subject(), "08:21:00", "protection", Map.of("what", "case", "version", "2"));
    row(subject(), "08:22:00", "push", Map.of("what", "case", "version", "3"));
    row(ME, "08:23:00", "whatever", Map.of("case", caseId.value(), "id", "BES-1"));
    assertThat(log().json()).isEqualTo(Map.of("items", List.of()));
  }

  @Test
  void pushesOfWhatTheViewerDoesNotSeeAreNotInIt() {
    municipality.take(caseId, Pushes.decision().with("id", "HIDDEN").with("visible", false));
    municipality.take(caseId, Pushes.decision().with("id", "BACK").with("retracted", true));
    municipality.take(caseId, Pushes.decision().with("id", "P2").with("audience", List.of("P2")));
    for (String id : List.of("HIDDEN", "BACK", "P2", "NONE", "")) {
      pushed("08:12:00", "decision", id);
    }
    assertThat(log().json()).isEqualTo(Map.of("items", List.of()));
  }

  @Test
  void aPushFromBeforeTheFactWasOpenToTheViewerIsNotInIt() {
    municipality.take(caseId, Pushes.decision());
    pushed("08:11:59", "decision", "BES-1");
    pushed("08:12:00", "decision", "BES-1");
    assertThat(log().each("items", "at")).containsExactly("2026-11-20T08:12:00Z");
  }

  @Test
  void aDocumentWithAFileIsPushedWhenItsFileHasBeenChecked() {
    municipality.take(caseId, Pushes.file());
    pushed("08:11:00", "document", "DOK-2");
    row(
        subject(),
        "08:12:00",
        "file-checked",
        Map.of("by", "file-checks", "what", "document", "id", "DOK-2", "outcome", "ok"));
    row(subject(), "08:13:00", "file-refused", Map.of("what", "document", "id", "DOK-2"));
    assertThat(log().at("items"))
        .isEqualTo(
            Json.parse(
                """
                [{"at": "2026-11-20T08:12:00Z", "act": "pushed", "caseId": "%s", "id": "DOK-2",
                  "kind": "document", "title": "Utredning", "source": "/lifecare"}]
                """
                    .formatted(caseId.value())));
  }

  @Test
  void anOpeningOfWhatIsNoLongerSeenTellsOnlyThatThereWasOne() {
    municipality.take(caseId, Pushes.decision().with("retracted", true));
    opened(ME, "08:20:00", caseId, "decision", "BES-1");
    opened(ME, "08:21:00", new CaseId("0".repeat(32)), "decision", "BES-1");
    assertThat(log().at("items"))
        .isEqualTo(
            Json.parse(
                """
                [{"at": "2026-11-20T08:21:00Z", "act": "opened"},
                 {"at": "2026-11-20T08:20:00Z", "act": "opened"}]
                """));
  }

  @Test
  void openingsUnderAnEarlierNumberCountInTheCaseWhereItWasTheirs() {
    municipality.take(caseId, Pushes.decision());
    CaseId other = municipality.takeCase(Pushes.ofCase().with("caseNumber", "EB-2"));
    municipality.take(other, Pushes.decision());
    opened(EARLIER_ME, "08:20:00", caseId, "decision", "BES-1");
    opened(EARLIER_ME, "08:21:00", other, "decision", "BES-1");
    opened(EARLIER_ME, "08:22:00", caseId, "decision", "NONE");
    row(EARLIER_ME, "08:23:00", "login", Map.of());
    assertThat(log().each("items", "at")).containsExactly("2026-11-20T08:20:00Z");
  }

  @Test
  void itComesInPagesThatMissNothing() {
    municipality.take(caseId, Pushes.decision());
    for (int second = 10; second < 17; second++) {
      row(ME, "08:00:" + second, "login", Map.of());
      pushed("08:20:" + second, "decision", "BES-1");
    }
    var whole = log("limit", "100");
    assertThat(whole.at("next")).isNull();
    var paged = new ArrayList<@Nullable Object>();
    var page = log("limit", "3");
    while (true) {
      paged.addAll(page.each("items", "at"));
      if (page.at("next") == null) {
        break;
      }
      page = log("limit", "3", "cursor", String.valueOf(page.at("next")));
    }
    assertThat(paged).hasSize(14).isEqualTo(whole.each("items", "at"));
  }

  @Test
  void aLastPageThatIsFullHasNoNext() {
    row(ME, "08:00:00", "login", Map.of());
    row(ME, "08:01:00", "login", Map.of());
    pushed("07:00:00", "decision", "NONE");
    var page = log("limit", "2");
    assertThat(page.each("items", "act")).containsExactly("login", "login");
    assertThat(page.at("next")).isNull();
  }

  @Test
  void itLooksNoFurtherThan300RowsThatAreForOthers() {
    row(ME, "07:00:00", "login", Map.of());
    for (int i = 0; i < AccessLog.MOST_PASSED_OVER; i++) {
      pushed("08:%02d:%02d".formatted(i / 60, i % 60), "decision", "NONE");
    }
    var counted = Calls.during(() -> log());
    var early = counted.result();
    assertThat(early.each("items", "act")).isEmpty();
    assertThat(counted.calls()).hasSizeLessThan(80);
    assertThat(log("cursor", String.valueOf(early.at("next"))).each("items", "act"))
        .containsExactly("login");
  }

  @Test
  void aPageOfAShortLogIsAQueryPerSubjectAndABatchPerCase() {
    municipality.take(caseId, Pushes.decision());
    pushed("08:12:00", "decision", "BES-1");
    assertThat(Calls.during(() -> log()).operations())
        .containsExactly(
            "GetItem", "Query", "BatchGetItem", "Query", "Query", "Query", "BatchGetItem");
  }

  @ParameterizedTest
  @CsvSource({"cursor,made-up", "cursor,AAAA", "limit,0", "limit,101", "limit,x", "case,x", "å,x"})
  void anOddQueryIsRefused(String name, String value) {
    assertThat(log(name, value).status()).isEqualTo(400);
  }

  @Test
  void aCursorOfAnotherSessionIsRefused() {
    row(ME, "08:00:00", "login", Map.of());
    row(ME, "08:01:00", "login", Map.of());
    String next = String.valueOf(log("limit", "1").at("next"));
    assertThat(portal.login(Pushes.APPLICANT).get("/api/access-log", "cursor", next).status())
        .isEqualTo(400);
  }

  private Portal.Answer log(String... parameters) {
    return me.get("/api/access-log", parameters);
  }

  private String subject() {
    return AuditItems.subject(caseId);
  }

  private void pushed(String at, String what, String id) {
    row(subject(), at, "push", Map.of("by", "/lifecare", "what", what, "id", id, "version", "1"));
  }

  private void opened(String subject, String at, CaseId in, String what, String id) {
    row(subject, at, "opened", Map.of("case", in.value(), "what", what, "id", id));
  }

  private void row(String subject, String at, String act, Map<String, String> more) {
    var all = new HashMap<>(Map.of("act", act, "by", "citizen", "outcome", "done"));
    all.putAll(more);
    municipality.put(
        municipality.tables().audit(),
        AuditItems.row(municipality.tables(), subject, Instant.parse("2026-11-20T" + at + "Z"), all)
            .put()
            .item());
  }
}
