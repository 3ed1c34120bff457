package se.insyn.local.journeys;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.insyn.domain.events.Kind;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Sha256;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Addresses;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.OwnFiles;
import se.insyn.local.hostile.Papers;
import se.insyn.local.hostile.People;
import se.insyn.local.hostile.StoredItems;
import se.insyn.local.template.Template;

/**
 * Whatever is stored of a citizen is in their export, or it is said here why not (K07). Whoever
 * adds a table, a kind of item or an act to the audit trail decides which of the two it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeExportTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String CASE = "WHOLE-1";

  /** What is stored, by the member of {@code insyn.json} that has it. */
  private static final Map<String, String> IN_THE_EXPORT =
      Map.ofEntries(
          entry("PEOPLE_TABLE CASE#", "cases"),
          entry("CASES_TABLE CASE", "cases"),
          entry("CASES_TABLE EVENT#", "events"),
          entry("CITIZENS_TABLE READ#", "accessLog"),
          entry("CITIZENS_TABLE DRAFT#", "drafts"),
          entry("MESSAGES_TABLE THREAD#", "threads"),
          entry("MESSAGES_TABLE MESSAGE#", "threads"),
          entry("MESSAGES_TABLE ANSWER#", "answers"),
          entry("CITIZENS_TABLE PROFILE", "profile"),
          entry("CITIZENS_TABLE PROPOSED#", "profile"),
          entry("AUDIT_TABLE CITIZEN# profile", "accessLog"),
          entry("AUDIT_TABLE CITIZEN# confirmed", "accessLog"),
          entry("AUDIT_TABLE CITIZEN# login", "accessLog"),
          entry("AUDIT_TABLE CITIZEN# logout", "accessLog"),
          entry("AUDIT_TABLE CITIZEN# opened", "accessLog"),
          entry("AUDIT_TABLE CITIZEN# ordered", "accessLog"),
          entry("AUDIT_TABLE CASE# push", "accessLog"),
          entry("AUDIT_TABLE CASE# file-checked", "accessLog"),
          entry("FILES_BUCKET attachments/", "files"),
          entry("FILES_BUCKET cases/", "files"));

  /** What is stored and not in it. */
  private static final Map<String, String> WHY_NOT =
      Map.ofEntries(
          entry("MESSAGES_TABLE ANSWERED#", "It repeats when the last answer came."),
          entry("MESSAGES_TABLE ATTACHMENT", "It repeats what the message says of its file."),
          entry("MESSAGES_TABLE ATTACHMENT#", "It repeats what the message says of its file."),
          entry("SYSTEMS_TABLE RATE#", "It counts what a system pushes, and names nobody."),
          entry("SYSTEMS_TABLE PROTECTION", "It says of a system, and names nobody."),
          entry("AUDIT_TABLE CITIZEN# contact-details", "What a system has is in the profile."),
          entry("AUDIT_TABLE CASE# message-read", "The message says who has read it."),
          entry("AUDIT_TABLE CASE# message-sent", "The message says when it was sent."),
          entry("AUDIT_TABLE CASE# information-submitted", "The answer says when it was sent."),
          entry("AUDIT_TABLE CASE# message-sent-waits", "The message says when it was sent."),
          entry("AUDIT_TABLE CASE# message-sent-stopped", "The message says that it was."),
          entry("AUDIT_TABLE CASE# information-submitted-waits", "The answer says when."),
          entry("AUDIT_TABLE CASE# information-submitted-stopped", "The answer says so."),
          entry("AUDIT_TABLE CITIZEN# attachment-checked", "The message says how far it came."),
          entry("AUDIT_TABLE CITIZEN# attachment-refused", "The message says how far it came."),
          entry("AUDIT_TABLE CITIZEN# code", "That an address changed is in the log."),
          entry("PEOPLE_TABLE HEAD", "It tells of protection; who has any gets no export."),
          entry("PEOPLE_TABLE LAST-FACT#", "When the newest fact came is said by the fact."),
          entry(
              "SESSIONS_TABLE", "A session is sealed and gone in hours; its login is in the log."),
          entry("SESSIONS_TABLE LOGIN#", "A login that has only begun is nobody's yet."),
          entry("CITIZENS_TABLE EXPORT#", "It is the export; its order is in the log."),
          entry("CITIZENS_TABLE HELD#", "It repeats which facts the export has."),
          entry("CITIZENS_TABLE QUOTA#", "It counts a day's orders and codes; the log has them."),
          entry("CITIZENS_TABLE CODE#", "It is a hash, and of no use after ten minutes."),
          entry("NOTICES_TABLE NOTICE", "It waits to be sent, and says nothing but that."),
          entry("NOTICES_TABLE CODE#", "It waits to be sent, to the address in the profile."),
          entry("NOTICES_TABLE OLD#", "It waits to be sent, for a day at most."),
          entry("NOTICES_TABLE REMINDER", "It waits to be sent, and says nothing but that."),
          entry("NOTICES_TABLE ATTEMPT", "It says that something was sent, for a while."),
          entry("NOTICES_TABLE ATTEMPT#", "It says that something was sent, for a while."),
          entry("NOTICES_TABLE DESTINATION#", "It counts a day's codes, and names nobody."),
          entry("NOTICES_TABLE CODES", "It counts a day's codes, and names nobody."),
          entry("NOTICES_TABLE CODES#", "It counts a day's codes, and names nobody."),
          entry(
              "SYSTEMS_TABLE EXPORT#", "It is work that waits, and names what is told elsewhere."),
          entry(
              "SYSTEMS_TABLE ERASE#",
              "It is work that waits; what is erased is to be told nobody."),
          entry(
              "SYSTEMS_TABLE CLOSED#", "It is work that waits; the case says when it was closed."),
          entry("SYSTEMS_TABLE RECONCILE#", "It is work that waits, and names nobody."),
          entry("SYSTEMS_TABLE FORGET#", "It is work that waits, and names nobody."),
          entry("CITIZENS_TABLE ALONE", "It says that somebody has no case: they see no export."),
          entry("SYSTEMS_TABLE OUT#", "It is on its way to a system and gone when that has it."),
          entry("AUDIT_TABLE SYSTEM# acknowledge", "It is an act of a system, and names nobody."),
          entry("AUDIT_TABLE CITIZEN# protection", "Nothing of protection is told to anybody."),
          entry("AUDIT_TABLE CASE# protection", "Nothing of protection is told to anybody."),
          entry("AUDIT_TABLE CASE# erase", "What was erased is to be told nobody."),
          entry("AUDIT_TABLE CASE# remove", "What has left is to be told nobody."),
          entry("AUDIT_TABLE CASE# snapshot", "It says that a system compared its case with ours."),
          entry("AUDIT_TABLE CASE# missed", "What a system no longer has is closed to all."),
          entry("AUDIT_TABLE CASE# found", "It opens what a push brought; the push is in the log."),
          entry("AUDIT_TABLE CASE# file-lost", "It is a fault of ours, not of the case."),
          entry("AUDIT_TABLE CASE# file-refused", "The document was never open to anybody."),
          entry("FILES_BUCKET incoming/", "Nobody has checked it yet, so nobody sees it."),
          entry("FILES_BUCKET exports/", "It is the export itself."));

  /** What the key of an item begins with, in a table or in the code. */
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z-]+(#|$)");

  private String json = "";
  private Map<String, Object> members = Map.of();

  @BeforeAll
  void someoneHasEverythingThatThereIs() throws IOException {
    var office = People.startOver();
    office.applies(People.household(CASE, People.ELIAS, People.MATTIAS));
    facts("MINE", "P1").forEach(office::applies);
    facts("THEIRS", "P2").forEach(office::applies);
    byte[] pdf = Papers.pdf("utredning");
    office.handOver(
        office.announce(Papers.document(CASE, "MINE-FILE", pdf).with("audience", List.of("P1"))),
        pdf);
    Papers.awaitChecks();
    office.applies(Pushes.contactDetails());
    INSYN.loggedIn(People.ELIAS).post("/logout", "{}");
    var elias = INSYN.loggedIn(People.ELIAS);
    Addresses.change(
        elias,
        Map.of(
            "phone", "+46701740605", "notifyBySms", true, "notifyByEmail", true, "language", "sv"));
    Addresses.confirm(elias, "sms", Addresses.code("sms"));
    for (var browser : List.of(elias, INSYN.loggedIn(People.MATTIAS))) {
      for (var event : Answers.list(browser.get("/api/events?limit=100"), "items")) {
        browser.get("/api/cases/" + event.get("caseId") + "/events/" + event.get("id"));
      }
    }
    for (var browser : List.of(elias, INSYN.loggedIn(People.MATTIAS))) {
      writes(browser, browser == elias ? "MINE" : "THEIRS");
    }
    var ordered = Json.object(elias.post("/api/exports", "{}").body());
    INSYN.tick();
    var answer = elias.get("/api/exports/" + ordered.get("id"));
    json = json(URI.create(answer.headers().firstValue("location").orElseThrow()));
    members = Json.object(json);
  }

  /** A message, an answer and a draft. */
  private static void writes(Browser browser, String whose) {
    var caseId =
        Answers.list(browser.get("/api/cases"), "items").stream()
            .filter(each -> CASE.equals(each.get("caseNumber")))
            .map(each -> String.valueOf(each.get("caseId")))
            .findFirst()
            .orElseThrow();
    var text = Map.of("id", "m1", "text", whose + "-TEXT", "attachmentIds", List.of());
    var message = new LinkedHashMap<String, Object>(text);
    byte[] pdf = Papers.pdf("kallelse");
    var paper = OwnFiles.announce(browser, whose + "-PAPER.pdf", "application/pdf", pdf);
    OwnFiles.handOver(paper, pdf);
    message.put("attachmentIds", List.of(OwnFiles.id(paper)));
    message.put("to", List.of(Map.of("caseId", caseId, "caseworkerId", "HL3")));
    message.put("subject", whose + "-SUBJECT");
    var request = whose + "-information-request";
    assertThat(browser.post("/api/threads", Json.text(message)).statusCode()).isEqualTo(201);
    assertThat(
            browser
                .post("/api/cases/" + caseId + "/events/" + request + "/answer", Json.text(text))
                .statusCode())
        .isEqualTo(201);
    assertThat(
            browser
                .change("PUT", "/api/drafts/D-1", Json.text(Map.of("text", whose + "-DRAFT")))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void everyKindOfItemThatIsStoredIsInTheExportOrHasItsReason() {
    assertThat(stored()).isSubsetOf(known());
  }

  @Test
  void everyTableAndBucketOfTheTemplateIsThoughtOf() throws IOException {
    var stores =
        Template.read(Path.of("..", "template.yaml")).settingNames().stream()
            .filter(name -> name.endsWith("_TABLE") || name.endsWith("_BUCKET"))
            .toList();
    assertThat(known().stream().map(kind -> kind.split(" ", -1)[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(stores);
  }

  /** Also those that nobody makes here. */
  @Test
  void everyKindOfItemThatTheCodeSpellsIsThoughtOf() throws IOException {
    var thoughtOf =
        known().stream()
            .map(kind -> kind.split(" ", -1))
            .filter(words -> words.length > 1 && words[1].endsWith("#"))
            .map(words -> words[1])
            .collect(toCollection(TreeSet::new));
    assertThat(spelt()).isNotEmpty().isSubsetOf(thoughtOf);
  }

  @Test
  void whatIsSaidToBeInTheExportIsThere() {
    assertThat(members)
        .containsOnlyKeys(
            "madeAt",
            "profile",
            "cases",
            "events",
            "calculations",
            "threads",
            "answers",
            "drafts",
            "accessLog",
            "files");
    assertThat(IN_THE_EXPORT.values())
        .allSatisfy(name -> assertThat(members.get(name)).isNotIn(List.of(), Map.of()));
    assertThat(kinds("events")).hasSize(Kind.values().length - 1);
    assertThat(kinds("calculations")).containsExactly("calculation");
    assertThat(each("accessLog", "act").map(String::valueOf))
        .contains("login", "logout", "opened", "pushed", "export-ordered")
        .contains("phone-changed", "phone-confirmed");
    assertThat(each("files", "sha256"))
        .hasSize(2)
        .anySatisfy(sum -> assertThat(sum).isEqualTo(Sha256.hex(Papers.pdf("kallelse"))));
    assertThat(Json.text(Objects.requireNonNull(members.get("profile"))))
        .contains("+46701740605", "070-174 06 05", "\"sms\":\"confirmed\"");
  }

  @Test
  void nothingInItIsOfOthers() {
    assertThat(json).contains("MINE-").doesNotContain("THEIRS-", "protection");
    assertThat(StoredItems.items("CASES_TABLE").toString()).contains("THEIRS-");
  }

  private static Set<String> known() {
    var known = new TreeSet<>(IN_THE_EXPORT.keySet());
    known.addAll(WHY_NOT.keySet());
    return known;
  }

  /** A fact of every kind. */
  private static Stream<Push> facts(String whose, String person) {
    return Stream.of(
            Pushes.application(),
            Pushes.decision(),
            Pushes.intervention(),
            Pushes.resourceAllocation(),
            Pushes.payment(),
            Pushes.incomingPayment(),
            Pushes.document(),
            Pushes.appointment(),
            Pushes.informationRequest(),
            Pushes.calculation())
        .map(
            push ->
                push.with("caseNumber", CASE)
                    .with("id", whose + "-" + push.type())
                    .with("audience", List.of(person)));
  }

  private static String json(URI address) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(Browser.fetch(address).body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("insyn.json")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("there is no insyn.json");
  }

  private Set<String> kinds(String list) {
    return each(list, "kind").map(String::valueOf).collect(toCollection(TreeSet::new));
  }

  private Stream<?> each(String list, String member) {
    return Answers.list(members, list).stream().map(item -> item.get(member));
  }

  /** Table and kind of every item, bucket and folder of every object. */
  private static Set<String> stored() {
    var stored = new TreeSet<String>();
    for (String table :
        List.of(
            "PEOPLE_TABLE",
            "CASES_TABLE",
            "CITIZENS_TABLE",
            "MESSAGES_TABLE",
            "SYSTEMS_TABLE",
            "NOTICES_TABLE")) {
      StoredItems.items(table).forEach(item -> stored.add(table + kind(text(item, "item"))));
    }
    StoredItems.items("SESSIONS_TABLE")
        .forEach(item -> stored.add("SESSIONS_TABLE" + kind(text(item, "id"))));
    StoredItems.items("AUDIT_TABLE")
        .forEach(
            item ->
                stored.add("AUDIT_TABLE" + kind(text(item, "subject")) + " " + text(item, "act")));
    INSYN
        .s3()
        .keys("")
        .forEach(key -> stored.add("FILES_BUCKET " + key.substring(0, key.indexOf('/') + 1)));
    return stored;
  }

  private static String text(Map<String, Object> item, String name) {
    return String.valueOf(((Map<?, ?>) Objects.requireNonNull(item.get(name))).get("S"));
  }

  /** An item whose key begins with no word is the only kind of its table. */
  private static String kind(String key) {
    var kind = KIND.matcher(key);
    return kind.lookingAt() ? " " + kind.group() : "";
  }

  /** What the constants of all our classes begin with that are keys of items. */
  private static Set<String> spelt() throws IOException {
    var spelt = new TreeSet<String>();
    for (String modules : List.of("shared", "functions")) {
      try (var files = Files.walk(Path.of("..", modules))) {
        files
            .filter(file -> file.toString().contains("/target/classes/"))
            .filter(file -> file.toString().endsWith(".class"))
            .flatMap(WholeExportTest::constants)
            .map(WholeExportTest::kind)
            .filter(kind -> kind.endsWith("#"))
            .forEach(kind -> spelt.add(kind.strip()));
      }
    }
    return spelt;
  }

  private static Stream<String> constants(Path file) {
    try {
      var pool = ClassFile.of().parse(file).constantPool();
      return StreamSupport.stream(pool.spliterator(), false)
          .filter(StringEntry.class::isInstance)
          .map(constant -> ((StringEntry) constant).stringValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
