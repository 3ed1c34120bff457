package se.insyn.local.hostile;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.local.LocalInsyn;
import se.insyn.local.demo.DemoPerson;

/** Who is there: test numbers that nobody has, and the cases that they get. */
public final class People {
  /** Has the case {@code A-1} with the decision {@code BES-1}. */
  public static final String ELIAS = Pushes.APPLICANT;

  /** Has the case {@code B-1} with the decision {@code BES-1}. */
  public static final String ASA = Pushes.CO_APPLICANT;

  /** Stands in no case unless a test puts him there. */
  public static final String MATTIAS = "197605239917";

  /** Samordningsnummer. */
  public static final String AMIRA = "198406829906";

  /** Is said to be protected. */
  public static final String BERTIL = "191509149991";

  /** Is known to nobody. */
  public static final String NOBODY = "190905271474";

  static final List<String> ALL =
      List.of(ELIAS, ASA, MATTIAS, AMIRA, BERTIL, NOBODY, "200308659978");

  /** Two of each function. */
  private static final int INSTANCES = 2 * Routes.functions().size();

  private static final Predicate<String> STARTED =
      Pattern.compile("INFO: [A-Z][A-Za-z]+ started in [0-9]+ ms").asMatchPredicate();

  private People() {}

  /** Empties the tables and gives two persons a case each. */
  public static Office startOver() {
    awaitAllInstances();
    StoredItems.forgetEverything();
    var office = Office.lifecare();
    office.applies(caseOf("A-1", ELIAS), decision("A-1", "BES-1"));
    office.applies(caseOf("B-1", ASA), decision("B-1", "BES-1"));
    return office;
  }

  /** A case with one applicant, P1. */
  public static Push caseOf(String caseNumber, String personalNumber) {
    return Pushes.ofCase()
        .with("caseNumber", caseNumber)
        .with("persons/0/personalNumber", personalNumber)
        .with("persons/0/name", DemoPerson.nameOf(personalNumber));
  }

  /** A case with two adults, P1 and P2. */
  public static Push household(String caseNumber, String one, String other) {
    return caseOf(caseNumber, one)
        .adding(
            "persons",
            Map.of(
                "id", "P2",
                "personalNumber", other,
                "name", DemoPerson.nameOf(other),
                "role", "co-applicant",
                "protection", "none"));
  }

  /** A decision of today for P1. */
  public static Push decision(String caseNumber, String id) {
    return Pushes.decision()
        .with("caseNumber", caseNumber)
        .with("id", id)
        .with("date", Stockholm.today(Clock.systemUTC()).toString());
  }

  /** What the routes show that show one fact, beside the decision {@code BES-1}. */
  static List<Push> openable(String caseNumber) {
    return List.of(
        Pushes.appointment().with("caseNumber", caseNumber),
        Pushes.calculation().with("caseNumber", caseNumber));
  }

  /**
   * Gives them to a case, and the document {@code DOK-2} with its file; to P1 the message {@code
   * MED-1} with the attachment {@code B1}.
   */
  static void makeOpenable(Office office, String caseNumber) {
    byte[] pdf = Papers.pdf("utredning");
    openable(caseNumber).forEach(office::applies);
    office.handOver(office.announce(Papers.document(caseNumber, "DOK-2", pdf)), pdf);
    var message = Pushes.message().with("caseNumber", caseNumber);
    office.handOver(
        office.announceAttached(message.with("attachments", List.of(Papers.attachment("B1", pdf)))),
        pdf);
    Papers.awaitChecks();
  }

  /** The five ways in which a number is written. */
  static List<String> written(String digits) {
    var ten = digits.substring(2);
    return List.of(
        digits,
        digits.substring(0, 8) + "-" + digits.substring(8),
        ten,
        ten.substring(0, 6) + "-" + ten.substring(6),
        ten.substring(0, 6) + "+" + ten.substring(6));
  }

  /** An instance that is still being warmed up would print lines of its own between ours. */
  private static void awaitAllInstances() {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (LocalInsyn.shared().loggedSince(0).stream().filter(STARTED).count() < INSTANCES) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("not all instances have started");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
