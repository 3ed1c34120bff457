package se.insyn.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.json.Violation;
import se.insyn.domain.testing.Pushes;

/**
 * Normberäkningar that add up are taken; one öre more or less anywhere is found, and every sum is
 * named that no longer holds. Which those are is worked out here once more, from the JSON alone.
 */
class CalculationTest {

  /** What a calculation is made of; of an income, the first part is what is counted. */
  record Figures(
      List<Long> persons,
      List<Long> notIncluded,
      long household,
      List<Long> livelihood,
      List<Long> otherNeeds,
      List<List<Long>> incomes,
      List<Long> adjustments) {}

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void whatAddsUpIsTakenAndOneOreIsFoundInEverySumThatItBreaks(
      @ForAll("figures") Figures figures, @ForAll boolean more) {
    Map<String, @Nullable Object> data = data(figures);
    assertThat(brokenSums(data)).isEmpty();
    assertThat(refused(data)).isEmpty();
    for (Figure figure : used(data)) {
      long right = figure.value();
      figure.set(right > 0 && !more ? right - 1 : right + 1);
      Set<String> broken = brokenSums(data);
      assertThat(broken).as("%s", figure).isNotEmpty();
      assertThat(refused(data)).as("%s", figure).isEqualTo(broken);
      figure.set(right);
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void whatOnlyExplainsIsNotCalculatedWith(@ForAll("figures") Figures figures) {
    Map<String, @Nullable Object> data = data(figures);
    for (Map<String, @Nullable Object> person : each(data, "persons")) {
      person.put("fullOre", 1L);
      person.put("days", 1L);
      person.put("ofDays", 30L);
      if (Boolean.FALSE.equals(person.get("included"))) {
        person.put("amountOre", 1L);
      }
    }
    each(data, "expenses").forEach(expense -> expense.put("appliedOre", 1L));
    for (Map<String, @Nullable Object> income : each(data, "incomes")) {
      income.put("declaredOre", 1L);
      income.put("authorities", List.of(Json.parseObject("{\"name\": \"CSN\", \"amountOre\": 1}")));
    }
    assertThat(refused(data)).isEmpty();
  }

  /** One amount that the rules use. */
  private record Figure(String path, Map<String, @Nullable Object> holder, String name) {

    long value() {
      return ore(holder, name);
    }

    void set(long ore) {
      holder.put(name, ore);
    }

    @Override
    public String toString() {
      return path + name;
    }
  }

  private static List<Figure> used(Map<String, @Nullable Object> data) {
    var used = new ArrayList<Figure>();
    for (Map<String, @Nullable Object> person : each(data, "persons")) {
      if (!Boolean.FALSE.equals(person.get("included"))) {
        used.add(new Figure("person ", person, "amountOre"));
      }
    }
    used.add(new Figure("household ", object(data.get("householdCost")), "amountOre"));
    for (Map<String, @Nullable Object> expense : each(data, "expenses")) {
      used.add(new Figure("expense ", expense, "grantedOre"));
    }
    for (Map<String, @Nullable Object> income : each(data, "incomes")) {
      used.add(new Figure("income ", income, "basisOre"));
      used.add(new Figure("income ", income, "countedOre"));
      for (Map<String, @Nullable Object> disregard : each(income, "disregards")) {
        used.add(new Figure("disregard ", disregard, "amountOre"));
      }
    }
    for (Map<String, @Nullable Object> adjustment : each(data, "adjustments")) {
      used.add(new Figure("adjustment ", adjustment, "amountOre"));
    }
    data.keySet().stream()
        .filter(name -> name.endsWith("Ore"))
        .forEach(name -> used.add(new Figure("", data, name)));
    return used;
  }

  /** The sums that do not hold by the contract's rules. */
  private static Set<String> brokenSums(Map<String, @Nullable Object> data) {
    var holds = new LinkedHashMap<String, Boolean>();
    long persons = 0;
    for (Map<String, @Nullable Object> person : each(data, "persons")) {
      persons += Boolean.FALSE.equals(person.get("included")) ? 0 : ore(person, "amountOre");
    }
    var granted = new LinkedHashMap<String, Long>();
    for (Map<String, @Nullable Object> expense : each(data, "expenses")) {
      granted.merge(String.valueOf(expense.get("group")), ore(expense, "grantedOre"), Long::sum);
    }
    long counted = 0;
    int number = 0;
    for (Map<String, @Nullable Object> income : each(data, "incomes")) {
      long left = ore(income, "basisOre") - total(income, "disregards");
      holds.put("incomes/" + number++ + "/countedOre", ore(income, "countedOre") == left);
      counted += ore(income, "countedOre");
    }
    long household = ore(object(data.get("householdCost")), "amountOre");
    holds.put("personSumOre", ore(data, "personSumOre") == persons);
    holds.put("normSumOre", ore(data, "normSumOre") == ore(data, "personSumOre") + household);
    holds.put(
        "expenseSumOre", ore(data, "expenseSumOre") == granted.getOrDefault("livelihood", 0L));
    holds.put(
        "otherNeedsSumOre",
        ore(data, "otherNeedsSumOre") == granted.getOrDefault("other-needs", 0L));
    holds.put("incomeSumOre", ore(data, "incomeSumOre") == counted);
    holds.put("adjustmentSumOre", ore(data, "adjustmentSumOre") == total(data, "adjustments"));
    holds.put(
        "resultOre",
        ore(data, "resultOre")
            == ore(data, "normSumOre")
                + ore(data, "expenseSumOre")
                + ore(data, "otherNeedsSumOre")
                - ore(data, "incomeSumOre")
                + ore(data, "adjustmentSumOre"));
    return holds.keySet().stream()
        .filter(name -> Boolean.FALSE.equals(holds.get(name)))
        .collect(Collectors.toSet());
  }

  /** The members that are refused. */
  private static Set<String> refused(Map<String, @Nullable Object> data) {
    try {
      Kind.CALCULATION.read(Members.of(data, "/data"));
      return Set.of();
    } catch (InvalidMembers e) {
      var pointers = new HashSet<String>();
      for (Violation violation : e.violations()) {
        pointers.add(violation.pointer().substring("/data/".length()));
      }
      return pointers;
    }
  }

  private static long total(Map<String, @Nullable Object> holder, String list) {
    long total = 0;
    for (Map<String, @Nullable Object> each : each(holder, list)) {
      total += ore(each, "amountOre");
    }
    return total;
  }

  private static long ore(Map<String, @Nullable Object> holder, String name) {
    return holder.get(name) instanceof Long ore ? ore : 0;
  }

  private static List<Map<String, @Nullable Object>> each(
      Map<String, @Nullable Object> holder, String name) {
    var each = new ArrayList<Map<String, @Nullable Object>>();
    if (holder.get(name) instanceof List<?> list) {
      list.forEach(element -> each.add(object(element)));
    }
    return each;
  }

  private static Map<String, @Nullable Object> object(@Nullable Object json) {
    return Json.asObject((Map<?, ?>) Objects.requireNonNull(json));
  }

  /** A calculation of these figures; without adjustments it has no sum of them either. */
  private static Map<String, @Nullable Object> data(Figures figures) {
    var persons = new ArrayList<Map<String, Object>>();
    figures.persons().forEach(ore -> persons.add(person(ore, true)));
    figures.notIncluded().forEach(ore -> persons.add(person(ore, false)));
    var expenses = new ArrayList<Map<String, Object>>();
    figures.livelihood().forEach(ore -> expenses.add(expense(expenses, "livelihood", ore)));
    figures.otherNeeds().forEach(ore -> expenses.add(expense(expenses, "other-needs", ore)));
    var incomes = new ArrayList<Map<String, Object>>();
    figures.incomes().forEach(parts -> incomes.add(income(incomes.size(), parts)));
    long norm = sum(figures.persons()) + figures.household();
    long counted = figures.incomes().stream().mapToLong(List::getFirst).sum();
    long adjusted = sum(figures.adjustments());
    var push =
        Pushes.calculation()
            .with("persons", persons)
            .with("householdCost/amountOre", figures.household())
            .with("expenses", expenses)
            .with("incomes", incomes)
            .with("personSumOre", sum(figures.persons()))
            .with("normSumOre", norm)
            .with("expenseSumOre", sum(figures.livelihood()))
            .with("otherNeedsSumOre", sum(figures.otherNeeds()))
            .with("incomeSumOre", counted)
            .with(
                "resultOre",
                norm + sum(figures.livelihood()) + sum(figures.otherNeeds()) - counted + adjusted);
    if (!figures.adjustments().isEmpty()) {
      var adjustments = new ArrayList<Map<String, Object>>();
      figures.adjustments().forEach(ore -> adjustments.add(adjustment(adjustments.size(), ore)));
      push = push.with("adjustments", adjustments).with("adjustmentSumOre", adjusted);
    }
    return push.data();
  }

  private static Map<String, Object> person(long ore, boolean included) {
    return Map.of("name", "Alva", "role", "child", "included", included, "amountOre", ore);
  }

  private static Map<String, Object> expense(List<?> before, String group, long ore) {
    return Map.of("id", "U" + before.size(), "group", group, "type", "Hyra", "grantedOre", ore);
  }

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

  private static Map<String, Object> adjustment(int number, long ore) {
    return Map.of("id", "J" + number, "type", "Justering", "amountOre", ore, "reason", "Rättelse");
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  @Provide
  Arbitrary<Figures> figures() {
    Arbitrary<Long> ore =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0L)),
            Tuple.of(9, Arbitraries.longs().between(0, 10_000_000)));
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
