package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.accesslog.AccessLog;
import se.insyn.domain.accesslog.Act;
import se.insyn.domain.accesslog.LogEntry;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Openings;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.Answers;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Page;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;
import se.insyn.domain.views.ViewedEvents;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.OpeningItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Municipality;

/** That an export is whole: what the portal shows besides the facts, with the same rules. */
class ExportIsWholeTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final Citizen ASA = Municipality.citizen(Pushes.CO_APPLICANT);
  private static final List<String> BOTH = List.of("P1", "P2");

  private final Workshop workshop = new Workshop();
  private final Municipality municipality = workshop.municipality;
  private final CaseId household = municipality.takeCase(Pushes.household());

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void itSaysHowToAppealAndWhatFollowedOnACalculation() {
    municipality.take(
        household,
        Pushes.decision()
            .with("audience", BOTH)
            .with("outcome", "rejected")
            .with("amountOre", 700_000)
            .with("receivedBy", List.of(Map.of("personId", "P1", "on", "2026-11-20"))));
    municipality.take(household, Pushes.calculation().with("decisionId", "BES-1"));
    municipality.take(household, Pushes.payment().with("decisionId", "BES-1"));
    municipality.take(
        household,
        Pushes.payment()
            .with("id", "HENNES")
            .with("decisionId", "BES-1")
            .with("audience", List.of("P2")));

    Unzipped zip = built(ELIAS);

    assertThat(zip.each("events", "howToAppeal"))
        .containsExactlyInAnyOrder(
            Map.of(
                "appealable", true,
                "basis", "received",
                "receivedOn", "2026-11-20",
                "lastDay", "2026-12-11"),
            null);
    assertThat(zip.each("calculations", "decidedOre")).containsExactly(700_000L);
    assertThat(zip.each("calculations", "paidOre")).containsExactly(50_000L);
    assertThat(zip.text("insyn.html")).contains("senast 2026-12-11", "Utbetalt belopp");
    assertThat(built(ASA).text("insyn.json"))
        .contains("\"basis\":\"unknown\"")
        .doesNotContain("2026-12-11");
  }

  @Test
  void itHasWhatWasWrittenToWhomItIsFor() {
    municipality.takeMessage(
        household,
        Pushes.message().with("text", "Hej <b>Elias</b>"),
        Instant.parse("2026-11-19T07:00:00Z"));
    municipality.takeMessage(
        household,
        Pushes.message().with("id", "MED-2").with("to", "P2").with("text", "Hej Åsa"),
        Instant.parse("2026-11-19T07:00:01Z"));

    Unzipped zip = built(ELIAS);

    assertThat(zip.each("threads", "subject")).containsExactly("Kontoutdrag");
    assertThat(zip.each("threads", "messages").toString())
        .contains("text=Hej <b>Elias</b>", "name=Maria Östlund")
        .doesNotContain("Åsa");
    assertThat(zip.text("insyn.html"))
        .contains("Meddelanden", "Kontoutdrag", "Hej &lt;b&gt;Elias&lt;/b&gt;")
        .doesNotContain("Hej Åsa");
  }

  @Test
  void itHasTheProfileAndWhatTheSystemsHaveWhoseCasesAreSeen() {
    propose("/lifecare", workshop.clock.instant().plusSeconds(1));
    propose("/other-system", workshop.clock.instant().plusSeconds(1));

    assertThat(built(ELIAS).json().get("profile"))
        .isEqualTo(
            Json.parse(
                """
                {"notifyBySms": true, "notifyByEmail": true, "language": "sv",
                 "channels": {"sms": "none", "email": "none"},
                 "proposed": [{"source": "/lifecare", "phone": "070-174 06 05",
                               "updatedAt": "2026-11-20T08:12:00Z"}]}
                """));
  }

  @Test
  void itHasNothingOfWhatASystemSaidTooLongAgo() {
    propose("/lifecare", workshop.clock.instant());

    assertThat(String.valueOf(built(ELIAS).json().get("profile"))).doesNotContain("proposed");
  }

  private void propose(String source, Instant until) {
    municipality.put(
        workshop.tables.citizens(),
        Map.of(
            "citizen", Values.text(ELIAS.key()),
            "item", Values.text("PROPOSED#" + source),
            "version", Values.number(1),
            "phone", Values.text("070-174 06 05"),
            "updatedAt", Values.time(Municipality.TAKEN_IN),
            "ttl", Values.number(until.getEpochSecond())));
  }

  @Test
  void itSaysThatADecisionWasReadHereWithoutBeingAnOpeningItself() {
    municipality.take(
        household, Pushes.decision().with("outcome", "rejected").with("notifiedHere", true));
    assertThat(built(ELIAS).each("events", "howToAppeal"))
        .containsExactly(Map.of("appealable", true, "basis", "unknown"));
    municipality.put(
        workshop.tables.citizens(),
        Map.of(
            "citizen", Values.text(ELIAS.key()),
            "item", Values.text(OpeningItems.prefix(household) + "BES-1"),
            "openedAt", Values.time(Instant.parse("2026-11-13T08:00:00Z"))));

    assertThat(built(ELIAS).each("events", "howToAppeal"))
        .containsExactly(
            Map.of(
                "appealable", true,
                "basis", "read-here",
                "receivedOn", "2026-11-13",
                "lastDay", "2026-12-04"));
  }

  @Test
  void itHoldsTheWholeLogOfItsCitizenAndNothingOfOthers() {
    municipality.take(household, Pushes.decision().with("audience", BOTH));
    municipality.take(
        household, Pushes.payment().with("id", "HENNES").with("audience", List.of("P2")));
    for (int i = 0; i < 250; i++) {
      workshop.audit(AuditItems.subject(ELIAS), at(i), "login", Map.of());
    }
    String of = AuditItems.subject(household);
    for (int i = 0; i < 400; i++) {
      workshop.audit(of, at(300 + i), "push", Map.of("what", "payment", "id", "HENNES"));
    }
    workshop.audit(of, at(800), "push", Map.of("what", "decision", "id", "BES-1"));
    workshop.audit(of, at(801), "protection", Map.of("what", "case"));
    workshop.audit(AuditItems.subject(ASA), at(802), "opened", opening("BES-1"));
    workshop.audit(AuditItems.subject(ASA), at(803), "login", Map.of());
    workshop.audit(AuditItems.subject(ELIAS), at(804), "opened", opening("BES-1"));
    workshop.audit(AuditItems.subject(ELIAS), at(805), "opened", opening("GONE"));
    workshop.audit(
        AuditItems.subject(ELIAS), at(806), "ordered", Map.of("what", "export", "id", "a"));

    Unzipped zip = built(ELIAS);

    assertThat(zip.each("accessLog", "act"))
        .startsWith("export-ordered", "opened", "opened", "pushed", "login")
        .hasSize(254);
    assertThat(zip.each("accessLog", "at").stream().map(String::valueOf))
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(zip.each("accessLog", "id").subList(0, 5))
        .containsExactly(null, null, "BES-1", "BES-1", null);
    assertThat(zip.text("insyn.json")).doesNotContain("HENNES", "GONE", "protection");
    assertThat(zip.text("insyn.html"))
        .contains(
            "<li>2026-11-20 09:25 Nytt eller ändrat: <a href=\"#h-"
                + household.value()
                + "-BES-1\" dir=\"auto\">Beslut: Strukturerat öppenv.pgm vård/beh</a>"
                + " (/lifecare)</li>",
            "<li>2026-11-20 09:25 Du öppnade</li>");
  }

  @Test
  void whatOnlyTheLogNamesIsHeldTooAndClosesTheExportWhenItGoes() throws IOException {
    municipality.take(household, Pushes.decision());
    Viewer viewer = workshop.bean(Viewers.class).withoutSession(ELIAS).orElseThrow();
    CaseEvents events = workshop.bean(CaseEvents.class);
    AccessLog cameMeanwhile =
        (of, limit, after) -> {
          municipality.take(household, Pushes.payment());
          Line line = events.lines(of.cases().getFirst(), List.of(new EventId("UTB-1"))).getFirst();
          return new Page<>(List.of(new LogEntry(line.since(), Act.PUSHED, line)), null);
        };
    var content =
        new ExportContent(
            viewer,
            events,
            new ViewedEvents(events, workshop.bean(Openings.class)),
            cameMeanwhile,
            new ExportedMail(
                viewer,
                workshop.bean(Threads.class),
                workshop.bean(Answers.class),
                workshop.bean(CitizenItems.class)),
            OutputStream.nullOutputStream(),
            new ReadablePage(Writer.nullWriter(), "Exempelby", Workshop.NOW),
            Workshop.NOW);

    content.write(
        ViewedCase.all(workshop.bean(Cases.class), viewer.cases(), Stockholm.day(Workshop.NOW)),
        new ExportedProfile(Profile.UNTOUCHED, List.of()));

    assertThat(content.held().getFirst().facts())
        .containsOnlyKeys(new EventId("BES-1"), new EventId("UTB-1"));
  }

  private Unzipped built(Citizen citizen) {
    workshop.order(citizen, "a");
    workshop.tick();
    return workshop.zip(citizen, "a");
  }

  /** Some seconds after the pushes of this municipality. */
  private static Instant at(int seconds) {
    return Municipality.TAKEN_IN.plusSeconds(seconds);
  }

  private Map<String, String> opening(String id) {
    return Map.of("case", household.value(), "what", "decision", "id", id);
  }
}
