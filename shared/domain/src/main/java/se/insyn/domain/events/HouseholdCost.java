package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/** Gemensamma hushållskostnader: the norm's share for the household as a whole. */
public record HouseholdCost(
    Money amount,
    @Nullable Money full,
    @Nullable Long householdSize,
    @Nullable Long countedMembers,
    @Nullable String reason) {

  private static final int LARGEST_HOUSEHOLD = 99;

  static HouseholdCost from(Members cost) {
    return new HouseholdCost(
        cost.ore("amountOre", 0),
        cost.optionalOre("fullOre", 0),
        cost.optionalWhole("householdSize", 0, LARGEST_HOUSEHOLD),
        cost.optionalWhole("countedMembers", 0, LARGEST_HOUSEHOLD),
        cost.optionalProse("reason", Texts.PARAGRAPH));
  }

  Shown shown() {
    return new Shown()
        .put("amountOre", amount)
        .put("fullOre", full)
        .put("householdSize", householdSize)
        .put("countedMembers", countedMembers)
        .put("reason", reason);
  }
}
