package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FileProgress;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Values;
import se.insyn.s3.FileKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Files and facts are held against each other every night (H20). */
class FilesChoreTest {

  private static final byte[] BYTES = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
  private static final Push FILE = Pushes.file();
  private static final String SHA_256 = (String) Objects.requireNonNull(FILE.at("file/sha256"));
  private static final String OTHER = "0".repeat(64);
  private static final int MOST = 100;

  /** The bucket's own clock says when something was put there. */
  private final Workshop workshop = new Workshop(Workshop.byDay());

  private final CaseId caseId = workshop.municipality.takeCase(Pushes.ofCase());
  private final String good = key("DOK-2", SHA_256);

  @BeforeEach
  void oneDocumentIsAsItShouldBe() {
    take(FILE);
    workshop.put(good, BYTES);
    workshop.tick();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void whatBelongsTogetherStays() {
    Map<String, AttributeValue> before = item("DOK-2");

    twoDaysPass();

    assertThat(workshop.keys()).containsExactly(good);
    assertThat(item("DOK-2")).isEqualTo(before);
    assertThat(acts()).isEmpty();
  }

  @Test
  void bytesThatNoFactNamesGoAwayInAllVersions() {
    workshop.put(key("UNKNOWN", SHA_256), BYTES);
    workshop.put(key("DOK-2", OTHER), BYTES);
    workshop.put(key("DOK-2", OTHER), BYTES);
    workshop.put(key("DOK-4", SHA_256), BYTES);
    workshop.put("cases/odd", BYTES);
    bury("DOK-4");

    twoDaysPass();

    assertThat(workshop.keys()).containsExactly(good);
  }

  @Test
  void bytesOfAFileThatWasRefusedGoAway() {
    workshop.municipality.take(caseId, FILE.with("id", "DOK-3"), FileState.REFUSED);
    workshop.put(key("DOK-3", SHA_256), BYTES);

    twoDaysPass();

    assertThat(workshop.keys()).containsExactly(good);
  }

  @Test
  void bytesThatAFactWaitsForStay() {
    workshop.municipality.take(caseId, FILE.with("id", "DOK-3"), FileState.CHECKING);
    workshop.put(key("DOK-3", SHA_256), BYTES);

    twoDaysPass();

    assertThat(workshop.keys()).containsExactly(good, key("DOK-3", SHA_256));
  }

  @Test
  void whatWaitsAndWhatIsExportedIsNotLookedAt() {
    String waiting = "incoming/" + caseId.value() + "/DOK-9/" + SHA_256;
    workshop.put(waiting, BYTES);
    workshop.put("exports/one", BYTES);

    twoDaysPass();

    assertThat(workshop.keys()).containsExactly(good, "exports/one", waiting);
  }

  @Test
  void theBytesOfAFactThatCannotBeReadStay() {
    var damaged = new HashMap<>(item("DOK-2"));
    damaged.put("checkedFile", Values.text("{"));
    workshop.municipality.put(workshop.tables.cases(), damaged);

    twoDaysPass();

    assertThat(workshop.keys()).containsExactly(good);
    assertThat(item("DOK-2")).isEqualTo(damaged);
  }

  @Test
  void aFactWhoseBytesAreGoneIsClosedAndWaitsForThemAgain() {
    take(FILE.with("id", "DOK-3"));

    twoDaysPass();

    Map<String, AttributeValue> closed = item("DOK-3");
    assertThat(closed)
        .doesNotContainKeys("byDate", "byKind", "byApplication", "byParent", "byOpen")
        .doesNotContainKey("checkedFile");
    assertThat(FileProgress.of(closed))
        .isEqualTo(new FileProgress(FileState.MISSING, null, false, null));
    assertThat(Objects.requireNonNull(FileProgress.announced(closed)).sha256()).isEqualTo(SHA_256);
    assertThat(EventItems.isOpen(item("DOK-2"))).isTrue();
    assertThat(acts()).containsExactly("file-lost DOK-3 closed");
  }

  @Test
  void whereAnEarlierFileIsGoneTheNewerOneIsStillWaitedFor() {
    var item = new HashMap<>(item("DOK-2"));
    item.put("checkedFile", Values.text(Values.text(item, "checkedFile").replace(SHA_256, OTHER)));
    item.put("fileState", Values.text("checking"));
    workshop.municipality.put(workshop.tables.cases(), item);

    twoDaysPass();

    assertThat(FileProgress.of(item("DOK-2")))
        .isEqualTo(new FileProgress(FileState.CHECKING, null, false, null));
    assertThat(workshop.keys()).containsExactly(good);
  }

  @Test
  void whatIsYoungerThanADayIsLeftAlone() {
    workshop.put(key("UNKNOWN", SHA_256), BYTES);
    take(FILE.with("id", "DOK-3"));

    nightComesNow();
    workshop.tick();

    assertThat(workshop.keys()).containsExactly(good, key("UNKNOWN", SHA_256));
    assertThat(EventItems.isOpen(item("DOK-3"))).isTrue();
    assertThat(due()).isAfter(workshop.clock.instant());
  }

  @Test
  void itGoesThroughAllOfThemHoweverManyThereAre() {
    List<Push> many =
        IntStream.range(0, 130).mapToObj(number -> FILE.with("id", "N-" + number)).toList();
    workshop.municipality.takeAll(caseId, many);
    List<String> keys =
        IntStream.range(0, 130).mapToObj(number -> key("N-" + number, SHA_256)).toList();
    keys.forEach(key -> workshop.put(key, BYTES));
    workshop.put(key("zzz", SHA_256), BYTES);
    take(FILE.with("id", "zz"));

    twoDaysPass();

    assertThat(workshop.keys())
        .containsExactlyElementsOf(Stream.concat(Stream.of(good), keys.stream()).sorted().toList());
    assertThat(acts()).containsExactly("file-lost zz closed");
    assertThat(due()).isAfter(workshop.clock.instant());
  }

  @Test
  void whereTheyDriftApartItStopsUntilTheNextNight() {
    for (int number = 0; number <= MOST; number++) {
      workshop.put(key("N-" + number, SHA_256), BYTES);
    }

    twoDaysPass();
    assertThat(workshop.keys()).hasSize(2);
    twoDaysPass();

    assertThat(workshop.keys()).containsExactly(good);
  }

  private void nightComesNow() {
    var round = new HashMap<>(TaskItems.key(TaskItems.standing(TaskItems.RECONCILE)));
    round.put("lease", Values.time(Instant.EPOCH));
    workshop.municipality.put(workshop.tables.systems(), round);
  }

  private void twoDaysPass() {
    workshop.clock.passes(Duration.ofDays(2));
    workshop.tick();
  }

  private void take(Push fact) {
    Instant now = workshop.clock.instant();
    workshop.municipality.take(caseId, fact, now, now);
  }

  private void bury(String id) {
    workshop.municipality.put(
        workshop.tables.cases(),
        EventItems.tombstone(caseId, new EventId(id), "document", 1, "hash"));
  }

  private String key(String id, String sha256) {
    return new FileKey(caseId, new EventId(id), sha256).checked();
  }

  private Map<String, AttributeValue> item(String id) {
    var key = EventItems.key(caseId, new EventId(id));
    return workshop
        .dynamo
        .getItem(get -> get.tableName(workshop.tables.cases()).key(key).consistentRead(true))
        .item();
  }

  /** When it is to be done next. */
  private Instant due() {
    return workshop.municipality.items(workshop.tables.systems()).stream()
        .filter(item -> Values.text(item, "item").equals(TaskItems.standing(TaskItems.RECONCILE)))
        .map(item -> Values.time(item, "lease"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> acts() {
    return workshop.municipality.items(workshop.tables.audit()).stream()
        .map(
            row ->
                Values.text(row, "act")
                    + " "
                    + Values.text(row, "id")
                    + " "
                    + Values.text(row, "outcome"))
        .toList();
  }
}
