package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/** Which facts stand where in the local indexes. */
class IndexKeysTest {

  static Stream<Arguments> facts() {
    return Stream.of(
        Arguments.of(
            Pushes.application(),
            Map.of("byDate", "2026-11-20##ANS-1", "byKind", "application#2026-11-20##ANS-1")),
        Arguments.of(
            Pushes.application().with("registeredAt", "2026-11-20T08:12:00+01:00"),
            Map.of(
                "byDate", "2026-11-20#2026-11-20T07:12:00.000000000Z#ANS-1",
                "byKind", "application#2026-11-20#2026-11-20T07:12:00.000000000Z#ANS-1")),
        Arguments.of(
            Pushes.payment().with("decisionId", "BES-1").with("applicationId", "ANS-1"),
            Map.of(
                "byDate", "2026-11-20##UTB-1",
                "byKind", "payment#2026-11-20##UTB-1",
                "byApplication", "ANS-1#2026-11-20##UTB-1",
                "byParent", "BES-1#payment#2026-11-20##UTB-1")),
        Arguments.of(
            Pushes.calculation().with("decisionId", "BES-1"),
            Map.of(
                "byKind", "calculation#2026-11-20##NB-1",
                "byParent", "BES-1#calculation#2026-11-20##NB-1")),
        Arguments.of(
            Pushes.informationRequest(),
            Map.of(
                "byDate", "2026-11-20##KOMP-1",
                "byKind", "information-request#2026-11-20##KOMP-1",
                "byOpen", "information-request#2026-12-01#KOMP-1")),
        Arguments.of(
            Pushes.informationRequest().with("status", "fulfilled"),
            Map.of(
                "byDate", "2026-11-20##KOMP-1",
                "byKind", "information-request#2026-11-20##KOMP-1")),
        Arguments.of(
            Pushes.appointment().with("startsAt", "2026-11-25T23:00:00Z"),
            Map.of(
                "byDate", "2026-11-20##KAL-1",
                "byKind", "appointment#2026-11-20##KAL-1",
                "byOpen", "appointment#2026-11-26#KAL-1")),
        Arguments.of(
            Pushes.appointment().with("cancelled", true),
            Map.of("byDate", "2026-11-20##KAL-1", "byKind", "appointment#2026-11-20##KAL-1")),
        Arguments.of(Pushes.decision().with("visible", false), Map.of()),
        Arguments.of(Pushes.decision().without("visible"), Map.of()),
        Arguments.of(Pushes.decision().with("retracted", true), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void aFactHasTheKeysOfWhatItIsNow(Push push, Map<String, String> keys) {
    assertThat(IndexKeys.of(push.event(), false)).isEqualTo(keys);
  }

  @Test
  void aFileOpensItsFactOnlyWhenItIsChecked() {
    assertThat(IndexKeys.of(Pushes.file().event(), false)).isEmpty();
    assertThat(IndexKeys.of(Pushes.file().event(), true)).containsKeys("byDate", "byKind");
  }
}
