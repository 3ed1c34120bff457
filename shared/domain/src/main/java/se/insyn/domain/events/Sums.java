package se.insyn.domain.events;

import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/**
 * Summor: the sums of a calculation as the source states them. Each must hold by the figures that
 * the citizen sees beside it, so a sum that is built on a wrong one is wrong too. A result above
 * zero is a shortfall, otherwise a surplus.
 */
public record Sums(
    Money persons,
    Money norm,
    Money expenses,
    Money otherNeeds,
    Money incomes,
    Money adjustments,
    Money result) {

  static Sums from(Members data) {
    Money adjustments = data.optionalOre("adjustmentSumOre", -Money.LARGEST_ORE);
    return new Sums(
        sum(data, "personSumOre"),
        sum(data, "normSumOre"),
        sum(data, "expenseSumOre"),
        sum(data, "otherNeedsSumOre"),
        sum(data, "incomeSumOre"),
        adjustments == null ? Money.ZERO : adjustments,
        sum(data, "resultOre"));
  }

  private static Money sum(Members data, String name) {
    return data.ore(name, -Money.LARGEST_ORE);
  }

  /** Notes every sum that does not hold. */
  void check(Members data, Calculation of) {
    check(data, "personSumOre", persons, of.personAmounts(), "the persons' amounts");
    check(
        data,
        "normSumOre",
        norm,
        persons.plus(of.householdCost().amount()),
        "personSumOre and the household cost");
    check(
        data,
        "expenseSumOre",
        expenses,
        of.granted(ExpenseGroup.LIVELIHOOD),
        "what was granted for livelihood");
    check(
        data,
        "otherNeedsSumOre",
        otherNeeds,
        of.granted(ExpenseGroup.OTHER_NEEDS),
        "what was granted for other needs");
    check(data, "incomeSumOre", incomes, of.countedIncomes(), "the counted incomes");
    check(data, "adjustmentSumOre", adjustments, of.adjusted(), "the adjustments");
    check(
        data,
        "resultOre",
        result,
        norm.plus(expenses).plus(otherNeeds).minus(incomes).plus(adjustments),
        "norm, expenses, other needs and adjustments, less the incomes");
  }

  private static void check(
      Members data, String name, Money stated, Money calculated, String parts) {
    if (!stated.equals(calculated)) {
      data.wrong(name, "must be the sum of " + parts);
    }
  }

  void show(Shown shown) {
    shown
        .put("personSumOre", persons)
        .put("normSumOre", norm)
        .put("expenseSumOre", expenses)
        .put("otherNeedsSumOre", otherNeeds)
        .put("incomeSumOre", incomes)
        .put("adjustmentSumOre", adjustments)
        .put("resultOre", result);
  }
}
