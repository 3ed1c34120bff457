package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;
import se.insyn.domain.value.Period;

/** Beslutsrad: what became of one thing that was applied for. */
public record DecisionRow(
    String id,
    String purpose,
    Outcome outcome,
    @Nullable Money applied,
    @Nullable Money granted,
    @Nullable String grounds,
    @Nullable Period period) {

  static DecisionRow from(Members row) {
    return new DecisionRow(
        row.id("id"),
        row.text("purpose", Texts.LINE),
        row.code("outcome", Outcome.class),
        row.optionalOre("appliedOre", 0),
        row.optionalOre("grantedOre", 0),
        row.optionalProse("grounds", Texts.PARAGRAPH),
        row.optionalPeriod("period"));
  }

  Shown shown() {
    return new Shown()
        .put("id", id)
        .put("purpose", purpose)
        .put("outcome", outcome)
        .put("appliedOre", applied)
        .put("grantedOre", granted)
        .put("grounds", grounds)
        .put("period", period);
  }
}
