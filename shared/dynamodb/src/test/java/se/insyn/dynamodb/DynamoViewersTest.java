package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Retention;
import se.insyn.domain.cases.Showing;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Household;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who may look at what: every rule that closes a case, on what is stored. */
class DynamoViewersTest {

  private static final Citizen ME = Municipality.citizen(Pushes.APPLICANT);
  private static final Citizen OTHER = Municipality.citizen(Pushes.CO_APPLICANT);

  private static final EventId DOCUMENT = new EventId("DOK-1");

  private final Municipality municipality = new Municipality();
  private final Reading reading = Reading.of(municipality);

  @Test
  void bothAdultsSeeTheirCase() {
    CaseId caseId = municipality.takeCase(Pushes.household());
    for (String number : List.of(Pushes.APPLICANT, Pushes.CO_APPLICANT)) {
      assertThat(reading.viewer(number).orElseThrow().cases())
          .extracting(visible -> visible.id().value())
          .containsExactly(caseId.value());
    }
  }

  @Test
  void aViewerTakesOneQueryAndOneBatch() {
    municipality.takeCase(Pushes.household());
    municipality.takeCase(Pushes.household().with("caseNumber", "EB-2"));
    assertThat(Calls.during(() -> reading.viewer(Pushes.APPLICANT)).operations())
        .containsExactly("Query", "BatchGetItem");
  }

  @Test
  void whoHasLoggedOutStillSeesWhatIsDoneForThem() {
    municipality.takeCase(Pushes.ofCase());
    damage(PersonItems.headKey(ME), "notBefore", Values.time(Reading.NOW.plusSeconds(1)));

    assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
    assertThat(reading.viewers().withoutSession(ME)).isPresent();
    municipality.protect(ME, Protection.CONFIDENTIALITY_MARKING);
    assertThat(reading.viewers().withoutSession(ME)).isEmpty();
  }

  @Test
  void whoIsAloneTakesOneQuery() {
    municipality.takeCase(Pushes.ofCase());
    assertThat(Calls.during(() -> reading.viewer(Pushes.APPLICANT)).operations())
        .containsExactly("Query");
  }

  @Test
  void everyRefusalTakesTheSameCalls() {
    assertRefusedInTwoCalls();
    municipality.takeCase(Pushes.ofCase().with("persons/0/role", "child"));
    assertRefusedInTwoCalls();
    municipality.protect(ME, Protection.CONFIDENTIALITY_MARKING);
    assertRefusedInTwoCalls();
    municipality.protect(ME, Protection.NONE);
    municipality.takeCase(Pushes.household());
    municipality.protect(OTHER, Protection.CONFIDENTIALITY_MARKING);
    assertRefusedInTwoCalls();
  }

  private void assertRefusedInTwoCalls() {
    var refusal = Calls.during(() -> reading.viewer(Pushes.APPLICANT));
    assertThat(refusal.result()).isEmpty();
    assertThat(refusal.operations()).containsExactly("Query", "BatchGetItem");
  }

  @ParameterizedTest
  @CsvSource({"applicant,true", "co-applicant,true", "guardian,true", "child,false", "other,false"})
  void onlySomeRolesSee(String role, boolean sees) {
    municipality.takeCase(Pushes.ofCase().with("persons/0/role", role));
    assertThat(reading.viewer(Pushes.APPLICANT).isPresent()).isEqualTo(sees);
  }

  @ParameterizedTest
  @CsvSource({
    "from,2026-11-20,true",
    "from,2026-11-21,false",
    "to,2026-11-20,true",
    "to,2026-11-19,false"
  })
  void whoIsNotInTheCaseTodayDoesNotSeeIt(String member, String date, boolean sees) {
    municipality.takeCase(Pushes.ofCase().with("persons/0/" + member, date));
    assertThat(reading.viewer(Pushes.APPLICANT).isPresent()).isEqualTo(sees);
  }

  @ParameterizedTest
  @EnumSource(value = Protection.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aProtectionClosesTheCaseForEverybody(Protection protection) {
    municipality.takeCase(Pushes.household());
    municipality.protect(OTHER, protection);
    assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
    assertThat(reading.viewer(Pushes.CO_APPLICANT)).isEmpty();
  }

  @Test
  void aProtectedChildWithoutANumberClosesTheCaseToo() {
    municipality.takeCase(
        Pushes.household().with("persons/2/protection", "confidentiality-marking"));
    assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void afterAProtectionIsLoweredACaseOpensWithItsNextPush() {
    municipality.takeCase(Pushes.household());
    municipality.protect(OTHER, Protection.PROTECTED_REGISTRATION);
    municipality.protect(OTHER, Protection.NONE);
    assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
    municipality.takeCase(Pushes.household());
    assertThat(reading.viewer(Pushes.APPLICANT)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"2024-11-20,true", "2024-11-19,false"})
  void aCaseLeavesTwoYearsAfterItWasClosed(String closedOn, boolean sees) {
    municipality.takeCase(closed(closedOn));
    assertThat(reading.viewer(Pushes.APPLICANT).isPresent()).isEqualTo(sees);
  }

  @Test
  void aKindMayLeaveAClosedCaseBeforeIt() {
    var earlier =
        Reading.of(
            municipality,
            new Showing(Retention.of("case=730,document=10"), Set.of(), Set.of(), Set.of()));
    CaseId caseId = municipality.takeCase(closed("2026-11-09"));
    municipality.take(caseId, Pushes.decision());
    municipality.take(caseId, Pushes.document().with("applicationId", "ANS-1"));
    VisibleCase visible = earlier.applicants(caseId);
    assertThat(earlier.events().newestFirst(earlier.applicant(), Reading.EVERYTHING).items())
        .extracting(line -> line.id().value())
        .containsExactly("BES-1");
    assertThat(earlier.events().find(visible, DOCUMENT)).isEmpty();
    assertThat(earlier.events().lines(visible, List.of(DOCUMENT))).isEmpty();
    assertThat(earlier.events().ofApplication(visible, new EventId("ANS-1"))).isEmpty();
    assertThat(reading.events().find(reading.applicants(caseId), DOCUMENT)).isPresent();
  }

  @Test
  void aKindThatIsSwitchedOffIsSeenNowhere() {
    var without =
        Reading.of(
            municipality, new Showing(Household.RETENTION, Set.of("document"), Set.of(), Set.of()));
    CaseId caseId = municipality.takeCase(Pushes.ofCase());
    municipality.take(caseId, Pushes.decision());
    municipality.take(caseId, Pushes.document().with("applicationId", "ANS-1"));
    VisibleCase visible = without.applicants(caseId);

    assertThat(without.events().newestFirst(without.applicant(), Reading.EVERYTHING).items())
        .extracting(line -> line.id().value())
        .containsExactly("BES-1");
    assertThat(without.events().find(visible, DOCUMENT)).isEmpty();
    assertThat(without.events().lines(visible, List.of(DOCUMENT))).isEmpty();
    assertThat(without.events().ofApplication(visible, new EventId("ANS-1"))).isEmpty();
    assertThat(without.events().all(visible)).hasSize(1);
    assertThat(reading.events().find(reading.applicants(caseId), DOCUMENT)).isPresent();
  }

  /** Seconds after the feed was complete; 26 hours are 93,600. */
  @ParameterizedTest
  @CsvSource({"93600,true", "93601,false", "-60,true"})
  void whileAFeedOfProtectionsIsLateItsCasesAreShownToNobody(long age, boolean sees) {
    municipality.takeCase(Pushes.ofCase());
    assertThat(waiting().viewer(Pushes.APPLICANT)).isEmpty();

    municipality.put(
        municipality.tables().systems(),
        FeedItems.item(new Source("/lifecare"), Reading.NOW.minusSeconds(age)));

    assertThat(waiting().viewer(Pushes.APPLICANT).isPresent()).isEqualTo(sees);
    assertThat(Calls.during(() -> waiting().viewer(Pushes.APPLICANT)).operations())
        .containsExactly("Query", "BatchGetItem");
  }

  @Test
  void aFeedThatCannotBeReadIsLateAndOneThatIsNotWaitedForIsNot() {
    municipality.takeCase(Pushes.ofCase());
    var damaged = new HashMap<>(FeedItems.key(new Source("/lifecare")));
    damaged.put("asOf", AttributeValue.fromS("yesterday"));
    municipality.put(municipality.tables().systems(), damaged);

    assertThat(waiting().viewer(Pushes.APPLICANT)).isEmpty();
    assertThat(reading.viewer(Pushes.APPLICANT)).isPresent();
  }

  private Reading waiting() {
    return Reading.of(
        municipality,
        new Showing(Household.RETENTION, Set.of(), Set.of(new Source("/lifecare")), Set.of()));
  }

  private static Push closed(String closedOn) {
    return Pushes.ofCase()
        .with("status", "closed")
        .with("openedOn", "2020-01-01")
        .with("closedOn", closedOn);
  }

  @Test
  void otherCasesStayOpen() {
    municipality.takeCase(Pushes.household());
    CaseId own = municipality.takeCase(Pushes.ofCase().with("caseNumber", "AME-118"));
    municipality.protect(OTHER, Protection.CONFIDENTIALITY_MARKING);
    Viewer viewer = reading.applicant();
    assertThat(viewer.cases()).extracting(visible -> visible.id()).containsExactly(own);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutAHeadNothingIsKnown(boolean mine) {
    municipality.takeCase(Pushes.household());
    LocalDynamoDb.start()
        .client()
        .deleteItem(
            delete ->
                delete
                    .tableName(municipality.tables().people())
                    .key(PersonItems.headKey(mine ? ME : OTHER)));
    assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "statements,{",
    "statements,'{\"/lifecare\": {\"version\": 1}}'",
    "statements,'{\"/lifecare\": {\"version\": 1, \"hash\": \"h\", \"value\": \"nej\"}}'",
    "epoch,one",
    "protected,no"
  })
  void aHeadThatCannotBeReadCloses(String attribute, String value) {
    municipality.takeCase(Pushes.household());
    for (Citizen citizen : List.of(ME, OTHER)) {
      damage(PersonItems.headKey(citizen), attribute, Values.text(value));
      assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
      municipality.takeCase(Pushes.household());
    }
  }

  @Test
  void aHeadThatContradictsItselfCloses() {
    municipality.takeCase(Pushes.ofCase());
    damage(PersonItems.headKey(ME), "protected", Values.flag(true));
    assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void aPlaceThatCannotBeReadClosesThatCaseAlone() {
    CaseId damaged = municipality.takeCase(Pushes.ofCase());
    CaseId whole = municipality.takeCase(Pushes.ofCase().with("caseNumber", "AME-118"));
    damage(PersonItems.membershipKey(ME, damaged), "body", Values.text("{\"role\": \"king\"}"));
    assertThat(reading.applicant().cases())
        .extracting(visible -> visible.id())
        .containsExactly(whole);
  }

  @ParameterizedTest
  @CsvSource({"-1,true", "0,true", "1,false"})
  void aLogoutEndsTheSessionsThatBeganBefore(long milliseconds, boolean sees) {
    municipality.takeCase(Pushes.ofCase());
    damage(PersonItems.headKey(ME), "notBefore", Values.time(Reading.NOW.plusMillis(milliseconds)));
    assertThat(reading.viewer(Pushes.APPLICANT).isPresent()).isEqualTo(sees);
  }

  @Test
  void thePreviousLoginIsHandedOn() {
    municipality.takeCase(Pushes.ofCase());
    Instant before = Reading.NOW.minusSeconds(60);
    Optional<Viewer> viewer = reading.viewers().viewer(ME, Reading.NOW, before);
    assertThat(viewer.orElseThrow().previousLogin()).isEqualTo(before);
    assertThat(reading.applicant().previousLogin()).isNull();
  }

  @Test
  void aHouseholdLargerThanABatchIsReadWhole() {
    Push large = Pushes.ofCase();
    for (int i = 0; i < 130; i++) {
      large =
          large.adding(
              "persons",
              Json.parseObject(
                  "{\"id\": \"C%1$d\", \"name\": \"C\", \"role\": \"child\", \"protection\": \"none\"}"
                      .formatted(i)));
    }
    municipality.takeCase(large);
    assertThat(reading.viewer(Pushes.APPLICANT)).isPresent();
    municipality.takeCase(large.with("persons/130/protection", "confidentiality-marking"));
    assertThat(reading.viewer(Pushes.APPLICANT)).isEmpty();
  }

  private void damage(Map<String, AttributeValue> key, String attribute, AttributeValue value) {
    String table = municipality.tables().people();
    var client = LocalDynamoDb.start().client();
    var item = new HashMap<>(client.getItem(get -> get.tableName(table).key(key)).item());
    item.put(attribute, value);
    municipality.put(table, item);
  }
}
