package se.insyn.domain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.json.Members;

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
    String application;
    return new Fact(
        caseNumber(data),
        new EventId(data.id("id")),
        data.whole("version", 1, LAST_VERSION),
        data.flag("visible", false),
        data.flag("retracted", false),
        data.date("date"),
        data.optionalInstant("registeredAt"),
        (application = data.optionalId("applicationId")) == null ? null : new EventId(application),
        orNone(data.optionalIds("concernedPersons", MOST_PERSONS)),
        data.optionalIds("audience", MOST_PERSONS));
  }

  /** Reads {@code caseNumber}: 1 to 40 printable characters. */
  public static CaseNumber caseNumber(Members data) {
    return new CaseNumber(data.text("caseNumber", 40));
  }

  /** Whether anybody at all may see it: pushed as visible and not taken back. */
  public boolean isOpen() {
    return visible && !retracted;
  }

  private static List<String> orNone(@Nullable List<String> ids) {
    return ids == null ? List.of() : ids;
  }
}
