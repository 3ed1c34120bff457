package se.insyn.domain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.WrittenNumbers;

/**
 * What every fact of a case has, whatever its kind. {@code date} is the day it arose, {@code
 * registeredAt} orders the facts of one day; {@code audience} lists person ids and is null where
 * the source left it out.
 */
public record Fact(
    CaseNumber caseNumber,
    EventId id,
    long version,
    boolean visible,
    boolean retracted,
    LocalDate date,
    @Nullable Instant registeredAt,
    @Nullable EventId applicationId,
    List<String> concernedPersons,
    @Nullable List<String> audience) {

  /** 2^53 − 1: what every JSON library can carry without loss. */
  public static final long LAST_VERSION = 9_007_199_254_740_991L;

  static final int MOST_PERSONS = 24;

  /** Reads and checks the common members. */
  static Fact from(Members data) {
    return new Fact(
        caseNumber(data),
        new EventId(data.id("id")),
        data.whole("version", 1, LAST_VERSION),
        data.flag("visible", false),
        data.flag("retracted", false),
        data.date("date"),
        data.optionalInstant("registeredAt"),
        Texts.reference(data, "applicationId"),
        orNone(data.optionalIds("concernedPersons", MOST_PERSONS)),
        data.optionalIds("audience", MOST_PERSONS));
  }

  /** Reads {@code caseNumber}: 1 to 40 printable characters, no personal number among them. */
  public static CaseNumber caseNumber(Members data) {
    String number = data.text("caseNumber", 40);
    if (!number.codePoints().allMatch(Fact::isPrintable)) {
      data.wrong("caseNumber", "must be 1 to 40 printable characters");
    }
    if (WrittenNumbers.appearIn(number)) {
      data.wrong("caseNumber", "must not contain a personal number");
    }
    return new CaseNumber(number);
  }

  /** Whether anybody at all may see it: pushed as visible and not taken back. */
  public boolean isOpen() {
    return visible && !retracted;
  }

  /** What is seen when it is printed; a blank between two words is. */
  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static List<String> orNone(@Nullable List<String> ids) {
    return ids == null ? List.of() : ids;
  }
}
