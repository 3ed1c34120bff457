package se.insyn.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule of place: what may know what, over the classes of all modules. */
class ArchitectureTest {
  /** What takes in a push reads and writes in one transaction, so it speaks of items itself. */
  private static final Set<String> WRITERS_OF_PUSHES =
      Set.of(
          "CasePushes",
          "CaseWrites",
          "ContactDetailsPushes",
          "ErasePushes",
          "FactPushes",
          "Heads",
          "MessagePushes",
          "MissedFacts",
          "ProtectionCompletePushes",
          "ProtectionPushes",
          "ReceiptPushes",
          "StoredCase",
          "StoredFact",
          "StoredFacts");

  @Test
  void everyModuleIsLookedAt() {
    assertThat(Product.ALL)
        .extracting(JavaClass::getPackageName)
        .contains(
            "se.insyn.domain.events",
            "se.insyn.dynamodb",
            "se.insyn.http",
            "se.insyn.lambda",
            "se.insyn.kms",
            "se.insyn.s3",
            "se.insyn.login",
            "se.insyn.cases",
            "se.insyn.timeline",
            "se.insyn.notifications",
            "se.insyn.upkeep",
            "se.insyn.decisions",
            "se.insyn.documents",
            "se.insyn.messages",
            "se.insyn.profile",
            "se.insyn.caseworkerapi");
  }

  @Test
  void theDomainKnowsNeitherAwsNorHttpNorStorage() {
    classes()
        .that()
        .resideInAPackage("se.insyn.domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.nio",
                    "java.nio.charset..",
                    "java.io..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "se.insyn.domain..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..")
                .or(type(java.net.URI.class)))
        .check(Product.ALL);
  }

  @Test
  void onlyAdaptersAndTheWritersOfPushesTouchTheSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("se.insyn.dynamodb", "se.insyn.kms", "se.insyn.s3")
        .and(are(describe("not named after the technology", c -> !isNamedAfterTechnology(c))))
        .and(are(describe("not writers of pushes", c -> !isWriterOfPushes(c))))
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))
        .check(Product.ALL);
  }

  @Test
  void aClientIsBuiltInOnePlaceOnly() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("se.insyn.dynamodb.DynamoClient")
        .and()
        .doNotHaveFullyQualifiedName("se.insyn.kms.KeyClient")
        .and()
        .doNotHaveFullyQualifiedName("se.insyn.s3.S3Clients")
        .and()
        .doNotHaveFullyQualifiedName("se.insyn.notifications.SesAndSnsClients")
        .should()
        .callMethodWhere(
            call(
                "of an SDK client's builder",
                c ->
                    c.getTargetOwner().getName().matches("software\\.amazon\\.awssdk\\..*Client")
                        && Set.of("builder", "create").contains(c.getName())))
        .check(Product.ALL);
  }

  @Test
  void nobodyReadsTheEnvironment() {
    noClasses()
        .should()
        .callMethodWhere(
            call(
                "of the environment or the process's properties",
                c ->
                    c.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("getenv", "getProperty", "getProperties").contains(c.getName())))
        .check(Product.ALL);
  }

  @Test
  void theTimeComesFromTheOneClock() {
    noClasses()
        .should()
        .callMethodWhere(
            call(
                "of now() without a clock",
                c ->
                    (c.getTargetOwner().getPackageName().equals("java.time")
                            && c.getName().equals("now")
                            && c.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class)))
                        || (c.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("currentTimeMillis", "nanoTime").contains(c.getName()))))
        .check(Product.ALL);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("se.insyn.lambda.Clocks")
        .should()
        .callMethodWhere(
            call(
                "that makes a clock",
                c ->
                    c.getTargetOwner().isEquivalentTo(java.time.Clock.class)
                        && c.getName().startsWith("system")))
        .check(Product.ALL);
  }

  @Test
  void nothingGoesRoundInCircles() {
    slices().matching("se.insyn.(*)..").should().beFreeOfCycles().check(Product.ALL);
    slices().matching("se.insyn.domain.(*)..").should().beFreeOfCycles().check(Product.ALL);
  }

  @Test
  void aFunctionKnowsOnlyWhatIsShared() throws Exception {
    for (var function : Product.functions()) {
      var own = "se.insyn." + function.replace("-", "");
      classes()
          .that()
          .resideInAPackage(own + "..")
          .should()
          .onlyDependOnClassesThat(
              describe(
                  "are its own, shared, or other people's",
                  c ->
                      !c.getPackageName().startsWith("se.insyn.")
                          || c.getPackageName().startsWith(own)
                          || Product.SHARED.contains(c.getPackageName().split("\\.", -1)[2])))
          .check(Product.ALL);
    }
  }

  @Test
  void whatIsSharedKnowsNoFunction() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Product.SHARED.stream().map(name -> "se.insyn." + name + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            describe(
                "belong to a function or to the local runner",
                c ->
                    c.getPackageName().startsWith("se.insyn.")
                        && !Product.SHARED.contains(c.getPackageName().split("\\.", -1)[2])))
        .check(Product.ALL);
  }

  private static boolean isNamedAfterTechnology(JavaClass c) {
    return outermost(c).matches("(Dynamo|S3|Ses|Sns|Kms)[A-Z].*");
  }

  private static boolean isWriterOfPushes(JavaClass c) {
    return c.getPackageName().equals("se.insyn.caseworkerapi")
        && WRITERS_OF_PUSHES.contains(outermost(c));
  }

  /** The name of the file's class: what is nested in it, or made for it, belongs to it. */
  private static String outermost(JavaClass c) {
    var name = c.getName().substring(c.getPackageName().length() + 1);
    return name.replaceFirst("^\\$", "").split("\\$", -1)[0];
  }

  private static DescribedPredicate<JavaCall<?>> call(
      String what, java.util.function.Predicate<JavaCall<?>> which) {
    return describe(what, which);
  }
}
