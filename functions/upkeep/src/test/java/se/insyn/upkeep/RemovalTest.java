package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.s3.testing.LocalS3;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What is left when something was erased or kept long enough: tombstones, and nothing beside. */
class RemovalTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final List<String> BOTH = List.of("P1", "P2");
  private static final byte[] BYTES = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
  private static final Push FILE = Pushes.file().with("audience", BOTH);
  private static final String SHA_256 = (String) Objects.requireNonNull(FILE.at("file/sha256"));
  private static final String REPLACED = "0".repeat(64);

  /**
   * The bucket's own clock says when something was put there, so this begins with the real time.
   */
  private final Instant now = Workshop.byDay();

  private final Instant takenIn = now.minusSeconds(60);

  private final Workshop workshop = new Workshop(now);
  private final Municipality municipality = workshop.municipality;
  private final CaseId household = municipality.takeCase(Pushes.household());
  private final CaseId other = municipality.takeCase(Pushes.household().with("caseNumber", "X-1"));

  @BeforeEach
  void bothCasesHaveTheSame() {
    for (CaseId caseId : List.of(household, other)) {
      municipality.take(caseId, Pushes.decision().with("audience", BOTH), takenIn, takenIn);
      municipality.take(caseId, FILE, takenIn, takenIn);
      workshop.file(caseId, "DOK-2", SHA_256, BYTES);
      workshop.put("incoming/" + caseId.value() + "/DOK-2/" + SHA_256, BYTES);
      replace(caseId);
      read(caseId, "BES-1");
      read(caseId, "DOK-2");
    }
    workshop.order(ELIAS, "both");
    workshop.tick();
    workshop.clock.passes(Duration.ofMinutes(10));
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void ofAnErasedFactNothingIsLeftButItsTombstone() {
    erase(new EventId("DOK-2"));

    workshop.tick();

    assertThat(workshop.keys()).containsExactlyElementsOf(filesOf(other));
    assertThat(citizenItems())
        .containsExactly(
            readOf(household, "BES-1"), readOf(other, "BES-1"), readOf(other, "DOK-2"));
    assertThat(workshop.tasks()).isEmpty();
    assertThat(keptFacts(household)).containsExactly("BES-1");
  }

  @Test
  void anExportThatDoesNotHoldItStays() {
    workshop.order(ELIAS, "later");
    erase(new EventId("UNKnowN"));

    workshop.tick();

    assertThat(workshop.export(ELIAS, "both").content()).isNotNull();
    assertThat(workshop.keys()).anyMatch(key -> key.startsWith("exports/"));
  }

  @Test
  void anExportThatIsBeingBuiltIsDropped() {
    workshop.order(ELIAS, "building");
    erase(new EventId("UNKnowN"));

    workshop.tick();

    assertThat(citizenItems()).doesNotContain("EXPORT#building");
    assertThat(workshop.tasks()).isEmpty();
  }

  @Test
  void ofAnErasedCaseNothingIsLeftButTombstones() {
    erase(null);

    assertThat(workshop.logged(workshop::tick))
        .filteredOn(line -> line.contains("gone\""))
        .singleElement()
        .asString()
        .contains("\"facts were erased and are gone\"", "\"reason\":\"erased\",\"count\":\"2\"");

    assertThat(workshop.keys()).containsExactlyElementsOf(filesOf(other));
    assertThat(citizenItems()).containsExactly(readOf(other, "BES-1"), readOf(other, "DOK-2"));
    assertThat(keptFacts(household)).isEmpty();
    assertThat(fact(household, "BES-1"))
        .containsOnlyKeys("caseId", "item", "kind", "version", "hash", "erased");
    assertThat(keptFacts(other)).containsExactlyInAnyOrder("BES-1", "DOK-2");
    assertThat(lastFactsOf(household)).isEmpty();
    assertThat(lastFactsOf(other)).isNotEmpty();
    assertThat(workshop.tasks()).isEmpty();
  }

  /** When somebody last got something of a case. */
  private List<String> lastFactsOf(CaseId caseId) {
    return municipality.items(workshop.tables.people()).stream()
        .map(item -> Values.text(item, "item"))
        .filter(item -> item.equals("LAST-FACT#" + caseId.value()))
        .toList();
  }

  @Test
  void whatWasTakenInAfterTheErasureStays() {
    erase(null);
    municipality.take(
        household, Pushes.payment(), workshop.clock.instant(), now.plusSeconds(3_600));

    workshop.tick();

    assertThat(keptFacts(household)).containsExactly("UTB-1");
  }

  @Test
  void aClosedCaseLeavesWhenItHasBeenKeptLongEnough() {
    LocalDate closedOn = Stockholm.day(now).minusDays(10);
    closed(household, closedOn);
    write(TaskItems.closed(workshop.tables, closedOn, household));

    workshop.tick();
    assertThat(workshop.tasks())
        .containsExactly("CLOSED#" + closedOn.plusDays(731) + "#" + household.value());
    workshop.clock.passes(Duration.ofDays(720));
    workshop.tick();
    assertThat(keptFacts(household)).hasSize(2);
    workshop.clock.passes(Duration.ofDays(1).plusHours(1));
    workshop.tick();

    assertThat(workshop.tasks()).isEmpty();
    assertThat(keptFacts(household)).isEmpty();
    assertThat(workshop.keys())
        .containsAll(filesOf(other))
        .doesNotContainAnyElementsOf(filesOf(household));
    assertThat(lastFactsOf(household)).isEmpty();
    assertThat(item(CaseItems.key(household))).containsKey("erased").doesNotContainKey("header");
    assertThat(municipality.items(workshop.tables.people()))
        .noneMatch(item -> Values.text(item, "item").equals("CASE#" + household.value()))
        .anyMatch(item -> Values.text(item, "item").equals("CASE#" + other.value()));
    assertThat(citizenItems()).doesNotContain(readOf(household, "BES-1"));
  }

  @Test
  void ofACaseThatCameAFewDaysAgoNothingIsRemovedYet() {
    municipality.takeCase(
        Municipality.LIFECARE,
        Pushes.household()
            .with("openedOn", "2006-01-01")
            .with("status", "closed")
            .with("closedOn", "2006-11-20"),
        now);
    write(TaskItems.closed(workshop.tables, LocalDate.of(2006, 11, 20), household));

    workshop.tick();
    assertThat(workshop.tasks())
        .containsExactly("CLOSED#" + Stockholm.day(now).plusDays(7) + "#" + household.value());
    assertThat(keptFacts(household)).hasSize(2);
    assertThat(workshop.keys()).containsAll(filesOf(household));
    workshop.clock.passes(Duration.ofDays(6));
    workshop.tick();
    assertThat(keptFacts(household)).hasSize(2);
    workshop.clock.passes(Duration.ofDays(2));
    List<String> log = workshop.logged(workshop::tick);

    assertThat(workshop.tasks()).isEmpty();
    assertThat(keptFacts(household)).isEmpty();
    assertThat(log)
        .filteredOn(line -> line.contains("gone\""))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains("\"facts were kept long enough and are gone\"")
                    .contains("\"reason\":\"retention\",\"count\":\"2\""),
            line -> assertThat(line).contains("\"a case was kept long enough and is gone\""));
  }

  @Test
  void aCaseThatWasOpenedAgainIsLeftAlone() {
    write(TaskItems.closed(workshop.tables, LocalDate.of(2020, 1, 1), household));

    workshop.tick();

    assertThat(workshop.tasks()).isEmpty();
    assertThat(keptFacts(household)).hasSize(2);
  }

  @Test
  void soIsOneThatStillSaysWhenItWasClosedBefore() {
    Push open = Pushes.household().with("openedOn", "2001-01-01").with("closedOn", "2001-02-01");
    assertThat(municipality.takeCase(open)).isEqualTo(household);
    write(TaskItems.closed(workshop.tables, LocalDate.of(2001, 2, 1), household));

    workshop.tick();

    assertThat(workshop.tasks()).isEmpty();
    assertThat(keptFacts(household)).hasSize(2);
  }

  private void closed(CaseId caseId, LocalDate on) {
    Push push = Pushes.household().with("status", "closed").with("closedOn", on.toString());
    assertThat(municipality.takeCase(Municipality.LIFECARE, push, now.minus(Duration.ofDays(10))))
        .isEqualTo(caseId);
  }

  /** As a push of {@code erase} leaves it. */
  private void erase(@Nullable EventId id) {
    Instant at = workshop.clock.instant();
    workshop.clock.passes(Duration.ofMinutes(10));
    List<Citizen> readers = List.of(ELIAS, Municipality.citizen(Pushes.CO_APPLICANT));
    write(TaskItems.erase(workshop.tables, at, at, household, id, readers));
    if (id != null && !fact(household, id.value()).isEmpty()) {
      municipality.put(
          workshop.tables.cases(), EventItems.tombstone(household, id, "document", 1, "hash"));
    }
  }

  private void write(TransactWriteItem task) {
    workshop.dynamo.transactWriteItems(write -> write.transactItems(task));
  }

  private void read(CaseId caseId, String id) {
    municipality.put(
        workshop.tables.citizens(),
        Map.of(
            "citizen", Values.text(ELIAS.key()),
            "item", Values.text(readOf(caseId, id)),
            "openedAt", Values.time(now)));
  }

  private static String readOf(CaseId caseId, String id) {
    return "READ#" + caseId.value() + "#" + id;
  }

  /** As the check of a new version's file leaves the file before it. */
  private void replace(CaseId caseId) {
    workshop.file(caseId, "DOK-2", REPLACED, BYTES);
    workshop.s3.deleteObject(
        delete -> delete.bucket(workshop.bucket).key(folder("cases/", caseId) + REPLACED));
  }

  private static String folder(String place, CaseId caseId) {
    return place + caseId.value() + "/DOK-2/";
  }

  /** Where versions are kept, also the bytes that were replaced, and that they were deleted. */
  private static List<String> filesOf(CaseId caseId) {
    String replaced = folder("cases/", caseId) + REPLACED;
    return Stream.concat(
            Stream.of("cases/", "incoming/").map(place -> folder(place, caseId) + SHA_256),
            LocalS3.keepsVersions() ? Stream.of(replaced, replaced) : Stream.of())
        .sorted()
        .toList();
  }

  private List<String> citizenItems() {
    return municipality.items(workshop.tables.citizens()).stream()
        .map(item -> Values.text(item, "item"))
        .toList();
  }

  private List<String> keptFacts(CaseId caseId) {
    return workshop.bean(DynamoFacts.class).of(caseId).map(fact -> fact.id().value()).toList();
  }

  private Map<String, AttributeValue> fact(CaseId caseId, String id) {
    return item(EventItems.key(caseId, new EventId(id)));
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return workshop.dynamo.getItem(get -> get.tableName(workshop.tables.cases()).key(key)).item();
  }
}
