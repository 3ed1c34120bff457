package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Municipality;

/** Who has had no place in any case for thirty days is forgotten; everybody else is not. */
class PersonsChoreTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final Citizen GONE = Municipality.citizen("197605239917");
  private static final Citizen TOLD_ONLY = Municipality.citizen("198406829906");

  private final Workshop workshop = new Workshop();

  PersonsChoreTest() {
    workshop.municipality.takeCase(Pushes.ofCase());
    workshop.tick();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void whoHasHadNoPlaceForThirtyDaysIsForgottenAndNobodyElse() {
    keeps(ELIAS);
    keeps(GONE);
    waits(TOLD_ONLY, "NOTICE");
    waits(new Citizen("ATTEMPT#a"), "ATTEMPT");
    waits(new Citizen("DESTINATION#b"), "CODES#2026-11-20");

    nights(30);
    assertThat(kept(GONE)).contains("PROFILE", "ALONE", "NOTICE");
    nights(1);

    assertThat(kept(GONE)).isEmpty();
    assertThat(kept(TOLD_ONLY)).isEmpty();
    assertThat(kept(ELIAS))
        .containsExactly(
            "CODE#sms", "DRAFT#a", "NOTICE", "PROFILE", "PROPOSED#/lifecare", "REMINDER");
    assertThat(workshop.municipality.items(workshop.tables.notices()))
        .extracting(item -> Values.text(item, "citizen"))
        .contains("ATTEMPT#a", "DESTINATION#b");
  }

  @Test
  void whoComesBackMeanwhileIsKeptAndTheDaysBeginAnew() {
    keeps(GONE);
    nights(29);
    place(GONE);
    nights(3);
    assertThat(kept(GONE)).contains("PROFILE").doesNotContain("ALONE");

    leaves(GONE);
    nights(30);
    assertThat(kept(GONE)).contains("PROFILE", "ALONE");
    nights(1);
    assertThat(kept(GONE)).isEmpty();
  }

  @Test
  void whoseLastCaseIsKeptNoLongerIsForgottenThirtyDaysAfter() {
    keeps(ELIAS);
    workshop.municipality.takeCase(
        Pushes.ofCase()
            .with("openedOn", "2019-01-01")
            .with("status", "closed")
            .with("closedOn", "2020-01-01"));
    var caseId = CaseId.of(Municipality.LIFECARE, new CaseNumber(Pushes.CASE_NUMBER));
    workshop.clock.passes(Duration.ofDays(8));
    workshop.dynamo.transactWriteItems(
        write ->
            write.transactItems(
                TaskItems.closed(workshop.tables, java.time.LocalDate.of(2020, 1, 1), caseId)));
    nights(1);
    assertThat(kept(ELIAS)).contains("PROFILE");
    nights(31);

    assertThat(kept(ELIAS)).isEmpty();
  }

  @Test
  void aNightGoesThroughMoreThanOnePage() {
    for (int i = 0; i < 250; i++) {
      workshop.municipality.put(workshop.tables.citizens(), item(new Citizen("c" + i), "PROFILE"));
    }
    nights(31);

    assertThat(workshop.municipality.items(workshop.tables.citizens())).isEmpty();
  }

  @Test
  void whatAnEarlierCallLeftHalfDoneIsDoneByTheNext() {
    keeps(GONE);
    nights(30);
    workshop.dynamo.deleteItem(
        delete -> delete.tableName(workshop.tables.citizens()).key(item(GONE, "PROFILE")));
    nights(1);

    assertThat(kept(GONE)).isEmpty();
  }

  /** The first of so many nights comes, and the last. */
  private void nights(int count) {
    workshop.clock.passes(Duration.ofDays(1));
    workshop.tick();
    if (count > 1) {
      workshop.clock.passes(Duration.ofDays(count - 1));
      workshop.tick();
    }
  }

  private void keeps(Citizen citizen) {
    for (String item : List.of("PROFILE", "PROPOSED#/lifecare", "DRAFT#a")) {
      workshop.municipality.put(workshop.tables.citizens(), item(citizen, item));
    }
    for (String item : List.of("NOTICE", "REMINDER", "CODE#sms")) {
      waits(citizen, item);
    }
  }

  private void waits(Citizen citizen, String item) {
    workshop.municipality.put(workshop.tables.notices(), item(citizen, item));
  }

  private void place(Citizen citizen) {
    workshop.municipality.put(workshop.tables.people(), item(citizen, "CASE#" + "a".repeat(64)));
  }

  private void leaves(Citizen citizen) {
    workshop.dynamo.deleteItem(
        delete ->
            delete
                .tableName(workshop.tables.people())
                .key(item(citizen, "CASE#" + "a".repeat(64))));
  }

  private List<String> kept(Citizen citizen) {
    return Stream.of(workshop.tables.citizens(), workshop.tables.notices())
        .flatMap(table -> workshop.municipality.items(table).stream())
        .filter(item -> Values.text(item, "citizen").equals(citizen.key()))
        .map(item -> Values.text(item, "item"))
        .sorted()
        .toList();
  }

  private static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item(
      Citizen citizen, String item) {
    return Map.of("citizen", Values.text(citizen.key()), "item", Values.text(item));
  }
}
