package se.insyn.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** A viewer is the only way to a citizen's data. */
class ViewerRuleTest {
  @Test
  void casesAndFactsAreReadThroughAViewerOnly() {
    methods()
        .that()
        .areDeclaredIn("se.insyn.domain.cases.Cases")
        .or()
        .areDeclaredIn("se.insyn.domain.events.CaseEvents")
        .or()
        .areDeclaredIn("se.insyn.domain.events.Openings")
        .or()
        .areDeclaredIn("se.insyn.domain.messages.Threads")
        .and(
            describe(
                "are asked for",
                (JavaMethod method) ->
                    method
                        .getModifiers()
                        .contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)))
        .should(takeAViewer())
        .check(Product.ALL);
  }

  @Test
  void noControllerOfCitizensKnowsACaseId() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "se.insyn.cases..",
            "se.insyn.timeline..",
            "se.insyn.decisions..",
            "se.insyn.documents..",
            "se.insyn.messages..",
            "se.insyn.profile..")
        .should()
        .callMethodWhere(
            call(
                "that finds a case by source and number",
                c ->
                    c.getTargetOwner().getName().equals("se.insyn.domain.cases.CaseId")
                        && c.getName().equals("of")))
        .check(Product.ALL);
  }

  private static ArchCondition<JavaMethod> takeAViewer() {
    return new ArchCondition<>("take a Viewer or VisibleCase, never a case's number or id") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var types =
            method.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getSimpleName)
                .toList();
        var isSafe =
            (types.contains("Viewer") || types.contains("VisibleCase"))
                && !types.contains("CaseNumber")
                && !types.contains("CaseId");
        events.add(new SimpleConditionEvent(method, isSafe, method.getFullName() + " " + types));
      }
    };
  }

  private static DescribedPredicate<JavaCall<?>> call(
      String what, java.util.function.Predicate<JavaCall<?>> which) {
    return describe(what, which);
  }
}
