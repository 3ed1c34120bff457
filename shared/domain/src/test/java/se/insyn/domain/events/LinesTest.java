package se.insyn.domain.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Money;

/** How a fact stands in lists: title, state, amount, place, notice. */
class LinesTest {

  static List<Arguments> lines() {
    return List.of(
        arguments(
            Complete.application(),
            "Ansökan Vuxna | under-investigation | - | -",
            "{'period': {'from': '2026-12-01', 'to': '2026-12-31'}}",
            "{'calculationId': 'NB-1'}"),
        arguments(
            Complete.decision(),
            "Ekonomiskt bistånd | revoked | 165000 | BES-0",
            "{}",
            "{'replacesId': 'BES-0', 'calculationId': 'NB-1', 'documentId': 'DOK-1'}"),
        arguments(
            Complete.intervention(),
            "Öppenvårdsprogram | ended | - | BES-1",
            "{}",
            "{'decisionId': 'BES-1'}"),
        arguments(
            Complete.resourceAllocation(),
            "Råd och stöd | - | - | INS-1",
            "{}",
            "{'interventionId': 'INS-1'}"),
        arguments(
            Complete.payment(),
            "Elias Hertzberg | stopped | 50000 | BES-1",
            """
            {'method': 'Plusgiro', 'payee': {'name': 'Elias Hertzberg', 'you': false},
             'reference': '4410087', 'concernedMonth': '2026-11', 'decisionId': 'BES-1'}
            """,
            "{'decisionId': 'BES-1', 'replacesId': 'UTB-0'}"),
        arguments(
            Complete.incomingPayment(),
            "Inbetalning | - | 50000 | BES-60",
            "{}",
            "{'decisionId': 'BES-60', 'paymentId': 'UTB-1'}"),
        arguments(
            Complete.text(),
            "Uppföljningssamtal | - | - | DOK-0",
            """
            {'documentType': 'journal-note', 'typeName': 'Samtalsanteckning',
             'author': 'Petra Lundin', 'hasFile': false}
            """,
            "{'replacesId': 'DOK-0'}"),
        arguments(
            Complete.file(),
            "Utredning | - | - | DOK-0",
            """
            {'documentType': 'investigation', 'typeName': 'Utredning',
             'author': 'Petra Lundin', 'hasFile': true}
            """,
            "{'replacesId': 'DOK-0'}"),
        arguments(
            Complete.appointment(),
            "Karin Sjöström | - | - | -",
            "{'startsAt': '2026-11-26T09:00:00Z', 'place': 'Torggatan 4'}",
            "{'documentId': 'DOK-1'}"),
        arguments(
            Complete.informationRequest(),
            "Kontoutdrag | withdrawn | - | -",
            "{'what': 'Kontoutdrag', 'dueOn': '2026-12-01'}",
            "{}"),
        arguments(
            Complete.calculation(),
            "Riksnorm (exempelbelopp) | - | - | BES-1",
            "{'decisionId': 'BES-1'}",
            "{'replacesId': 'NB-0', 'decisionId': 'BES-1'}"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aKindKnowsItsLineAndItsLinks(
      Complete complete, String line, String listed, String references) {
    CaseEvent event = complete.push().event();
    Money amount = event.amount();
    EventId parent = event.parent();
    var named = new LinkedHashMap<String, String>();
    event.references().forEach((member, id) -> named.put(member, id.value()));
    assertThat(
            String.join(
                " | ",
                event.title(),
                event.status() == null ? "-" : event.status(),
                amount == null ? "-" : Long.toString(amount.ore()),
                parent == null ? "-" : parent.value()))
        .isEqualTo(line);
    assertThat(event.listed().members()).isEqualTo(Json.parseObject(listed.replace('\'', '"')));
    assertThat(named).isEqualTo(Json.parseObject(references.replace('\'', '"')));
  }

  @Test
  void whatThePayeeAloneSeesInAListIsKeptApart() {
    var only = new LinkedHashMap<String, Object>();
    Complete.payment()
        .push()
        .event()
        .listedOnlyFor()
        .forEach((person, shown) -> only.put(person, shown.members()));
    assertThat(only)
        .isEqualTo(
            Json.parseObject(
                """
                {"P1": {"payee": {"name": "Elias Hertzberg",
                                  "address": ["Stadingsplan 5", "824 54 Kista"], "you": true},
                        "account": "7890"}}
                """));
    assertThat(Complete.payment().push().without("payee/personId").event().listedOnlyFor())
        .isEmpty();
  }

  @Test
  void aLineWithTheLongestOfEverythingStaysSmall() {
    Push longest =
        Complete.payment()
            .push()
            .with("method", "m".repeat(100))
            .with("reference", "r".repeat(100))
            .with("payee/name", "n".repeat(200))
            .with("payee/address", Collections.nCopies(6, "a".repeat(100)));
    CaseEvent event = longest.event();
    var line = new ArrayList<Object>();
    line.add(event.title());
    line.add(event.listed().members());
    event.listedOnlyFor().values().forEach(shown -> line.add(shown.members()));
    assertThat(Json.write(line).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000);
  }

  @ParameterizedTest
  @CsvSource({
    "Karin, Torggatan 4, Karin",
    "Karin, , Karin",
    ", Torggatan 4, Torggatan 4",
    ", , ''"
  })
  void anAppointmentIsCalledByWhomOneMeetsOrWhere(String with, String place, String title) {
    assertThat(Pushes.appointment().with("with", with).with("place", place).event().title())
        .isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T22:59:59Z, false, 2026-11-26",
    "2026-11-26T23:00:00Z, false, 2026-11-27",
    "2026-06-26T21:59:59Z, false, 2026-06-26",
    "2026-06-26T22:00:00Z, false, 2026-06-27",
    "2026-11-26T23:30:00+01:00, false, 2026-11-26",
    "2026-11-26T22:00:00Z, true, "
  })
  void anAppointmentIsWaitedForOnItsDayInSwedenUnlessCancelled(
      String startsAt, boolean cancelled, LocalDate day) {
    assertThat(
            Pushes.appointment()
                .with("startsAt", startsAt)
                .with("cancelled", cancelled)
                .event()
                .openUntil())
        .isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"open, true", "fulfilled, false", "withdrawn, false"})
  void onlyAnOpenRequestIsWaitedForAndToldOf(String status, boolean open) {
    CaseEvent request = Pushes.informationRequest().with("status", status).event();
    assertThat(request.openUntil()).isEqualTo(open ? LocalDate.of(2026, 12, 1) : null);
    assertThat(request.deservesNotice()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"planned, true", "paid, false", "stopped, true", "returned, true"})
  void moneyThatCameAsPlannedIsNoNews(String status, boolean news) {
    assertThat(Pushes.payment().with("status", status).event().deservesNotice()).isEqualTo(news);
  }

  @Test
  void theKindsThatDeserveANoticeAndThoseThatStandInTheTimeline() {
    var noticed = new LinkedHashMap<Kind, List<Boolean>>();
    for (Push push :
        List.of(
            Pushes.application(),
            Pushes.decision(),
            Pushes.intervention(),
            Pushes.resourceAllocation(),
            Pushes.incomingPayment(),
            Pushes.document(),
            Pushes.appointment(),
            Pushes.calculation())) {
      CaseEvent event = push.event();
      noticed.put(event.kind(), List.of(event.deservesNotice(), event.kind().inTimeline()));
    }
    assertThat(noticed)
        .isEqualTo(
            Map.of(
                Kind.APPLICATION, List.of(true, true),
                Kind.DECISION, List.of(true, true),
                Kind.INTERVENTION, List.of(true, true),
                Kind.RESOURCE_ALLOCATION, List.of(false, true),
                Kind.INCOMING_PAYMENT, List.of(false, true),
                Kind.DOCUMENT, List.of(true, true),
                Kind.APPOINTMENT, List.of(true, true),
                Kind.CALCULATION, List.of(false, false)));
  }

  @Test
  void moneyThatCameBackHangsUnderThePaymentWhenNoDecisionIsNamed() {
    assertThat(Complete.incomingPayment().push().without("decisionId").event().parent())
        .isEqualTo(new EventId("UTB-1"));
  }

  @Test
  void onlyADocumentWithAFileWaitsForItsBytes() {
    assertThat(Pushes.document().event().file()).isNull();
    assertThat(Complete.file().push().event().file())
        .isEqualTo(
            new StoredFile(
                "application/pdf",
                20_971_520,
                "0f5b1f4d1b5b0c6f2e6a8f3e7c9d2a4b6c8e0f1a3b5d7f9a1c3e5f7a9b1d3f5a"));
  }
}
