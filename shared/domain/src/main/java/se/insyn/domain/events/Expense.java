package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/** Utgift: an expense as applied for and as granted; without {@code personId} the household's. */
public record Expense(
    String id,
    ExpenseGroup group,
    String type,
    @Nullable String personId,
    @Nullable Money applied,
    Money granted,
    @Nullable String reason) {

  static Expense from(Members expense) {
    return new Expense(
        expense.id("id"),
        expense.code("group", ExpenseGroup.class),
        expense.text("type", Texts.LINE),
        expense.optionalId("personId"),
        expense.optionalOre("appliedOre", 0),
        expense.ore("grantedOre", 0),
        expense.optionalProse("reason", Texts.PARAGRAPH));
  }

  Shown shown(Onlooker viewer) {
    return new Shown()
        .put("id", id)
        .put("group", group)
        .put("type", type)
        .put("person", viewer.person(personId))
        .put("appliedOre", applied)
        .put("grantedOre", granted)
        .put("reason", reason);
  }
}
