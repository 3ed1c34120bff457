package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Openings;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is kept of an opening, and whose it is. */
class DynamoOpeningsTest {

  private static final EventId DECISION = new EventId("BES-1");
  private static final EventId NOTE = new EventId("DOK-1");
  private static final Instant LATER = Reading.NOW.plusSeconds(60);
  private static final String FORMER = "198406829906";

  private final Municipality municipality = new Municipality();
  private final Reading reading = Reading.of(municipality);
  private final Openings openings = openings(municipality.tables());
  private final CaseId caseId = municipality.takeCase(withFormerNumber());

  DynamoOpeningsTest() {
    municipality.take(caseId, ofBoth(Pushes.decision()));
    municipality.take(caseId, ofBoth(Pushes.document()));
  }

  @Test
  void anOpeningIsARowOfAuditAndTheFirstTime() {
    opens(Pushes.APPLICANT, DECISION, Reading.NOW);
    assertThat(audit())
        .containsExactly(
            Map.of(
                "subject", "CITIZEN#" + Municipality.citizen(Pushes.APPLICANT).key(),
                "at", "2026-11-20T09:00:00.000000000Z",
                "act", "opened",
                "by", "citizen",
                "case", caseId.value(),
                "what", "decision",
                "id", "BES-1",
                "outcome", "shown"));
    assertThat(municipality.items(municipality.tables().citizens()))
        .containsExactly(
            Map.of(
                "citizen", text(Municipality.citizen(Pushes.APPLICANT).key()),
                "item", text("READ#" + caseId.value() + "#BES-1"),
                "openedAt", Values.time(Reading.NOW)));
  }

  @Test
  void aFileThatIsHandedOutIsAnOpeningToo() {
    Viewer viewer = viewer(Pushes.APPLICANT);
    openings.openedFile(viewer, line(viewer, NOTE), Reading.NOW);
    assertThat(audit()).extracting(row -> row.get("outcome")).containsExactly("file");
    assertThat(openedBy(Pushes.APPLICANT)).isEqualTo(Map.of(NOTE, Reading.NOW));
  }

  @Test
  void everyOpeningHasItsRowButOnlyTheFirstItsTime() {
    opens(Pushes.APPLICANT, DECISION, Reading.NOW);
    opens(Pushes.APPLICANT, DECISION, LATER);
    assertThat(audit())
        .extracting(row -> row.get("at"))
        .containsExactlyInAnyOrder(
            "2026-11-20T09:00:00.000000000Z", "2026-11-20T09:01:00.000000000Z");
    assertThat(openedBy(Pushes.APPLICANT)).isEqualTo(Map.of(DECISION, Reading.NOW));
  }

  @Test
  void whatTheOtherAdultOpenedIsTheirs() {
    opens(Pushes.CO_APPLICANT, DECISION, Reading.NOW);
    assertThat(openedBy(Pushes.APPLICANT)).isEmpty();
    assertThat(openedBy(Pushes.CO_APPLICANT)).isEqualTo(Map.of(DECISION, Reading.NOW));
  }

  @Test
  void whatWasOpenedUnderAnEarlierNumberCounts() {
    opens(Pushes.APPLICANT, DECISION, LATER);
    opens(Pushes.APPLICANT, NOTE, LATER);
    for (Map<String, AttributeValue> item : municipality.items(municipality.tables().citizens())) {
      if (text(item, "item").endsWith("#BES-1")) {
        var earlier = new HashMap<>(item);
        earlier.put("citizen", text(Municipality.citizen(FORMER).key()));
        earlier.put("openedAt", Values.time(Reading.NOW));
        municipality.put(municipality.tables().citizens(), earlier);
      }
    }
    assertThat(openedBy(Pushes.APPLICANT)).isEqualTo(Map.of(DECISION, Reading.NOW, NOTE, LATER));
    assertThat(openedBy(Pushes.CO_APPLICANT)).isEmpty();
  }

  @Test
  void aFactOfAnotherCaseWithTheSameIdIsAnotherFact() {
    CaseId other = municipality.takeCase(Pushes.household().with("caseNumber", "EB-2"));
    municipality.take(other, ofBoth(Pushes.decision()));
    Viewer viewer = viewer(Pushes.APPLICANT);
    VisibleCase there = viewer.visible(other.value()).orElseThrow();
    openings.opened(viewer, reading.events().find(there, DECISION).orElseThrow().line(), LATER);
    assertThat(openedBy(Pushes.APPLICANT)).isEmpty();
    assertThat(openings.firstOpened(viewer, there, List.of(DECISION)))
        .isEqualTo(Map.of(DECISION, LATER));
  }

  @Test
  void aDamagedItemIsAsGoodAsNone() {
    opens(Pushes.APPLICANT, DECISION, Reading.NOW);
    var damaged = new HashMap<>(municipality.items(municipality.tables().citizens()).getFirst());
    damaged.put("openedAt", text("yesterday"));
    municipality.put(municipality.tables().citizens(), damaged);
    assertThat(openedBy(Pushes.APPLICANT)).isEmpty();
  }

  @Test
  void askingForManyIsOneBatchAndForNoneIsNothing() {
    Viewer viewer = viewer(Pushes.APPLICANT);
    VisibleCase viewed = viewed(viewer);
    assertThat(
            Calls.during(() -> openings.firstOpened(viewer, viewed, List.of(DECISION, NOTE)))
                .operations())
        .containsExactly("BatchGetItem");
    assertThat(Calls.during(() -> openings.firstOpened(viewer, viewed, List.of())).operations())
        .isEmpty();
  }

  private void opens(String number, EventId id, Instant at) {
    Viewer viewer = viewer(number);
    openings.opened(viewer, line(viewer, id), at);
  }

  private Map<EventId, Instant> openedBy(String number) {
    Viewer viewer = viewer(number);
    return openings.firstOpened(viewer, viewed(viewer), List.of(DECISION, NOTE));
  }

  private Line line(Viewer viewer, EventId id) {
    return reading.events().find(viewed(viewer), id).orElseThrow().line();
  }

  private Viewer viewer(String number) {
    return reading.viewer(number).orElseThrow();
  }

  private VisibleCase viewed(Viewer viewer) {
    return viewer.visible(caseId.value()).orElseThrow();
  }

  /** The rows without what makes their keys different. */
  private List<Map<String, String>> audit() {
    return municipality.items(municipality.tables().audit()).stream()
        .map(
            item -> {
              var row = new HashMap<String, String>();
              item.forEach(
                  (name, value) -> row.put(name, value.s().replaceFirst("#[0-9a-f-]{36}$", "")));
              return Map.copyOf(row);
            })
        .toList();
  }

  private static Push withFormerNumber() {
    return Pushes.household().with("persons/0/previousNumbers", List.of(FORMER));
  }

  private static Push ofBoth(Push push) {
    return push.with("audience", List.of("P1", "P2"));
  }

  private static Openings openings(Tables tables) {
    DynamoDbClient client = LocalDynamoDb.start().client();
    return new DynamoOpenings(client, tables, new Transactions(client));
  }
}
