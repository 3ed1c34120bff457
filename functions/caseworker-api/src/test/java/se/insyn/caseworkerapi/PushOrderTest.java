package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/**
 * Whatever the order in which pushes arrive, and however often, what is stored in the end is the
 * same, byte for byte. Every order is followed: from each state that can be reached each push is
 * really delivered once, and an order is a way through these states. Some orders are also delivered
 * from end to end, more of them with {@code -Dfull=true}.
 */
class PushOrderTest {

  private static final int FOR_REAL = Boolean.getBoolean("full") ? 3_000 : 150;

  private final Office office = new Office();

  @BeforeEach
  void aCaseIsKnown() {
    office.push(Pushes.ofCase());
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** Visible, hidden, visible, retracted, with another audience, visible again. */
  private static Push version(int version) {
    Push push = Pushes.decision().with("version", version).with("decision", "Version " + version);
    return switch (version) {
      case 2 -> push.with("visible", false);
      case 4 -> push.with("retracted", true);
      case 5 -> push.with("audience", List.of());
      default -> push;
    };
  }

  /** Versions 1 to 6 of one fact, the first and the last delivered twice. */
  private Deliveries sixVersions() {
    return new Deliveries(
        office,
        IntStream.rangeClosed(1, 6).mapToObj(PushOrderTest::version).toList(),
        List.of(0, 0, 1, 2, 3, 4, 5, 5));
  }

  /**
   * Five events of one case, each delivered twice. The last version of the decision may be seen: of
   * one that may not, the bytes also tell whether somebody once saw it, which is no order.
   */
  private Deliveries fiveEvents() {
    return new Deliveries(
        office,
        List.of(
            Pushes.ofCase().with("version", 2).with("type", "Bistånd"),
            version(1),
            version(6),
            Pushes.payment(),
            Pushes.protection(Pushes.APPLICANT, "none")),
        List.of(0, 0, 1, 1, 2, 2, 3, 3, 4, 4));
  }

  @Test
  void everyOrderOfSixVersionsWithTwoDuplicatesEndsInTheSameBytes() {
    Deliveries deliveries = sixVersions();
    assertThat(deliveries.orders()).isEqualTo(10_080);

    assertThat(deliveries.ends()).hasSize(1).first().asString().contains("Version 6");
    // None, and each version; hidden and retracted ones also without anybody having seen it before.
    assertThat(deliveries.statesSeen()).isGreaterThanOrEqualTo(1 + 6 + 2);
  }

  @Test
  void sixVersionsDeliveredForRealEndInTheSameBytes() {
    assertThat(sixVersions().endsForReal(FOR_REAL)).hasSize(1);
  }

  @Test
  void everyOrderOfFiveEventsEachTwiceEndsInTheSameBytes() {
    Deliveries deliveries = fiveEvents();
    assertThat(deliveries.orders()).isEqualTo(113_400);

    assertThat(deliveries.ends()).hasSize(1).first().asString().contains("Version 6", "Bistånd");
    assertThat(deliveries.statesSeen()).isGreaterThanOrEqualTo(2 * 3 * 2 * 2);
  }

  @Test
  void fiveEventsDeliveredForRealEndInTheSameBytes() {
    assertThat(fiveEvents().endsForReal(FOR_REAL)).hasSize(1);
  }
}
