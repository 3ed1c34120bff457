package se.insyn.domain.events;

import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/**
 * Justering: an amount, more or less, that is neither norm, expense nor income; always explained.
 */
public record Adjustment(String id, String type, Money amount, String reason) {

  static Adjustment from(Members adjustment) {
    return new Adjustment(
        adjustment.id("id"),
        adjustment.text("type", Texts.LINE),
        adjustment.ore("amountOre", -Money.LARGEST_ORE),
        adjustment.prose("reason", Texts.PARAGRAPH));
  }

  Shown shown() {
    return new Shown()
        .put("id", id)
        .put("type", type)
        .put("amountOre", amount)
        .put("reason", reason);
  }
}
