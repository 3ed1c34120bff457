package se.insyn.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Violation;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/** Normberäkningar that add up are taken; one öre more anywhere is found, wherever it shows. */
class CalculationTest {

  /** The figures of a calculation that its rules use. */
  record Figures(
      List<Long> persons,
      List<Long> notIncluded,
      long household,
      List<Long> livelihood,
      List<Long> otherNeeds,
      List<List<Long>> incomes,
      List<Long> adjustments) {}

  @Property(tries = 1_000)
  void whatAddsUpIsTaken(@ForAll("figures") Figures figures) {
    assertThat(wrong(push(figures))).isEmpty();
  }

  @Property(tries = 1_000)
  void oneOreMoreIsFoundInEverySumThatItBreaks(@ForAll("figures") Figures figures) {
    Push right = push(figures);
    for (int i = 0; i < figures.persons().size(); i++) {
      assertThat(more(right, "persons/" + i + "/amountOre")).containsExactly("personSumOre");
    }
    for (int i = 0; i < figures.notIncluded().size(); i++) {
      int at = figures.persons().size() + i;
      assertThat(more(right, "persons/" + at + "/amountOre")).isEmpty();
    }
    assertThat(more(right, "householdCost/amountOre")).containsExactly("normSumOre");
    int livelihood = figures.livelihood().size();
    for (int i = 0; i < livelihood + figures.otherNeeds().size(); i++) {
      assertThat(more(right, "expenses/" + i + "/grantedOre"))
          .containsExactly(i < livelihood ? "expenseSumOre" : "otherNeedsSumOre");
    }
    for (int i = 0; i < figures.incomes().size(); i++) {
      String income = "incomes/" + i;
      assertThat(more(right, income + "/basisOre")).containsExactly(income + "/countedOre");
      assertThat(more(right, income + "/countedOre"))
          .containsExactly(income + "/countedOre", "incomeSumOre");
      for (int j = 0; j < figures.incomes().get(i).size() - 1; j++) {
        assertThat(more(right, income + "/disregards/" + j + "/amountOre"))
            .containsExactly(income + "/countedOre");
      }
    }
    for (int i = 0; i < figures.adjustments().size(); i++) {
      assertThat(more(right, "adjustments/" + i + "/amountOre"))
          .containsExactly("adjustmentSumOre");
    }
    assertThat(more(right, "personSumOre")).containsExactly("personSumOre", "normSumOre");
    for (String sum :
        List.of(
            "normSumOre",
            "expenseSumOre",
            "otherNeedsSumOre",
            "incomeSumOre",
            "adjustmentSumOre")) {
      assertThat(more(right, sum)).containsExactly(sum, "resultOre");
    }
    assertThat(more(right, "resultOre")).containsExactly("resultOre");
  }

  private static List<String> more(Push push, String path) {
    return wrong(push.with(path, (Long) Objects.requireNonNull(push.at(path)) + 1));
  }

  private static List<String> wrong(Push push) {
    try {
      push.event();
      return List.of();
    } catch (InvalidMembers e) {
      return e.violations().stream()
          .map(Violation::pointer)
          .map(pointer -> pointer.substring("/data/".length()))
          .toList();
    }
  }

  private static Push push(Figures figures) {
    var persons = new ArrayList<Map<String, Object>>();
    figures.persons().forEach(ore -> persons.add(person(ore, true)));
    figures.notIncluded().forEach(ore -> persons.add(person(ore, false)));
    var expenses = new ArrayList<Map<String, Object>>();
    figures.livelihood().forEach(ore -> expenses.add(expense(expenses, "livelihood", ore)));
    figures.otherNeeds().forEach(ore -> expenses.add(expense(expenses, "other-needs", ore)));
    var incomes = new ArrayList<Map<String, Object>>();
    figures.incomes().forEach(parts -> incomes.add(income(incomes.size(), parts)));
    var adjustments = new ArrayList<Map<String, Object>>();
    figures
        .adjustments()
        .forEach(
            ore ->
                adjustments.add(
                    Map.of(
                        "id",
                        "J" + adjustments.size(),
                        "type",
                        "Justering",
                        "amountOre",
                        ore,
                        "reason",
                        "Rättelse")));
    long norm = sum(figures.persons()) + figures.household();
    long counted = figures.incomes().stream().mapToLong(parts -> parts.getFirst()).sum();
    return Pushes.calculation()
        .with("persons", persons)
        .with("householdCost/amountOre", figures.household())
        .with("expenses", expenses)
        .with("incomes", incomes)
        .with("adjustments", adjustments)
        .with("personSumOre", sum(figures.persons()))
        .with("normSumOre", norm)
        .with("expenseSumOre", sum(figures.livelihood()))
        .with("otherNeedsSumOre", sum(figures.otherNeeds()))
        .with("incomeSumOre", counted)
        .with("adjustmentSumOre", sum(figures.adjustments()))
        .with(
            "resultOre",
            norm
                + sum(figures.livelihood())
                + sum(figures.otherNeeds())
                - counted
                + sum(figures.adjustments()));
  }

  private static Map<String, Object> person(long ore, boolean included) {
    return Map.of("name", "Alva", "role", "child", "included", included, "amountOre", ore);
  }

  private static Map<String, Object> expense(List<?> before, String group, long ore) {
    return Map.of("id", "U" + before.size(), "group", group, "type", "Hyra", "grantedOre", ore);
  }

  /** The first part is what is counted, the others what is not. */
  private static Map<String, Object> income(int number, List<Long> parts) {
    List<Map<String, Object>> disregards =
        parts.stream()
            .skip(1)
            .map(ore -> Map.<String, Object>of("rule", "Jobbstimulans 25 %", "amountOre", ore))
            .toList();
    return Map.of(
        "id",
        "I" + number,
        "type",
        "Lön",
        "basisOre",
        sum(parts),
        "disregards",
        disregards,
        "countedOre",
        parts.getFirst());
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  @Provide
  Arbitrary<Figures> figures() {
    Arbitrary<Long> ore = Arbitraries.longs().between(0, 10_000_000);
    Arbitrary<List<Long>> some = ore.list().ofMaxSize(5);
    return Combinators.combine(
            some,
            some,
            ore,
            some,
            some,
            ore.list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(4),
            Arbitraries.longs().between(-1_000_000, 1_000_000).list().ofMaxSize(3))
        .as(Figures::new);
  }
}
