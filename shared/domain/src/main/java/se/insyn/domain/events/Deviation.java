package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Period;

/** Avvikelse: days on which a person does not count in full, and why. */
public record Deviation(Period period, @Nullable String reason) {

  static Deviation from(Members deviation) {
    return new Deviation(
        deviation.closedPeriod(), deviation.optionalProse("reason", Texts.PARAGRAPH));
  }

  Shown shown() {
    return new Shown().put("from", period.from()).put("to", period.to()).put("reason", reason);
  }
}
