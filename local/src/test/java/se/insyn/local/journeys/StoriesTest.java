package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.insyn.domain.value.Stockholm;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.contract.DemoData;
import se.insyn.local.hostile.Answers;
import se.insyn.local.hostile.People;

/** The demo as its people read it on the first day: what was decided, paid and worked out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final LocalDate TODAY = Stockholm.today(Clock.systemUTC());
  private static final String SEVEN = "BES-9 BES-39 BES-44 BES-60 BES-62 BES-69 BES-90";

  private Browser mattias = INSYN.browser();
  private Browser asa = INSYN.browser();
  private Browser elias = INSYN.browser();

  @BeforeAll
  void theDemoIsPushed() throws Exception {
    assertThat(DemoData.only()).isEmpty();
    mattias = INSYN.loggedIn(People.MATTIAS);
    asa = INSYN.loggedIn(People.ASA);
    elias = INSYN.loggedIn(People.ELIAS);
  }

  @AfterAll
  void nothingOfItStays() {
    People.startOver();
  }

  @Test
  void bothAdultsReadSevenDecisionsOfNinetyDays() {
    for (var adult : List.of(mattias, asa)) {
      var answer = Json.object(adult.get("/api/decisions").body());
      assertThat(answer)
          .containsEntry("from", day(-90))
          .containsEntry("to", day(0))
          .containsOnlyKeys("from", "to", "items");
      assertThat(texts(Answers.list(answer, "items").stream(), "id"))
          .containsExactly(SEVEN.split(" ", -1));
    }
  }

  @Test
  void eachReadsTheirOwnCauseAndWhenTheyCanAppeal() {
    var his = decision(mattias, "BES-9");
    var hers = decision(asa, "BES-9");
    assertThat(his.get("cause")).isEqualTo("Arbetar deltid, otillräcklig inkomst");
    assertThat(hers.get("cause")).isEqualTo("Deltar i program, otillräcklig ersättning");
    var howHe = howToAppeal(his);
    assertThat(howHe.get("basis")).isEqualTo("received");
    assertThat(howHe.get("receivedOn")).isEqualTo(day(-7));
    assertThat(LocalDate.parse(String.valueOf(howHe.get("lastDay"))))
        .isBetween(TODAY.plusDays(14), TODAY.plusDays(19));
    assertThat(howToAppeal(hers).keySet().toString()).isEqualTo("[appealable, appealTo, basis]");
    assertThat(howToAppeal(hers).get("basis")).isEqualTo("unknown");
    assertThat(howToAppeal(decision(mattias, "BES-62")))
        .isEqualTo(Map.of("appealable", false, "basis", "received", "receivedOn", day(-60)));
  }

  @Test
  void theMoneyOfADecisionIsWhatWasDecided() {
    var his = decision(mattias, "BES-9");
    assertThat(his.get("amountOre")).isEqualTo(1_275_000);
    assertThat(sum(his, "payments", "amountOre")).isEqualTo(1_275_000);
    assertThat(sum(his, "rows", "grantedOre")).isEqualTo(1_275_000);
    assertThat(texts(each(his, "payments"), "account")).containsOnlyOnce("7890");
    assertThat(each(decision(asa, "BES-9"), "payments"))
        .hasSize(4)
        .allSatisfy(payment -> assertThat(payment.containsKey("account")).isFalse());
    assertThat(sum(decision(asa, "BES-69"), "payments", "amountOre")).isEqualTo(1_041_800);
    assertThat(object(decision(asa, "BES-60"), "claim"))
        .isEqualTo(Map.of("amountOre", 360_000, "remainingOre", 70_000));
  }

  @Test
  void theCalculationIsFollowedByHandToItsResult() {
    for (var adult : List.of(mattias, asa)) {
      var calculation = calculation(adult, decision(adult, "BES-9"));
      assertThat(sum(calculation, "persons", "amountOre"))
          .isEqualTo(ore(calculation, "personSumOre"))
          .isEqualTo(1_774_000);
      long household = ore(object(calculation, "householdCost"), "amountOre");
      assertThat(ore(calculation, "personSumOre") + household)
          .isEqualTo(ore(calculation, "normSumOre"))
          .isEqualTo(1_977_000);
      assertThat(granted(calculation, "livelihood"))
          .isEqualTo(ore(calculation, "expenseSumOre"))
          .isEqualTo(1_175_300);
      assertThat(granted(calculation, "other-needs"))
          .isEqualTo(ore(calculation, "otherNeedsSumOre"))
          .isEqualTo(196_500);
      assertThat(each(calculation, "incomes"))
          .allSatisfy(
              income ->
                  assertThat(ore(income, "countedOre"))
                      .isEqualTo(ore(income, "basisOre") - sum(income, "disregards", "amountOre")));
      assertThat(sum(calculation, "incomes", "countedOre"))
          .isEqualTo(ore(calculation, "incomeSumOre"))
          .isEqualTo(2_073_800);
      assertThat(1_977_000 + 1_175_300 + 196_500 - 2_073_800 + ore(calculation, "adjustmentSumOre"))
          .isEqualTo(ore(calculation, "resultOre"))
          .isEqualTo(ore(calculation, "decidedOre"))
          .isEqualTo(1_275_000);
      assertThat(calculation.get("stage")).isEqualTo("final");
      assertThat(calculation.containsKey("paidOre")).isFalse();
    }
  }

  @Test
  void whatWasPaidOnACalculationIsTold() {
    var lastMonth = calculation(asa, decision(asa, "BES-39"));
    assertThat(ore(lastMonth, "resultOre")).isEqualTo(1_113_200);
    assertThat(ore(lastMonth, "decidedOre")).isEqualTo(1_113_200);
    assertThat(ore(lastMonth, "paidOre")).isEqualTo(1_113_200);
  }

  @Test
  void whatIsToComeStandsFirstAmongThePayments() {
    var planned = Answers.list(mattias.get("/api/payments?status=planned"), "items");
    assertThat(planned).hasSize(4);
    assertThat(texts(planned.stream(), "date")).containsOnly(day(5));
    assertThat(Answers.list(mattias.get("/api/payments?limit=100"), "items").subList(0, 4))
        .isEqualTo(planned);
    assertThat(Answers.list(mattias.get("/api/payments?status=returned"), "items"))
        .hasSize(1)
        .allSatisfy(payment -> assertThat(payment.get("amountOre")).isEqualTo(128_200));
  }

  @Test
  void aDecisionThatIsNotifiedHereIsGotWhenItsDetailIsOpenedNotWhenItIsListed() {
    var listed = decision(elias, "BES-1");
    assertThat(howToAppeal(decision(elias, "BES-1")).get("basis")).isEqualTo("unknown");
    var detail = "/api/cases/" + listed.get("caseId") + "/events/BES-1";
    assertThat(elias.get(detail).statusCode()).isEqualTo(200);
    assertThat(howToAppeal(decision(elias, "BES-1")))
        .isEqualTo(Map.of("appealable", false, "basis", "read-here", "receivedOn", day(0)));
  }

  private static Map<?, ?> decision(Browser browser, String id) {
    return Answers.list(browser.get("/api/decisions"), "items").stream()
        .filter(decision -> id.equals(decision.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static Map<?, ?> calculation(Browser browser, Map<?, ?> decision) {
    var answer =
        browser.get(
            "/api/cases/"
                + decision.get("caseId")
                + "/calculations/"
                + decision.get("calculationId"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return Json.object(answer.body());
  }

  private static Map<?, ?> howToAppeal(Map<?, ?> decision) {
    return object(decision, "howToAppeal");
  }

  private static Map<?, ?> object(Map<?, ?> holder, String member) {
    return (Map<?, ?>) Objects.requireNonNull(holder.get(member), member);
  }

  private static Stream<Map<?, ?>> each(Map<?, ?> holder, String list) {
    return holder.get(list) instanceof List<?> elements
        ? elements.stream().map(element -> (Map<?, ?>) Objects.requireNonNull(element))
        : Stream.of();
  }

  private static List<String> texts(Stream<Map<?, ?>> elements, String member) {
    return elements.map(element -> String.valueOf(element.get(member))).toList();
  }

  private static long sum(Map<?, ?> holder, String list, String member) {
    return each(holder, list).mapToLong(element -> ore(element, member)).sum();
  }

  private static long granted(Map<?, ?> calculation, String group) {
    return each(calculation, "expenses")
        .filter(expense -> group.equals(expense.get("group")))
        .mapToLong(expense -> ore(expense, "grantedOre"))
        .sum();
  }

  private static long ore(Map<?, ?> holder, String member) {
    return ((Number) Objects.requireNonNull(holder.get(member), member)).longValue();
  }

  private static String day(int days) {
    return TODAY.plusDays(days).toString();
  }
}
