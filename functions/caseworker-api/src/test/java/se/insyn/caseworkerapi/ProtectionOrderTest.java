package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/**
 * Protection against everything else, in every order. A case is shown only after a push of its own
 * that came when nobody in it was protected and after the last change of anybody's protection: a
 * model of two variables, held against what the person sees after every single push.
 */
class ProtectionOrderTest {

  private static final Office OFFICE = new Office();

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  private record Step(String name, String source, Push push) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Step CASE_1 = new Step("case 1", Office.LIFECARE, Pushes.ofCase());
  private static final Step CASE_2 =
      new Step("case 2", Office.LIFECARE, Pushes.ofCase().with("version", 2));
  private static final Step UP =
      new Step("up", Office.OTHER, protection(1, "protected-registration"));
  private static final Step DOWN = new Step("down", Office.OTHER, protection(2, "none"));
  private static final Step FACT = new Step("fact", Office.LIFECARE, Pushes.decision());

  private static Push protection(int version, String value) {
    return Pushes.protection(Pushes.APPLICANT, value).with("version", version);
  }

  @TestFactory
  Stream<DynamicTest> ofTwoSources() {
    return Office.orders(List.of(CASE_1, UP, DOWN, CASE_2, FACT)).stream()
        .map(order -> DynamicTest.dynamicTest(order.toString(), () -> follow(order)));
  }

  /** The same with the case itself raising and lowering the protection. */
  @TestFactory
  Stream<DynamicTest> ofOneCase() {
    var raised =
        new Step(
            "case 2 protected",
            Office.LIFECARE,
            Pushes.ofCase()
                .with("version", 2)
                .with("persons/0/protection", "confidentiality-marking"));
    var lowered = new Step("case 3", Office.LIFECARE, Pushes.ofCase().with("version", 3));
    return Office.orders(List.of(CASE_1, raised, lowered, UP, DOWN)).stream()
        .map(order -> DynamicTest.dynamicTest(order.toString(), () -> follow(order)));
  }

  /** A push delivered again later must neither open nor close anything. */
  @TestFactory
  Stream<DynamicTest> withARepeatedRise() {
    return Office.orders(List.of(CASE_1, UP, DOWN, CASE_2, UP)).stream()
        .distinct()
        .map(order -> DynamicTest.dynamicTest(order.toString(), () -> follow(order)));
  }

  private static void follow(List<Step> order) {
    OFFICE.empty();
    var model = new Model();
    for (Step step : order) {
      String result = OFFICE.push(step.source(), step.push());
      model.take(step, result);
      List<String> seen = OFFICE.seenBy(Pushes.APPLICANT);
      assertThat(seen != null).as("a session after %s in %s", step, order).isEqualTo(model.open());
    }
  }

  /** What must be so, told without heads and epochs. */
  private static final class Model {

    private final List<String> seenProtected = new ArrayList<>();
    private long register;
    private boolean registerProtected;
    private long caseVersion;
    private boolean caseProtected;
    private boolean shown;

    void take(Step step, String result) {
      switch (step.name()) {
        case "up", "down" -> statement(step);
        case "fact" -> assertThat(result).isIn("applied", "404");
        default -> itsCase(step, result);
      }
    }

    private void statement(Step step) {
      boolean isProtected = step.equals(UP);
      long version = isProtected ? 1 : 2;
      if (version > register) {
        if (registerProtected != isProtected) {
          shown = false;
        }
        register = version;
        registerProtected = isProtected;
      } else if (isProtected && !seenProtected.contains(step.name())) {
        shown = false;
      }
      if (isProtected) {
        seenProtected.add(step.name());
      }
    }

    private void itsCase(Step step, String result) {
      long version = ((Number) Objects.requireNonNull(step.push().at("version"))).longValue();
      boolean isProtected = !"none".equals(step.push().at("persons/0/protection"));
      if (version > caseVersion) {
        assertThat(result).isEqualTo("applied");
        caseVersion = version;
        caseProtected = isProtected;
        shown = !isProtected && !registerProtected;
      } else {
        assertThat(result).isIn("stale", "duplicate");
        if (isProtected && !seenProtected.contains(step.name())) {
          shown = false;
        }
      }
      if (isProtected) {
        seenProtected.add(step.name());
      }
    }

    boolean open() {
      return shown && !registerProtected && !caseProtected;
    }
  }
}
