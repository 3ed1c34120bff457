package se.insyn.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names: what they say, and what they must not. */
class NamingTest {
  @Test
  void namesSayWhatAThingIs() {
    // A BaseDecision is a grundbeslut, a word of the domain.
    var empty =
        Pattern.compile(
            ".*(Service|Manager|Helper|Utils?|Impl|D[Tt][Oo]|Base)|Base(?!Decision)[A-Z].*");
    noClasses()
        .should(have("a name that says nothing", c -> empty.matcher(c.getSimpleName()).matches()))
        .check(Product.ALL);
  }

  @Test
  void whatAnswersHttpEndsInController() {
    classes()
        .that()
        .areAnnotatedWith("io.micronaut.http.annotation.Controller")
        .should()
        .haveSimpleNameEndingWith("Controller")
        .check(Product.ALL);
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .beAnnotatedWith("io.micronaut.http.annotation.Controller")
        .check(Product.ALL);
  }

  private static ArchCondition<JavaClass> have(
      String what, java.util.function.Predicate<JavaClass> which) {
    return ArchCondition.from(describe("have " + what, which));
  }
}
