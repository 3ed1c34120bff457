package se.insyn.domain.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/** Återkrav: what the office wants back, and what is left of it. */
public record Claim(Money amount, Money remaining, @Nullable LocalDate dueOn) {

  static Claim from(Members claim) {
    return new Claim(
        claim.ore("amountOre", 0), claim.ore("remainingOre", 0), claim.optionalDate("dueOn"));
  }

  Shown shown() {
    return new Shown().put("amountOre", amount).put("remainingOre", remaining).put("dueOn", dueOn);
  }
}
