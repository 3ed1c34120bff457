package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseHeader;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Role;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.testing.Municipality;

/** What is written is what is read. */
class ItemsTest {

  private static final Citizen CITIZEN = new Citizen("citizen");

  private final Municipality municipality = new Municipality();
  private final Reading reading = Reading.of(municipality);

  @Test
  void aHead() {
    Head head =
        Head.UNKNOWN
            .state("/lifecare", 3, "hash", Protection.CONFIDENTIALITY_MARKING)
            .head()
            .state("/lifecare", 4, "other", Protection.NONE)
            .head()
            .state("/other-system EB-1", 1, "third", Protection.PROTECTED_REGISTRATION)
            .head();
    var item = new LinkedHashMap<>(PersonItems.headKey(CITIZEN));
    item.putAll(PersonItems.statements(head));
    assertThat(PersonItems.head(item)).isEqualTo(head);
    item.put("notBefore", Values.time(Reading.NOW));
    assertThat(PersonItems.head(item).notBefore()).isEqualTo(Reading.NOW);
    assertThat(PersonItems.head(Map.of())).isEqualTo(Head.UNKNOWN);
  }

  @Test
  void aPlaceInACase() {
    var whole =
        new Membership(
            CaseId.of(Municipality.LIFECARE, new CaseNumber("EB-1")),
            new CaseNumber("EB-1"),
            Municipality.LIFECARE,
            Area.FINANCIAL_ASSISTANCE,
            "P1",
            Role.CO_APPLICANT,
            Stockholm.day(Reading.NOW),
            Stockholm.day(Reading.NOW).plusDays(1),
            Stockholm.day(Reading.NOW).plusDays(2),
            Reading.NOW,
            Map.of(CITIZEN, 0L, new Citizen("other"), 3L),
            Set.of(new Citizen("before")));
    var item = PersonItems.membership(CITIZEN, whole);
    assertThat(PersonItems.isMembership(item)).isTrue();
    assertThat(PersonItems.membership(item)).isEqualTo(whole);
  }

  @Test
  void aCase() {
    Push push =
        Pushes.household()
            .with("persons/1/from", "2026-11-01")
            .with(
                "nextStep",
                Json.parseObject(
                    "{\"text\": \"Beslut\", \"actor\": \"office\", \"audience\": [\"P1\"]}"));
    CaseId caseId = municipality.takeCase(push);
    Citizen applicant = Municipality.citizen(Pushes.APPLICANT);
    Citizen coApplicant = Municipality.citizen(Pushes.CO_APPLICANT);
    assertThat(reading.cases().all(List.of(reading.applicants(caseId))))
        .containsExactly(
            new Case(
                caseId,
                new CaseNumber(Pushes.CASE_NUMBER),
                Municipality.LIFECARE,
                1,
                CaseHeader.from(push.members()),
                List.of(
                    person("P1", applicant, "Elias Hertzberg", Role.APPLICANT, null),
                    person(
                        "P2",
                        coApplicant,
                        "Åsa-Lena Gustafsson",
                        Role.CO_APPLICANT,
                        LocalDate.of(2026, 11, 1)),
                    person("P3", null, "Alva Öberg", Role.CHILD, null)),
                Municipality.TAKEN_IN));
  }

  private static Person person(
      String id, @Nullable Citizen citizen, String name, Role role, @Nullable LocalDate from) {
    return new Person(
        id, citizen, List.of(), name, role, from, null, true, citizen != null && role.canLogIn());
  }

  @ParameterizedTest
  @CsvSource({"header,{", "header,{}", "persons,{}", "persons,'[{\"id\": \"P1\"}]'", "version,one"})
  void aCaseThatCannotBeReadIsNotThere(String attribute, String value) {
    CaseId caseId = municipality.takeCase(Pushes.ofCase());
    VisibleCase visible = reading.applicants(caseId);
    Case stored = reading.cases().all(List.of(visible)).getFirst();
    var item = new HashMap<>(CaseItems.item(stored, "hash", Map.of(), null, null, null));
    item.put(attribute, Values.text(value));
    municipality.put(municipality.tables().cases(), item);
    assertThat(reading.cases().all(List.of(visible))).isEmpty();
  }

  static Stream<Push> kinds() {
    return Stream.of(
        Pushes.application(),
        Pushes.decision(),
        Pushes.intervention(),
        Pushes.resourceAllocation(),
        Pushes.payment().without("payee/personId"),
        Pushes.incomingPayment(),
        Pushes.document(),
        Pushes.file(),
        Pushes.appointment(),
        Pushes.informationRequest(),
        Pushes.calculation());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFactOfEachKind(Push push) {
    CaseId caseId = municipality.takeCase(Pushes.ofCase());
    Push whole = push.with("registeredAt", "2026-11-20T07:00:00.123456789Z");
    municipality.take(caseId, whole, Reading.NOW, Reading.NOW.plusSeconds(1));
    SeenEvent seen =
        reading
            .events()
            .find(reading.applicants(caseId), new EventId(String.valueOf(push.at("id"))))
            .orElseThrow();
    assertThat(seen.event()).isEqualTo(whole.event());
    assertThat(seen.line().id()).isEqualTo(whole.event().fact().id());
    assertThat(seen.line().kind()).isEqualTo(whole.event().kind());
    assertThat(seen.line().date()).isEqualTo(whole.event().fact().date());
    assertThat(seen.line().registeredAt()).isEqualTo(whole.event().fact().registeredAt());
    assertThat(seen.line().title()).isEqualTo(whole.event().title());
    assertThat(seen.line().status()).isEqualTo(whole.event().status());
    assertThat(seen.line().since()).isEqualTo(Reading.NOW);
    assertThat(seen.line().updatedAt()).isEqualTo(Reading.NOW.plusSeconds(1));
    assertThat(seen.line().listed()).containsAllEntriesOf(whole.event().listed().members());
  }
}
