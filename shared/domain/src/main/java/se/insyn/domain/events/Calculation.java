package se.insyn.domain.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;
import se.insyn.domain.value.Period;

/**
 * Normberäkning: how the amount of a decision was worked out, line by line. One whose sums do not
 * hold is refused. It is read from its decision and does not stand in the timeline.
 */
public record Calculation(
    Fact fact,
    String norm,
    Period period,
    CalculationStage stage,
    @Nullable EventId replacesId,
    @Nullable EventId decisionId,
    List<CalculatedPerson> persons,
    HouseholdCost householdCost,
    List<Expense> expenses,
    List<Income> incomes,
    List<Adjustment> adjustments,
    Sums sums)
    implements CaseEvent {

  public Calculation {
    persons = List.copyOf(persons);
    expenses = List.copyOf(expenses);
    incomes = List.copyOf(incomes);
    adjustments = List.copyOf(adjustments);
  }

  static Calculation from(Members data) {
    var calculation =
        new Calculation(
            Fact.from(data),
            data.text("norm", Texts.LINE),
            data.object("period", Members::closedPeriod),
            data.code("stage", CalculationStage.class),
            Texts.reference(data, "replacesId"),
            Texts.reference(data, "decisionId"),
            data.requiredList("persons", Fact.MOST_PERSONS, CalculatedPerson::from),
            data.object("householdCost", HouseholdCost::from),
            data.requiredList("expenses", Texts.ROWS, Expense::from),
            data.requiredList("incomes", Texts.ROWS, Income::from),
            data.list("adjustments", Texts.ROWS, Adjustment::from),
            Sums.from(data));
    data.distinct("expenses", "id");
    data.distinct("incomes", "id");
    data.distinct("adjustments", "id");
    // A figure that could not be read would make sums look wrong that are right.
    if (data.isReadable()) {
      calculation.sums.check(data, calculation);
    }
    return calculation;
  }

  @Override
  public Kind kind() {
    return Kind.CALCULATION;
  }

  @Override
  public String title() {
    return norm;
  }

  @Override
  public boolean deservesNotice() {
    return false;
  }

  @Override
  public @Nullable EventId parent() {
    return decisionId;
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("replacesId", replacesId).by("decisionId", decisionId).ids();
  }

  @Override
  public Shown listed() {
    return new Shown().put("decisionId", decisionId);
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    var shown =
        new Shown()
            .put("norm", norm)
            .put("period", period)
            .put("stage", stage)
            .put("replacesId", replacesId)
            .put("decisionId", decisionId)
            .put("persons", persons.stream().map(person -> person.shown(viewer)).toList())
            .put("householdCost", householdCost.shown())
            .put("expenses", expenses.stream().map(expense -> expense.shown(viewer)).toList())
            .put("incomes", incomes.stream().map(income -> income.shown(viewer)).toList())
            .putSome("adjustments", adjustments.stream().map(Adjustment::shown).toList());
    sums.show(shown);
    return shown;
  }

  Money personAmounts() {
    return Money.sum(persons.stream().map(CalculatedPerson::counted).toList());
  }

  Money granted(ExpenseGroup group) {
    return Money.sum(
        expenses.stream().filter(e -> e.group() == group).map(Expense::granted).toList());
  }

  Money countedIncomes() {
    return Money.sum(incomes.stream().map(Income::counted).toList());
  }

  Money adjusted() {
    return Money.sum(adjustments.stream().map(Adjustment::amount).toList());
  }
}
