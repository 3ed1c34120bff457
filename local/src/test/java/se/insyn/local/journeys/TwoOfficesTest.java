package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.OwnFiles;
import se.insyn.local.hostile.Papers;
import se.insyn.local.hostile.People;

/** One message with a paper to the offices of two systems: each has a part of it, and its own. */
class TwoOfficesTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final byte[] PDF = Papers.pdf("utredning");
  private static final String OF_AID = "EB-2026-00087";
  private static final String OF_LABOUR = "AME-118";

  private Office aid = Office.lifecare();
  private Office labour = Office.otherSystem();
  private Browser mattias = INSYN.browser();
  private List<String> threads = List.of();

  @BeforeEach
  void heHasWrittenToBothWithAPaper() {
    aid = People.startOver();
    labour = Office.otherSystem();
    aid.applies(caseOf(OF_AID, "HL1", "Karin Sjöström"));
    labour.applies(caseOf(OF_LABOUR, "AK1", "Jenny Falk"));
    mattias = INSYN.loggedIn(People.MATTIAS);
    var to =
        Answers.list(mattias.get("/api/contacts"), "items").stream()
            .map(
                each ->
                    Map.of(
                        "caseId", String.valueOf(each.get("caseId")),
                        "caseworkerId", String.valueOf(each.get("caseworkerId"))))
            .toList();
    assertThat(to)
        .extracting(each -> each.get("caseworkerId"))
        .containsExactlyInAnyOrder("HL1", "AK1");
    var paper = OwnFiles.announce(mattias, "Kontoutdrag åäö.pdf", "application/pdf", PDF);
    OwnFiles.handOver(paper, PDF);
    var sent = mattias.post("/api/threads", OwnFiles.message("m1", to, OwnFiles.id(paper)));
    assertThat(sent.statusCode()).isEqualTo(201);
    threads =
        ((List<?>) Objects.requireNonNull(Json.object(sent.body()).get("threadIds")))
            .stream().map(String::valueOf).toList();
    assertThat(threads).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void eachFetchesItsOwnPartWithTheSameBytesAndAcknowledgesNothingButThat() {
    var ofAid = act(aid);
    var ofLabour = act(labour);

    assertThat(data(ofAid))
        .containsEntry("caseNumber", OF_AID)
        .containsEntry("caseworkerIds", List.of("HL1"))
        .containsEntry("personId", "P1")
        .containsEntry("subject", "Hyran")
        .containsEntry("text", "Hej");
    assertThat(data(ofLabour))
        .containsEntry("caseNumber", OF_LABOUR)
        .containsEntry("caseworkerIds", List.of("AK1"))
        .containsEntry("personId", "P1")
        .containsEntry("text", "Hej");
    for (var act : List.of(ofAid, ofLabour)) {
      assertThat(act).containsEntry("type", "se.insyn.message-sent.v1");
      var attachment = (Map<?, ?>) Answers.list(data(act), "attachments").getFirst();
      assertThat(attachment.get("name")).isEqualTo("Kontoutdrag åäö.pdf");
      var url = URI.create(String.valueOf(attachment.get("url")));
      assertThat(Browser.fetch(url).body()).isEqualTo(PDF);
    }

    acknowledges(labour, ofAid);
    assertThat(acts(aid)).hasSize(1);
    acknowledges(aid, ofAid);
    acknowledges(aid, ofAid);
    assertThat(acts(aid)).isEmpty();
    assertThat(act(labour).get("id")).isEqualTo(ofLabour.get("id"));
    acknowledges(labour, ofLabour);
    assertThat(acts(labour)).isEmpty();
  }

  @Test
  void whatOneAnswersIsUnreadUntilHeReadsItAndThatOfficeAloneIsTold() {
    var ofAid = act(aid);
    acknowledges(aid, ofAid);
    acknowledges(labour, act(labour));
    String name = String.valueOf(data(ofAid).get("threadId"));

    aid.applies(answer(name));

    String thread = threadWithUnread(1);
    assertThat(unreadMessages()).isEqualTo(1);
    var answered = messages(thread).getLast();
    assertThat(answered.get("text")).isEqualTo("Tack, det räcker.");
    assertThat(from(answered)).isEqualTo("Karin Sjöström");
    assertThat(acts(aid)).isEmpty();

    assertThat(mattias.post("/api/threads/" + thread + "/read", "").statusCode()).isEqualTo(204);
    assertThat(mattias.post("/api/threads/" + thread + "/read", "").statusCode()).isEqualTo(204);

    assertThat(unreadMessages()).isZero();
    var read = act(aid);
    assertThat(read).containsEntry("type", "se.insyn.message-read.v1");
    assertThat(data(read))
        .containsOnlyKeys("caseNumber", "threadId", "messageId", "personId", "readAt")
        .containsEntry("caseNumber", OF_AID)
        .containsEntry("threadId", name)
        .containsEntry("messageId", "MED-1")
        .containsEntry("personId", "P1");
    assertThat(acts(labour)).isEmpty();
  }

  @Test
  void whatACaseworkerHasReadIsShownToHimInThatThreadAlone() {
    var sent = data(act(aid));
    threads.forEach(thread -> assertThat(readers(thread)).isEmpty());

    Push read =
        Pushes.messageRead()
            .with("caseNumber", OF_AID)
            .with("threadId", sent.get("threadId"))
            .with("messageId", sent.get("messageId"))
            .with("readBy", Map.of("caseworkerId", "HL1", "name", "Karin Sjöström"));
    aid.applies(read);
    assertThat(aid.result(read)).isEqualTo("duplicate");

    assertThat(threads.stream().map(this::readers).toList())
        .containsExactlyInAnyOrder(List.of("Karin Sjöström at 2026-11-20T10:00:00Z"), List.of());
  }

  private static Push caseOf(String caseNumber, String caseworker, String name) {
    return People.caseOf(caseNumber, People.MATTIAS)
        .with("caseworkers/0/id", caseworker)
        .with("caseworkers/0/name", name);
  }

  private static Push answer(String thread) {
    return Pushes.message()
        .with("caseNumber", OF_AID)
        .with("threadId", thread)
        .with("from", Map.of("caseworkerId", "HL1", "name", "Karin Sjöström"))
        .without("subject")
        .with("text", "Tack, det räcker.");
  }

  private static Map<String, Object> act(Office office) {
    var acts = acts(office);
    assertThat(acts).hasSize(1);
    return acts.getFirst();
  }

  private static List<Map<String, Object>> acts(Office office) {
    var body = "{\"events\":" + office.get("/caseworker/v1/outbox").body() + "}";
    return Answers.list(Json.object(body), "events").stream().map(TwoOfficesTest::members).toList();
  }

  private static Map<String, Object> data(Map<String, Object> act) {
    return members((Map<?, ?>) Objects.requireNonNull(act.get("data")));
  }

  private static Map<String, Object> members(Map<?, ?> read) {
    var members = new HashMap<String, Object>();
    read.forEach((name, value) -> members.put(String.valueOf(name), value));
    return members;
  }

  private static void acknowledges(Office office, Map<String, Object> act) {
    HttpResponse<String> answer =
        office.send(office.request("/caseworker/v1/outbox/" + act.get("id")).DELETE());
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  private int unreadMessages() {
    var start = Json.object(mattias.get("/api/start").body());
    return ((Number) Objects.requireNonNull(start.get("unreadMessages"))).intValue();
  }

  /** The one thread that has so many. */
  private String threadWithUnread(int count) {
    var found =
        Answers.list(mattias.get("/api/threads"), "items").stream()
            .filter(each -> ((Number) Objects.requireNonNull(each.get("unread"))).intValue() > 0)
            .toList();
    assertThat(found)
        .singleElement()
        .extracting(each -> String.valueOf(each.get("unread")))
        .isEqualTo(String.valueOf(count));
    return String.valueOf(found.getFirst().get("id"));
  }

  private List<Map<?, ?>> messages(String thread) {
    return Answers.list(mattias.get("/api/threads/" + thread), "messages");
  }

  private List<String> readers(String thread) {
    return Answers.list(members(messages(thread).getFirst()), "readBy").stream()
        .map(each -> each.get("name") + " at " + each.get("at"))
        .toList();
  }

  private static Object from(Map<?, ?> message) {
    return Objects.requireNonNull(
        ((Map<?, ?>) Objects.requireNonNull(message.get("from"))).get("name"));
  }
}
