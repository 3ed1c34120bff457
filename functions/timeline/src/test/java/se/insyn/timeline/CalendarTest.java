package se.insyn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/** A kallelse as a calendar file. */
class CalendarTest {

  private static final Municipality MUNICIPALITY = new Municipality();
  private static final CaseId CASE = MUNICIPALITY.takeCase(Pushes.household());
  private static final CaseId OTHER_CASE =
      MUNICIPALITY.takeCase(Pushes.household().with("caseNumber", "EB-2"));
  private static final Portal PORTAL = new Portal(MUNICIPALITY);

  static {
    MUNICIPALITY.take(CASE, told());
    MUNICIPALITY.take(OTHER_CASE, told());
    MUNICIPALITY.take(CASE, Pushes.decision());
    MUNICIPALITY.take(CASE, told().with("id", "P2-ONLY").with("audience", List.of("P2")));
  }

  private final Portal.Browser applicant = PORTAL.login(Pushes.APPLICANT);

  @AfterAll
  static void close() {
    PORTAL.close();
  }

  @Test
  void itSaysWhenAndNothingElse() {
    var answer = of("KAL-1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("Content-Type", List.of("text/calendar; charset=utf-8"))
        .containsEntry("Content-Disposition", List.of("attachment; filename=\"mote.ics\""))
        .containsEntry("Cache-Control", List.of("no-store"));
    assertThat(answer.body().replaceFirst("UID:[0-9a-f-]{36}", "UID:…"))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Insyn//Insyn//SV
            BEGIN:VEVENT
            UID:…
            DTSTAMP:20261120T081200Z
            SEQUENCE:1
            DTSTART:20261126T090000Z
            DTEND:20261126T094500Z
            SUMMARY:Möte
            CLASS:PRIVATE
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aCalendarReadsIt() {
    Calendar calendar = read(of("KAL-1").body());
    assertThat(calendar.validate().getEntries()).isEmpty();
    assertThat(properties(calendar))
        .containsEntry("DTSTART", "20261126T090000Z")
        .containsEntry("DTEND", "20261126T094500Z")
        .containsEntry("SUMMARY", "Möte");
  }

  @Test
  void aMovedOneIsTheSameOneLater() {
    Push moved =
        told()
            .with("id", "MOVED")
            .with("version", 7)
            .with("startsAt", "2026-11-27T10:00:00+01:00")
            .with("endsAt", null);
    MUNICIPALITY.take(CASE, told().with("id", "MOVED"));
    var before = properties(read(of("MOVED").body()));
    MUNICIPALITY.take(CASE, moved, Municipality.TAKEN_IN, Instant.parse("2026-11-20T08:30:00Z"));
    var after = properties(read(of("MOVED").body()));
    assertThat(after)
        .containsEntry("UID", before.get("UID"))
        .containsEntry("SEQUENCE", "7")
        .containsEntry("DTSTAMP", "20261120T083000Z")
        .containsEntry("DTSTART", "20261127T090000Z")
        .doesNotContainKey("DTEND");
  }

  @Test
  void aCancelledOneSaysSo() {
    MUNICIPALITY.take(CASE, told().with("id", "OFF").with("version", 2).with("cancelled", true));
    assertThat(properties(read(of("OFF").body())))
        .containsEntry("STATUS", "CANCELLED")
        .containsEntry("SEQUENCE", "2");
  }

  @Test
  void aVersionThatIsLongerThanACalendarsIntegersIsCut() {
    MUNICIPALITY.take(CASE, told().with("id", "LONG").with("version", 1_763_712_000_000L));
    assertThat(properties(read(of("LONG").body()))).containsEntry("SEQUENCE", "2147483647");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T09:00:00Z, false",
    "2026-11-26T09:00:00.900Z, false",
    "2026-11-26T09:00:01Z, true"
  })
  void onlyAnEndAfterTheStartIsAnEnd(String endsAt, boolean stands) {
    MUNICIPALITY.take(CASE, told().with("id", "SHORT").with("endsAt", endsAt));
    assertThat(properties(read(of("SHORT").body())).containsKey("DTEND")).isEqualTo(stands);
  }

  @Test
  void noTwoFactsHaveTheSameUid() {
    MUNICIPALITY.take(CASE, told().with("id", "KAL-2"));
    String one = properties(read(of("KAL-1").body())).get("UID");
    assertThat(one)
        .isNotEqualTo(properties(read(of("KAL-2").body())).get("UID"))
        .isNotEqualTo(properties(read(of(OTHER_CASE, "KAL-1").body())).get("UID"));
  }

  @Test
  void noLineIsLongerThanACalendarTakes() {
    assertThat(of("KAL-1").body().split("\r\n", -1))
        .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(76));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BES-1", "P2-ONLY", "NONE", "å", "NB-1"})
  void whatIsNoKallelseOfTheirsIsNotThere(String id) {
    var none = of("NOT-THERE");
    var answer = of(id);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(answer.headers()).isEqualTo(none.headers());
  }

  @Test
  void itIsWrittenDownBeforeItIsHandedOut() {
    assertThat(Calls.during(() -> of("KAL-1")).operations()).endsWith("TransactWriteItems");
    assertThat(Calls.during(() -> of("BES-1")).operations()).doesNotContain("TransactWriteItems");
  }

  private Portal.Answer of(String id) {
    return of(CASE, id);
  }

  private Portal.Answer of(CaseId caseId, String id) {
    return applicant.get("/api/cases/" + caseId.value() + "/events/" + id + "/calendar");
  }

  /** With all that a shared calendar must not tell. */
  private static Push told() {
    return Pushes.appointment()
        .with("endsAt", "2026-11-26T09:45:00Z")
        .with("place", "Socialkontoret, Storgatan 1")
        .with("with", "Maria Östlund");
  }

  private static Calendar read(String file) {
    try {
      return new CalendarBuilder().build(new StringReader(file));
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> properties(Calendar calendar) {
    return calendar.getComponents().getFirst().getProperties().stream()
        .collect(Collectors.toMap(Property::getName, Property::getValue));
  }
}
