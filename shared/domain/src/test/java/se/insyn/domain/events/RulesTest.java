package se.insyn.domain.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Violation;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/** The rules between members, at their borders; each broken one is named by its pointer. */
class RulesTest {

  private static final Map<String, Object> ROW =
      Map.of("id", "R1", "purpose", "Resor", "outcome", "granted");

  static List<Arguments> broken() {
    return List.of(
        arguments(Pushes.decision().with("caseNumber", "EB 200007169915"), "caseNumber"),
        arguments(Pushes.decision().with("caseNumber", "000716-9915"), "caseNumber"),
        arguments(Pushes.decision().with("caseNumber", "EB\u200b1"), "caseNumber"),
        arguments(Pushes.decision().with("caseNumber", "x".repeat(41)), "caseNumber"),
        arguments(Pushes.decision().with("id", "BES.000716-9915"), "id"),
        arguments(Pushes.decision().with("id", "x".repeat(65)), "id"),
        arguments(Pushes.decision().with("id", "BES 1"), "id"),
        arguments(Pushes.decision().with("version", 0), "version"),
        arguments(Pushes.decision().with("version", Fact.LAST_VERSION + 1), "version"),
        arguments(Pushes.decision().with("date", "2026-02-29"), "date"),
        arguments(Pushes.decision().with("date", "1899-12-31"), "date"),
        arguments(Pushes.decision().with("date", "2200-01-01"), "date"),
        arguments(Pushes.decision().with("registeredAt", "2026-11-20T08:00:00"), "registeredAt"),
        arguments(Pushes.decision().with("concernedPersons", List.of("P 1")), "concernedPersons/0"),
        arguments(Pushes.decision().with("audience", List.of("P1", 1)), "audience/1"),
        arguments(
            Pushes.application().with("period", period("2026-12-02", "2026-12-01")), "period/to"),
        arguments(Pushes.decision().with("outcome", "maybe"), "outcome"),
        arguments(Pushes.decision().with("amountOre", -1), "amountOre"),
        arguments(
            Pushes.decision()
                .with("rows", List.of(granted("R1", 1), granted("R2", 2)))
                .with("amountOre", 4),
            "amountOre"),
        arguments(Pushes.decision().with("rows", List.of(ROW, ROW, ROW)), "rows/1/id rows/2/id"),
        arguments(
            Pushes.decision()
                .with("receivedBy", List.of(receipt("P1"), receipt("P2"), receipt("P1"))),
            "receivedBy/2/personId"),
        arguments(Pushes.resourceAllocation().with("endedOn", "2026-10-31"), "endedOn"),
        arguments(Pushes.resourceAllocation().with("percent", 101), "percent"),
        arguments(Pushes.payment().with("amountOre", 0), "amountOre"),
        arguments(Pushes.payment().with("account", "123"), "account"),
        arguments(Pushes.payment().with("concernedMonth", "2026-13"), "concernedMonth"),
        arguments(Pushes.incomingPayment().with("amountOre", -1), "amountOre"),
        arguments(Pushes.document().with("file", Pushes.file().at("file")), "file"),
        arguments(Pushes.document().without("text"), "text"),
        arguments(Pushes.document().with("text", "x".repeat(100_001)), "text"),
        arguments(Pushes.file().with("file/mediaType", "text/html"), "file/mediaType"),
        arguments(Pushes.file().with("file/size", 0), "file/size"),
        arguments(Pushes.file().with("file/size", StoredFile.LARGEST + 1), "file/size"),
        arguments(Pushes.file().with("file/sha256", "A".repeat(64)), "file/sha256"),
        arguments(Pushes.file().with("file/sha256", "a".repeat(63)), "file/sha256"),
        arguments(Pushes.appointment().with("endsAt", "2026-11-26T08:59:59Z"), "endsAt"),
        arguments(Pushes.informationRequest().with("status", "closed"), "status"),
        arguments(Pushes.calculation().with("period/to", null), "period/to"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenRuleIsNamed(Push push, String pointers) {
    InvalidMembers refused = catchThrowableOfType(InvalidMembers.class, push::event);
    assertThat(refused).as(push.toString()).isNotNull();
    assertThat(refused.violations().stream().map(Violation::pointer))
        .isEqualTo(List.of(pointers.split(" ", -1)).stream().map(p -> "/data/" + p).toList());
  }

  static List<Push> kept() {
    return List.of(
        Pushes.decision().with("caseNumber", "EB/2026-77 åäö"),
        Pushes.decision().with("caseNumber", "x".repeat(40)),
        Pushes.decision().with("id", "x".repeat(64)),
        Pushes.decision().with("version", Fact.LAST_VERSION),
        Pushes.decision().with("date", "1900-01-01"),
        Pushes.decision().with("date", "2199-12-31"),
        Pushes.decision().with("audience", List.of()),
        Pushes.application().with("period", period("2026-12-01", "2026-12-01")),
        Pushes.decision()
            .with("rows", List.of(granted("R1", 1), granted("R2", 2)))
            .with("amountOre", 3),
        Pushes.decision().with("rows", List.of(granted("R1", 1), granted("R2", 2))),
        Pushes.decision()
            .with("rows", List.of(granted("R1", 1), ROW).reversed())
            .with("amountOre", 9)
            .with("rows/0/id", "R2"),
        Pushes.decision().with("rows", List.of()).with("amountOre", 9),
        Pushes.resourceAllocation().with("endedOn", "2026-11-01").with("percent", 100),
        Pushes.payment().with("account", "12-3 4"),
        Pushes.document().with("text", "x".repeat(100_000)),
        Pushes.file().with("file/size", StoredFile.LARGEST),
        Pushes.appointment().with("endsAt", "2026-11-26T09:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatKeepsTheRulesIsTaken(Push push) {
    assertThat(push.event().kind().code()).isEqualTo(push.type());
  }

  private static Map<String, Object> period(String from, String to) {
    return Map.of("from", from, "to", to);
  }

  private static Map<String, Object> receipt(String person) {
    return Map.of("personId", person, "on", "2026-11-21");
  }

  private static Map<String, ?> granted(String id, long ore) {
    return Json.parseObject(
        "{\"id\":\"%s\",\"purpose\":\"Resor\",\"outcome\":\"granted\",\"grantedOre\":%d}"
            .formatted(id, ore));
  }
}
