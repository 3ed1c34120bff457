package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.Line;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.ExportItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;
import se.insyn.lambda.RandomText;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An export is ordered, waited for, and fetched while all of it may still be seen. */
class ExportsTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final String ID = "A".repeat(43);
  private static final List<String> BOTH = List.of("P1", "P2");

  private final Municipality municipality = new Municipality();
  private final CaseId household = municipality.takeCase(Pushes.household());
  private final Portal portal = new Portal(municipality, Me.settings(1000));
  private final Portal.Browser elias = portal.login(Pushes.APPLICANT);
  private final Portal.Browser asa = portal.login(Pushes.CO_APPLICANT);

  ExportsTest() {
    municipality.take(household, Pushes.decision().with("audience", BOTH));
    municipality.take(household, Pushes.payment());
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void anOrderStandsThereWithItsTaskItsCountAndItsTrace() {
    var answer = elias.post("/api/exports");

    assertThat(answer.status()).isEqualTo(202);
    String id = (String) Objects.requireNonNull(answer.at("id"));
    assertThat(answer.json()).containsOnlyKeys("id");
    assertThat(id).matches("[A-Za-z0-9_-]{43}");
    assertThat(items(municipality.tables().citizens()))
        .containsExactlyInAnyOrder("EXPORT#" + id, "QUOTA#2026-11-20");
    assertThat(items(municipality.tables().systems()))
        .containsExactly("EXPORT#2026-11-20T09:00:00.000000000Z#" + id);
    assertThat(acts()).containsExactly("ordered " + id);
    assertThat(elias.get("/api/exports/" + id).json()).isEqualTo(Map.of("state", "building"));
  }

  @Test
  void whileOneIsBuiltItIsTheOne() {
    var first = elias.post("/api/exports");

    assertThat(elias.post("/api/exports").body()).isEqualTo(first.body());
    assertThat(items(municipality.tables().systems())).hasSize(1);
    assertThat(asa.post("/api/exports").body()).isNotEqualTo(first.body());
  }

  @Test
  void theSixthOfADayIsRefused() {
    for (int i = 0; i < 5; i++) {
      var answer = elias.post("/api/exports");
      assertThat(answer.status()).isEqualTo(202);
      become((String) Objects.requireNonNull(answer.at("id")), ExportItems.failed());
    }

    var refused = elias.post("/api/exports");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", List.of("50401"));
    assertThat(items(municipality.tables().systems())).hasSize(5);
    assertThat(asa.post("/api/exports").status()).isEqualTo(202);
  }

  @Test
  void oneThatFailedSaysSo() {
    order(ELIAS, Export.ordered(ID, Portal.NOW));
    become(ID, ExportItems.failed());

    assertThat(fetched().json()).isEqualTo(Map.of("state", "failed"));
  }

  @Test
  void oneThatIsReadyIsFetchedForAMinute() {
    ready();

    var answer = fetched();

    assertThat(answer.status()).isEqualTo(303);
    URI address = URI.create(Objects.requireNonNull(answer.headers().get("Location")).getFirst());
    assertThat(address.getHost() + address.getPath())
        .startsWith("the-bucket.")
        .endsWith("/exports/x");
    assertThat(address.getQuery())
        .contains(
            "X-Amz-Expires=60",
            "response-content-disposition=attachment; filename=\"insyn.zip\"",
            "response-content-type=application/zip");
    assertThat(acts()).containsExactly("opened " + ID);
  }

  @Test
  void whatComesAfterwardsDoesNotMatter() {
    ready();
    municipality.take(household, Pushes.application());
    municipality.take(
        household, Pushes.payment().with("id", "HERS").with("audience", List.of("P2")));

    assertThat(fetched().status()).isEqualTo(303);
  }

  @Test
  void itIsGoneWhenAnythingInItIsRetracted() {
    ready();
    municipality.take(household, Pushes.payment().with("version", 2).with("retracted", true));

    assertGone();
  }

  @Test
  void itIsGoneWhenAnythingInItHasChanged() {
    ready();
    Instant later = Municipality.TAKEN_IN.plusMillis(1);
    municipality.take(household, Pushes.payment().with("version", 2), later, later);

    assertGone();
  }

  @Test
  void itIsGoneWhenAnythingInItIsForOthersNow() {
    ready();
    municipality.take(
        household, Pushes.decision().with("version", 2).with("audience", List.of("P2")));

    assertGone();
  }

  @Test
  void itIsGoneWhenAnythingInItIsErased() {
    ready();
    municipality.put(
        municipality.tables().cases(),
        EventItems.tombstone(
            household, new se.insyn.domain.events.EventId("UTB-1"), "payment", 2, "hash"));

    assertGone();
  }

  @Test
  void itIsGoneWhenTheCaseIsAnotherOne() {
    ready();
    municipality.takeCase(
        Municipality.LIFECARE, Pushes.household(), Municipality.TAKEN_IN.plusMillis(1));

    assertGone();
  }

  @Test
  void itIsGoneWhenOneOfItsCasesIsHidden() {
    municipality.takeCase(Pushes.ofCase().with("caseNumber", "OWN-1"));
    ready();
    municipality.protect(
        Municipality.citizen(Pushes.CO_APPLICANT), Protection.CONFIDENTIALITY_MARKING);

    assertThat(elias.get("/api/access-log").status()).isEqualTo(200);
    assertGone();
  }

  @Test
  void itIsGoneWhenItCannotBeSaidWhatItHolds() {
    ready();
    become(ID, ExportItems.ready(new Export.Content("exports/x", 1, 2)));
    assertGone();
    become(ID, ExportItems.ready(new Export.Content("exports/x", 2, 1)));
    assertGone();
  }

  @Test
  void itIsGoneAfterADay() {
    Export over = Export.ordered(ID, Portal.NOW.minus(Duration.ofHours(24)));
    order(ELIAS, over);
    hold(over);
    assertGone();
    Export inTime = Export.ordered(ID, Portal.NOW.minus(Duration.ofHours(24)).plusMillis(1));
    order(ELIAS, inTime);
    hold(inTime);
    assertThat(fetched().status()).isEqualTo(303);
  }

  @Test
  void anothersIsLikeNone() {
    ready();
    String unknown = RandomText.make();

    var others = Calls.during(() -> asa.get("/api/exports/" + ID));
    var none = Calls.during(() -> asa.get("/api/exports/" + unknown));

    assertThat(others.result().status()).isEqualTo(404);
    assertThat(others.result().bodyOfAnyCall()).isEqualTo(none.result().bodyOfAnyCall());
    assertThat(others.operations()).isEqualTo(none.operations());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "..%2f", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%20"})
  void whatIsNoIdIsLikeNone(String id) {
    assertThat(elias.get("/api/exports/" + id).status()).isEqualTo(404);
  }

  private Portal.Answer fetched() {
    return elias.get("/api/exports/" + ID);
  }

  private void assertGone() {
    var gone = fetched();
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.bodyOfAnyCall())
        .isEqualTo(elias.get("/api/exports/" + RandomText.make()).bodyOfAnyCall());
    assertThat(acts()).isEmpty();
  }

  private void ready() {
    Export export = Export.ordered(ID, Portal.NOW);
    order(ELIAS, export);
    hold(export);
  }

  private void order(Citizen citizen, Export export) {
    municipality.put(municipality.tables().citizens(), ExportItems.item(citizen, export));
  }

  /** As upkeep leaves an export of all that is seen now. */
  private void hold(Export export) {
    Viewer viewer = portal.bean(Viewers.class).withoutSession(ELIAS).orElseThrow();
    List<ViewedCase> cases =
        ViewedCase.all(portal.bean(Cases.class), viewer.cases(), Stockholm.day(Portal.NOW));
    for (int part = 0; part < cases.size(); part++) {
      ViewedCase of = cases.get(part);
      var facts =
          portal.bean(CaseEvents.class).all(of.viewed()).stream()
              .collect(Collectors.toMap(Line::id, Line::updatedAt));
      municipality.put(
          municipality.tables().citizens(),
          ExportItems.held(
              ELIAS, export, 1, part, new Held(of.stored().id(), Held.look(of), facts)));
    }
    become(export.id(), ExportItems.ready(new Export.Content("exports/x", 1, cases.size())));
  }

  private void become(String id, Map<String, AttributeValue> changes) {
    var item =
        new HashMap<>(
            municipality.items(municipality.tables().citizens()).stream()
                .filter(each -> Values.text(each, "item").equals("EXPORT#" + id))
                .findFirst()
                .orElseThrow());
    item.putAll(changes);
    municipality.put(municipality.tables().citizens(), item);
  }

  private List<String> items(String table) {
    return municipality.items(table).stream().map(item -> Values.text(item, "item")).toList();
  }

  private List<String> acts() {
    return municipality.items(municipality.tables().audit()).stream()
        .filter(item -> item.containsKey("what"))
        .map(item -> Values.text(item, "act") + " " + Values.text(item, "id"))
        .toList();
  }
}
