package se.insyn.local.journeys;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Addresses;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.OutboxEntries;
import se.insyn.local.hostile.OwnFiles;
import se.insyn.local.hostile.Papers;
import se.insyn.local.hostile.People;
import se.insyn.local.hostile.StoredItems;
import se.insyn.local.template.Permission;
import se.insyn.local.template.Template;

/**
 * The template's policies against what each function asks of tables and keys while every route is
 * used, also by those who are refused.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final Path CALLS = Path.of("..", "checks", "template", "calls.json");
  private static final String CASE = "PERM-1";
  private static final List<String> BOTH = List.of("P1", "P2");

  private final Map<String, Set<String>> used = new TreeMap<>();
  private Map<String, List<Permission>> allowed = Map.of();
  private Browser elias = INSYN.browser();
  private Map<?, ?> replacement = Map.of();
  private Map<?, ?> attached = Map.of();
  private String export = "";

  @BeforeAll
  void everythingIsDoneOnce() throws Exception {
    allowed = Template.read(Path.of("..", "template.yaml")).permissions();
    var office = People.startOver();
    office.applies(fromBackup());
    casesAreRestoredFromAnOlderBackup();
    office.applies(People.household(CASE, People.ELIAS, People.MATTIAS));
    office.handOver(office.announce(document(1, "utredning")), Papers.pdf("utredning"));
    Papers.awaitChecks();
    doing("CaseworkerApi", () -> push(office));
    doing("FileChecks", () -> handOver(office));
    var caseId =
        Answers.list(INSYN.loggedIn(People.ELIAS).get("/api/cases"), "items").stream()
            .filter(item -> CASE.equals(item.get("caseNumber")))
            .map(item -> String.valueOf(item.get("caseId")))
            .findFirst()
            .orElseThrow();
    elias = INSYN.loggedIn(People.ELIAS);
    doing("Cases", () -> get("/api/start", "/api/cases", "/api/cases/" + caseId, "/api/contacts"));
    var events = "/api/cases/" + caseId + "/events/";
    doing(
        "Timeline",
        () ->
            get(
                "/api/events",
                "/api/events?kind=payment",
                "/api/events?application=ANS-1",
                "/api/applications",
                events + "ANS-1",
                events + "BES-1",
                events + "UTB-1",
                events + "KAL-1/calendar",
                events + "NOBODYS"));
    var calculations = "/api/cases/" + caseId + "/calculations/";
    doing(
        "Decisions",
        () ->
            get(
                "/api/decisions",
                "/api/payments",
                calculations + "NB-1",
                calculations + "NOBODYS"));
    var file = "/api/cases/" + caseId + "/documents/DOK-2/file";
    doing("Documents", () -> get("/api/documents") && fetched(file));
    doing("Messages", () -> readAndWrite(caseId));
    papersAreSent(office, caseId);
    addressesComeAndGo();
    doing("Profile", () -> get("/api/access-log", "/api/profile") && order());
    office.applies(
        ofBoth(Pushes.informationRequest())
            .with("id", "KOMP-2")
            .with("date", Stockholm.today(Clock.systemUTC()).toString()));
    var told = waiting(caseId);
    told.forEach(PermissionsTest::wantsToBeTold);
    doing("Notifications", PermissionsTest::somebodyIsTold);
    told.forEach(PermissionsTest::isToBeReminded);
    doing("Notifications", PermissionsTest::somebodyIsTold);
    doing("Upkeep", PermissionsTest::aMinutePasses);
    doing("Profile", this::fetch);
    casesAreClosed(office);
    aFileIsErased(caseId);
    doing("Upkeep", PermissionsTest::aMinutePasses);
    theNightComesLongAfter(caseId);
    doing("Upkeep", PermissionsTest::aMinutePasses);
    doing("Login", this::logInAndOut);
  }

  @Test
  void everyFunctionIsAllowedWhatItDoesAndNoMore() {
    var wanted = new TreeMap<String, Set<String>>();
    allowed.forEach((function, permissions) -> wanted.put(function, texts(permissions)));
    assertThat(used).isEqualTo(wanted);
  }

  /** With it the checks that need no build notice a permission that is missing or too much. */
  @Test
  void whatTheFunctionsDoIsRecordedForTheChecks() throws IOException {
    var recorded = new TreeMap<String, Set<String>>();
    Json.object(Files.readString(CALLS))
        .forEach(
            (function, calls) ->
                recorded.put(
                    function,
                    ((List<?>) calls)
                        .stream().map(String::valueOf).collect(toCollection(TreeSet::new))));
    assertThat(recorded).as("%s, which must be %s", CALLS, Json.text(used)).isEqualTo(used);
  }

  @Test
  void nobodyMayChangeTheAuditTrail() {
    assertThat(allowed.values())
        .allSatisfy(
            permissions ->
                assertThat(permissions)
                    .filteredOn(permission -> permission.resource().startsWith("AuditTable"))
                    .extracting(Permission::action)
                    .isSubsetOf("dynamodb:PutItem", "dynamodb:Query"));
  }

  /** Everything a caseworker system does. */
  private boolean push(Office office) {
    Office.otherSystem().applies(People.caseOf("PERM-5", People.ELIAS));
    office.applies(
        People.household(CASE, People.ELIAS, People.MATTIAS).with("version", 2),
        ofBoth(Pushes.application()),
        ofBoth(People.decision(CASE, "BES-1"))
            .with("applicationId", "ANS-1")
            .with("notifiedHere", true),
        ofBoth(Pushes.calculation().with("decisionId", "BES-1")),
        ofBoth(Pushes.payment().with("decisionId", "BES-1")),
        ofBoth(Pushes.payment().with("version", 2).with("retracted", true)),
        ofBoth(Pushes.payment().with("version", 3)),
        fromBackup(),
        Pushes.protection(People.BERTIL, "confidentiality-marking"),
        People.household("PERM-2", People.ELIAS, People.MATTIAS),
        Pushes.message().with("caseNumber", "PERM-2"),
        People.caseOf("PERM-2", People.ELIAS).with("version", 2),
        Pushes.push("erase", "{\"caseNumber\": \"PERM-2\", \"version\": 3}"));
    assertThat(office.result(ofBoth(Pushes.application()))).isEqualTo("duplicate");
    assertThat(office.result(Pushes.decision().with("caseNumber", "NOBODYS")))
        .isEqualTo("/problems/unknown-case");
    office.pushAll(
        ofBoth(Pushes.document()),
        ofBoth(Pushes.appointment()),
        ofBoth(Pushes.informationRequest()));
    replacement = office.announce(document(2, "kallelse"));
    office.applies(
        message("MED-1"),
        message("MED-2").with("threadId", "MED-1"),
        Pushes.messageRead().with("caseNumber", CASE),
        Pushes.contactDetails(),
        Pushes.push("erase", "{\"caseNumber\": \"PERM-1\", \"id\": \"MED-2\", \"version\": 2}"));
    attached = office.announceAttached(withPdf(message("MED-3")));
    office.pushRaw(office.event(ofBoth(Pushes.intervention())), "?dryRun=true");
    assertThat(office.readBack(CASE, "&limit=1")).containsKeys("case", "next");
    office.get("/caseworker/v1/cases?caseNumber=NOBODYS");
    snapshots(office);
    return office.get("/caseworker/v1/api-info").statusCode() == 200;
  }

  /** A system lacks a fact, and then has it after all. */
  private static void snapshots(Office office) {
    var itsCase = People.caseOf("PERM-6", People.ELIAS);
    var fact = People.decision("PERM-6", "BES-1");
    var now = Instant.now();
    office.applies(itsCase, fact);
    assertThat(
            office
                .putCase("PERM-6", Office.snapshot(now.plusSeconds(50).toString(), itsCase))
                .body())
        .contains("\"closed\"");
    assertThat(
            office
                .putCase("PERM-6", Office.snapshot(now.plusSeconds(51).toString(), itsCase, fact))
                .body())
        .contains("\"applied\"");
  }

  /** A file replaces another one. */
  private boolean handOver(Office office) {
    return office.handOver(replacement, Papers.pdf("kallelse")) == 200
        && office.handOver(attached, Papers.pdf("arbetsplan")) == 200
        && Papers.awaitChecks();
  }

  private static Push message(String id) {
    return Pushes.message().with("caseNumber", CASE).with("id", id);
  }

  private static Push withPdf(Push message) {
    return message.with("attachments", List.of(Papers.attachment("B1", Papers.pdf("arbetsplan"))));
  }

  private static Push document(int version, String file) {
    return ofBoth(Papers.document(CASE, "DOK-2", Papers.pdf(file))).with("version", version);
  }

  /** A case whose persons are known as this very push says, though the case itself is older. */
  private static Push fromBackup() {
    return People.caseOf("PERM-3", People.AMIRA).with("version", 2);
  }

  private static void casesAreRestoredFromAnOlderBackup() {
    var cases =
        StoredItems.items("CASES_TABLE").stream()
            .filter(item -> item.toString().contains("PERM-3"))
            .map(LinkedHashMap::new)
            .toList();
    cases.forEach(item -> item.put("version", Map.of("N", "1")));
    StoredItems.put("CASES_TABLE", List.copyOf(cases));
  }

  private static Push ofBoth(Push push) {
    return push.with("caseNumber", CASE).with("audience", BOTH);
  }

  private boolean get(String... paths) {
    for (var path : paths) {
      assertThat(INSYN.browser().get(path).statusCode()).isEqualTo(401);
      assertThat(elias.get(path).statusCode()).isEqualTo(path.endsWith("NOBODYS") ? 404 : 200);
    }
    return true;
  }

  /** Follows a file's way to its bytes, as a browser does. */
  private boolean fetched(String path) {
    var address = elias.get(path).headers().firstValue("location").orElseThrow();
    return INSYN.browser().get(address).statusCode() == 200;
  }

  /**
   * One to two cases that is fetched by their office, which then erases one of them; and one that
   * is taken back while it is looked at.
   */
  private void papersAreSent(Office office, String caseId) {
    office.applies(People.caseOf("PERM-7", People.ELIAS));
    var erased = CaseId.of(new Source("/lifecare"), new CaseNumber("PERM-7")).value();
    var pdf = Papers.pdf("utredning");
    var to =
        Stream.of(caseId, erased)
            .map(each -> Map.of("caseId", each, "caseworkerId", "HL3"))
            .toList();
    var names = new ArrayList<Map<String, Object>>();
    doing(
        "Messages",
        () -> {
          for (int i = 0; i < 2; i++) {
            names.add(OwnFiles.announce(elias, "Brev.pdf", "application/pdf", pdf));
          }
          var id = OwnFiles.id(names.getFirst());
          return elias.post("/api/threads", OwnFiles.message("m4", to, id)).statusCode() == 201
              && OwnFiles.state(elias, id).equals("checking");
        });
    doing("FileChecks", () -> OwnFiles.handOver(names.getFirst(), pdf));
    INSYN.calls().before((operation, items) -> takeBack(operation, OwnFiles.id(names.getLast())));
    doing("FileChecks", () -> OwnFiles.handOver(names.getLast(), pdf));
    INSYN.calls().untouched();
    doing(
        "Messages",
        () -> {
          var thread =
              "/api/threads/"
                  + Answers.list(elias.get("/api/threads"), "items").getFirst().get("id");
          var message = Answers.list(elias.get(thread), "messages").getLast().get("id");
          return fetched(
              thread + "/messages/" + message + "/attachments/" + OwnFiles.id(names.getFirst()));
        });
    doing(
        "CaseworkerApi",
        () -> {
          assertThat(OutboxEntries.fetchAttached(office)).isEqualTo(pdf);
          for (var event : OutboxEntries.events(office)) {
            OutboxEntries.acknowledge(office, String.valueOf(event.get("id")));
          }
          return OutboxEntries.events(office).isEmpty();
        });
    office.applies(Pushes.push("erase", "{\"caseNumber\": \"PERM-7\", \"version\": 2}"));
  }

  /** That is nobody's work but this test's. */
  private static boolean isTakenBack(String asked) {
    return asked.matches("dynamodb:(Scan|BatchWriteItem) MessagesTable");
  }

  /** When its bytes lie where they would be served from, and nobody has been told so yet. */
  private static void takeBack(String operation, String id) {
    if (operation.equals("TransactWriteItems") && !INSYN.s3().keys("attachments/" + id).isEmpty()) {
      var items =
          StoredItems.items("MESSAGES_TABLE").stream()
              .filter(item -> text("ATTACHMENT#" + id).equals(item.get("citizen")))
              .map(LinkedHashMap::new)
              .toList();
      items.getFirst().put("fileState", text("refused"));
      items
          .getFirst()
          .computeIfPresent(
              "attachment",
              (name, json) ->
                  text(String.valueOf(((Map<?, ?>) json).get("S")).replace("checking", "refused")));
      StoredItems.put("MESSAGES_TABLE", List.copyOf(items));
    }
  }

  /** Everything that somebody does with messages. */
  private boolean readAndWrite(String caseId) {
    var threads = Answers.list(elias.get("/api/threads"), "items");
    var attached =
        threads.stream()
            .map(thread -> "/api/threads/" + thread.get("id"))
            .filter(thread -> elias.get(thread).body().contains("\"MED-3\""))
            .findFirst()
            .orElseThrow();
    assertThat(
            elias
                .post(
                    "/api/threads",
                    Json.text(
                        Map.of(
                            "id",
                            "m1",
                            "to",
                            List.of(Map.of("caseId", caseId, "caseworkerId", "HL3")),
                            "subject",
                            "Hyran",
                            "text",
                            "Hej",
                            "attachmentIds",
                            List.of(),
                            "about",
                            Map.of("caseId", caseId, "eventId", "BES-1"))))
                .statusCode())
        .isEqualTo(201);
    assertThat(
            elias
                .post(
                    attached + "/messages",
                    Json.text(Map.of("id", "m2", "text", "Tack", "attachmentIds", List.of())))
                .statusCode())
        .isEqualTo(201);
    assertThat(elias.post(attached + "/read", "{}").statusCode()).isEqualTo(204);
    assertThat(
            elias
                .post(
                    "/api/cases/" + caseId + "/events/KOMP-1/answer",
                    Json.text(Map.of("id", "m3", "text", "Här", "attachmentIds", List.of())))
                .statusCode())
        .isEqualTo(201);
    assertThat(elias.change("PUT", "/api/drafts/D-1", "{}").statusCode()).isEqualTo(204);
    return get("/api/threads", attached, "/api/drafts", "/api/drafts/D-1")
        && elias.change("DELETE", "/api/drafts/D-1", "{}").statusCode() == 204
        && fetched(attached + "/messages/MED-3/attachments/B1");
  }

  /** The codes are looked up in between, for that is nobody's work. */
  private void addressesComeAndGo() {
    var members = Map.of("notifyBySms", true, "notifyByEmail", true, "language", "sv");
    for (var phone : List.of("0701740605", "0701740606")) {
      var withPhone = new LinkedHashMap<String, Object>(members);
      withPhone.put("phone", phone);
      doing("Profile", () -> Addresses.change(elias, withPhone) == 200);
      var code = Addresses.code("sms");
      doing("Profile", () -> Addresses.confirm(elias, "sms", code) == 204);
      doing("Profile", () -> Addresses.confirm(elias, "sms", code) == 422);
    }
    doing("Profile", () -> Addresses.change(elias, members) == 200);
  }

  private boolean order() {
    export = "/api/exports/" + Json.object(elias.post("/api/exports", "{}").body()).get("id");
    return get(export);
  }

  private static boolean aMinutePasses() {
    INSYN.tick("Upkeep");
    return true;
  }

  /** A code and a notice go out, and the e-mail comes back: its channel is closed. */
  private static boolean somebodyIsTold() {
    var mark = INSYN.logMark();
    INSYN.tick("Notifications");
    var deadline = Clock.systemUTC().instant().plusSeconds(20);
    while (INSYN.loggedSince(mark).stream().noneMatch(line -> line.contains("permanent-failure"))) {
      assertThat(Clock.systemUTC().instant()).isBefore(deadline);
    }
    return true;
  }

  /** One with a code to be sent, and an e-mail that comes back. */
  private static void wantsToBeTold(String citizen) {
    StoredItems.put(
        "CITIZENS_TABLE",
        List.of(
            Map.of(
                "citizen", text(citizen),
                "item", text("PROFILE"),
                "language", text("sv"),
                "email", text("bounce@example.se"),
                "emailState", text("confirmed"),
                "emailWanted", Map.of("BOOL", true),
                "smsState", text("none"),
                "smsWanted", Map.of("BOOL", true),
                "revision", number(1))));
    StoredItems.put(
        "NOTICES_TABLE",
        List.of(
            Map.of(
                "citizen", text(citizen),
                "item", text("CODE#sms"),
                "address", text("+46701740605"),
                "language", text("sv"),
                "code", text("123456"),
                "until", number(Clock.systemUTC().millis() + 600_000),
                "due", text("2026-01-01T00:00:00.000000000Z"),
                "shard", text("at-once"))));
  }

  /** Four days have passed, and nobody has opened what is asked for. */
  private static void isToBeReminded(String citizen) {
    older("NOTICES_TABLE", "emailLast", Duration.ofHours(2));
    var due =
        StoredItems.items("NOTICES_TABLE").stream()
            .filter(item -> text(citizen).equals(item.get("citizen")))
            .filter(item -> text("REMINDER").equals(item.get("item")))
            .map(LinkedHashMap::new)
            .toList();
    if (due.isEmpty()) {
      return;
    }
    due.getFirst().put("due", text("2026-01-01T00:00:00.000000000Z"));
    StoredItems.put("NOTICES_TABLE", List.copyOf(due));
    wantsToBeTold(citizen);
  }

  /** Everybody for whom a notice waits. */
  private static List<String> waiting(String caseId) {
    return StoredItems.items("NOTICES_TABLE").stream()
        .filter(item -> text("NOTICE").equals(item.get("item")) && item.containsKey("due"))
        .filter(item -> String.valueOf(item.get("cases")).contains(caseId))
        .map(item -> item.get("citizen") instanceof Map<?, ?> text ? text.get("S") : null)
        .map(String::valueOf)
        .toList();
  }

  /** Whoever has the address fetches it. */
  private boolean fetch() {
    var address = elias.get(export).headers().firstValue("location").orElseThrow();
    return Browser.fetch(URI.create(address)).statusCode() == 200;
  }

  private static void casesAreClosed(Office office) {
    var today = LocalDate.now(Clock.systemUTC()).toString();
    office.applies(
        People.caseOf("PERM-4", People.ELIAS)
            .with("openedOn", "1999-01-01")
            .with("status", "closed")
            .with("closedOn", "2000-01-01"),
        People.caseOf("PERM-5", People.ELIAS).with("status", "closed").with("closedOn", today));
    // A few days later.
    older("CASES_TABLE", "updatedAt", Duration.ofDays(10));
  }

  /** What a push of an erasure leaves for upkeep. */
  private static void aFileIsErased(String caseId) {
    var reader =
        StoredItems.items("CITIZENS_TABLE").stream()
            .filter(item -> item.toString().contains("EXPORT#"))
            .map(item -> item.get("citizen"))
            .findFirst()
            .orElseThrow();
    StoredItems.put(
        "SYSTEMS_TABLE",
        List.of(
            Map.of(
                "source", text("upkeep"),
                "item", text("ERASE#2026-01-01T00:00:00.000000000Z#" + caseId + "#DOK-2"),
                "case", text(caseId),
                "id", text("DOK-2"),
                "erasedAt", text("2199-12-31T00:00:00Z"),
                "filesUntil", text("2199-12-31T00:00:00Z"),
                "readers", Map.of("L", List.of(reader)))));
  }

  /** The document whose file has been removed is old by now. */
  private static void theNightComesLongAfter(String caseId) {
    var documents =
        StoredItems.items("CASES_TABLE").stream()
            .filter(item -> text(caseId).equals(item.get("caseId")))
            .filter(item -> text("EVENT#DOK-2").equals(item.get("item")))
            .map(LinkedHashMap::new)
            .toList();
    assertThat(documents).hasSize(1);
    documents.getFirst().put("updatedAt", number(0));
    StoredItems.put("CASES_TABLE", List.copyOf(documents));
    StoredItems.put(
        "SYSTEMS_TABLE",
        List.of(
            Map.of("source", text("upkeep"), "item", text("RECONCILE#0"), "lease", number(0)),
            Map.of("source", text("upkeep"), "item", text("FORGET#0"), "lease", number(0))));
    // One person has long been in no case, one has just come back into one.
    for (var kept : List.of("CITIZENS_TABLE PROFILE", "NOTICES_TABLE NOTICE")) {
      var words = kept.split(" ", -1);
      StoredItems.put(words[0], List.of(Map.of("citizen", text("gone"), "item", text(words[1]))));
    }
    StoredItems.put(
        "CITIZENS_TABLE",
        List.of(
            Map.of("citizen", text("gone"), "item", text("ALONE"), "since", number(0)),
            Map.of("citizen", text("alone"), "item", text("PROFILE"))));
  }

  private static Map<String, Object> number(long value) {
    return Map.of("N", String.valueOf(value));
  }

  private static Map<String, Object> text(String value) {
    return Map.of("S", value);
  }

  private boolean logInAndOut() {
    elias.get("/api/session");
    elias.post("/api/session", "");
    elias.login(People.ELIAS);
    var cancelled = INSYN.browser();
    cancelled.get(cancelled.cancelled(cancelled.startLogin("/")));
    for (var refused : List.of(People.BERTIL, People.NOBODY)) {
      assertThat(INSYN.loggedIn(refused).isLoggedIn()).isFalse();
    }
    INSYN.browser().get("/api/nowhere");
    return elias.post("/logout", "{}").statusCode() == 204;
  }

  /** Does it, and notes what the function needs for it. */
  private void doing(String function, Supplier<Boolean> work) {
    sessionsAreTwoMinutesOld();
    INSYN.calls().record();
    int before = INSYN.kms().needed().size();
    int mailsBefore = INSYN.ses().needed().size();
    int smsBefore = INSYN.sns().needed().size();
    int filesBefore = INSYN.s3().needed().size();
    assertThat(work.get()).as(function).isTrue();
    var keys = INSYN.kms().needed();
    note(
        function,
        INSYN.calls().needed().stream().filter(asked -> !isTakenBack(asked.toString())).toList());
    note(function, keys.subList(before, keys.size()));
    var mails = INSYN.ses().needed();
    note(function, mails.subList(mailsBefore, mails.size()));
    var sms = INSYN.sns().needed();
    note(function, sms.subList(smsBefore, sms.size()));
    var files = INSYN.s3().needed();
    files
        .subList(filesBefore, files.size())
        .forEach(asked -> note(signer(function, asked), List.of(versioned(function, asked))));
    if (function.equals("Login")) {
      // Each instance asks for its public key once, perhaps long ago.
      note(
          function,
          keys.stream().filter(asked -> asked.action().equals("kms:GetPublicKey")).toList());
    }
  }

  /** Whoever signed the address of an upload needs the permission, not who uses it. */
  private static String signer(String function, Permission asked) {
    if (asked.toString().matches("s3:PutObject [a-z]+/incoming/attachments/.*")) {
      return "Messages";
    }
    return asked.toString().matches("s3:PutObject [a-z]+/incoming/.*") ? "CaseworkerApi" : function;
  }

  /** Upkeep removes every version; this store has but one of each. */
  private static Permission versioned(String function, Permission asked) {
    return function.equals("Upkeep") && asked.action().equals("s3:DeleteObject")
        ? new Permission("s3:DeleteObjectVersion", asked.resource())
        : asked;
  }

  /** Notes what in the policy allows it, or the thing itself where nothing does. */
  private void note(String function, Collection<Permission> needed) {
    var granted = allowed.getOrDefault(function, List.of());
    used.computeIfAbsent(function, none -> new TreeSet<>())
        .addAll(
            texts(
                needed.stream()
                    .map(
                        asked ->
                            granted.stream()
                                .filter(grant -> grant.allows(asked))
                                .findFirst()
                                .orElse(asked))
                    .toList()));
  }

  private static Set<String> texts(Collection<Permission> permissions) {
    return permissions.stream().map(Permission::toString).collect(toCollection(TreeSet::new));
  }

  /** A session is extended once a minute at most. */
  private static void sessionsAreTwoMinutesOld() {
    older("SESSIONS_TABLE", "lastSeen", Duration.ofMinutes(2));
  }

  private static void older(String table, String time, Duration by) {
    var older =
        StoredItems.items(table).stream()
            .filter(item -> item.containsKey(time))
            .map(LinkedHashMap::new)
            .toList();
    for (var item : older) {
      var at = Long.parseLong(String.valueOf(item.get(time)).replaceAll("\\D", ""));
      item.put(time, Map.of("N", String.valueOf(at - by.toMillis())));
    }
    StoredItems.put(table, List.copyOf(older));
  }
}
