package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Role;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/**
 * Hushållsmedlem: one person's norm in a calculation. The full amount and the days explain the
 * amount; they are not calculated with. Who is not {@code included} counts as 0.
 */
public record CalculatedPerson(
    @Nullable String personId,
    String name,
    Role role,
    @Nullable String normRow,
    boolean included,
    @Nullable Money full,
    @Nullable Long days,
    @Nullable Long ofDays,
    @Nullable Deviation deviation,
    Money amount) {

  private static final int MOST_DAYS = 366;

  static CalculatedPerson from(Members person) {
    return new CalculatedPerson(
        person.optionalId("personId"),
        person.text("name", Texts.LINE),
        person.code("role", Role.class),
        person.optionalText("normRow", Texts.LINE),
        person.flag("included", true),
        person.optionalOre("fullOre", 0),
        person.optionalWhole("days", 0, MOST_DAYS),
        person.optionalWhole("ofDays", 0, MOST_DAYS),
        person.optionalObject("deviation", Deviation::from),
        person.ore("amountOre", 0));
  }

  /** What the person adds to the sum. */
  Money counted() {
    return included ? amount : Money.ZERO;
  }

  Shown shown(Onlooker viewer) {
    return new Shown()
        .put("name", name)
        .put("role", role)
        .put("you", viewer.is(personId))
        .put("normRow", normRow)
        .put("included", included)
        .put("fullOre", full)
        .put("days", days)
        .put("ofDays", ofDays)
        .put("deviation", deviation == null ? null : deviation.shown())
        .put("amountOre", amount);
  }
}
