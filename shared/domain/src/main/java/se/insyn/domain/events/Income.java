package se.insyn.domain.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/**
 * Inkomst: what was declared, what authorities say, and what is counted; without {@code personId}
 * the household's.
 */
public record Income(
    String id,
    String type,
    @Nullable String personId,
    @Nullable Money declared,
    List<Authority> authorities,
    Money basis,
    List<Disregard> disregards,
    Money counted,
    @Nullable String reason) {

  private static final int MOST_PARTS = 24;

  public Income {
    authorities = List.copyOf(authorities);
    disregards = List.copyOf(disregards);
  }

  static Income from(Members data) {
    var income =
        new Income(
            data.id("id"),
            data.text("type", Texts.LINE),
            data.optionalId("personId"),
            data.optionalOre("declaredOre", 0),
            data.list("authorities", MOST_PARTS, Authority::from),
            data.ore("basisOre", 0),
            data.list("disregards", MOST_PARTS, Disregard::from),
            data.ore("countedOre", 0),
            data.optionalProse("reason", Texts.PARAGRAPH));
    if (data.isReadable("basisOre", "disregards", "countedOre")
        && !income.basis.minus(income.disregarded()).equals(income.counted)) {
      data.wrong("countedOre", "must be basisOre less the disregards");
    }
    return income;
  }

  private Money disregarded() {
    return Money.sum(disregards.stream().map(Disregard::amount).toList());
  }

  Shown shown(Onlooker viewer) {
    return new Shown()
        .put("id", id)
        .put("type", type)
        .put("person", viewer.person(personId))
        .put("declaredOre", declared)
        .putSome("authorities", authorities.stream().map(Authority::shown).toList())
        .put("basisOre", basis)
        .putSome("disregards", disregards.stream().map(Disregard::shown).toList())
        .put("countedOre", counted)
        .put("reason", reason);
  }

  /** Uppgift från myndighet: what an authority says was paid. */
  public record Authority(
      String name, Money amount, @Nullable YearMonth month, @Nullable LocalDate fetchedOn) {

    static Authority from(Members authority) {
      return new Authority(
          authority.text("name", Texts.LINE),
          authority.ore("amountOre", 0),
          authority.optionalMonth("month"),
          authority.optionalDate("fetchedOn"));
    }

    Shown shown() {
      return new Shown()
          .put("name", name)
          .put("amountOre", amount)
          .put("month", month)
          .put("fetchedOn", fetchedOn);
    }
  }

  /** Avräkning: a part of an income that a rule does not count. */
  public record Disregard(String rule, Money amount) {

    static Disregard from(Members disregard) {
      return new Disregard(disregard.text("rule", Texts.LINE), disregard.ore("amountOre", 0));
    }

    Shown shown() {
      return new Shown().put("rule", rule).put("amountOre", amount);
    }
  }
}
