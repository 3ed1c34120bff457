package se.insyn.domain.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Retention;
import se.insyn.domain.cases.Role;
import se.insyn.domain.cases.Showing;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.Onlooker;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.people.Protection;

/**
 * The case of {@link Pushes#household} with a guardian more: P1 applicant, P2 co-applicant, P3
 * child, G1 guardian. All are known and unprotected.
 */
public final class Household {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  public static final Source SOURCE = new Source("/lifecare");
  public static final CaseNumber NUMBER = new CaseNumber(Pushes.CASE_NUMBER);

  /** Nothing has left unless a case of it was closed two years ago. */
  public static final Retention RETENTION = Retention.of("case=730");

  /** Everything is shown. */
  public static final Showing SHOWING = new Showing(RETENTION, Set.of(), Set.of(), Set.of());

  private static final List<Person> PERSONS =
      List.of(
          person("P1", "Elias Hertzberg", Role.APPLICANT),
          person("P2", "Åsa-Lena Gustafsson", Role.CO_APPLICANT),
          person("P3", "Alva Öberg", Role.CHILD),
          person("G1", "Ingrid Lund", Role.GUARDIAN));

  private Household() {}

  /** Whom a person of the case is stored as. */
  public static Citizen citizen(String personId) {
    return new Citizen("citizen-of-" + personId);
  }

  /** Somebody of whom one source says that they are not protected. */
  public static Head unprotected() {
    return Head.UNKNOWN.state("/lifecare", 1, "hash", Protection.NONE).head();
  }

  public static Map<Citizen, Head> heads() {
    return everybody(citizen -> unprotected());
  }

  /** A person's place in the case; the epochs are those of {@link #heads}. */
  public static Membership membership(String personId) {
    return new Membership(
        CaseId.of(SOURCE, NUMBER),
        NUMBER,
        SOURCE,
        Area.OTHER_ASSISTANCE,
        personId,
        PERSONS.stream().filter(p -> p.id().equals(personId)).findFirst().orElseThrow().role(),
        null,
        null,
        null,
        null,
        everybody(citizen -> 0L),
        Set.of());
  }

  /** A person who logged in for the first time. */
  public static Viewer viewer(String personId) {
    return Viewer.of(
            new Viewer.Person(
                citizen(personId), unprotected(), List.of(membership(personId)), Map.of()),
            heads(),
            Set.of(),
            TODAY,
            SHOWING,
            null)
        .orElseThrow();
  }

  public static VisibleCase seenBy(String personId) {
    return viewer(personId).cases().getFirst();
  }

  public static Onlooker onlooker(String personId) {
    return new Onlooker(personId, PERSONS, seenBy(personId).role() == Role.CO_APPLICANT);
  }

  /** The moment that the household's pushes say they were sent. */
  public static Instant now() {
    return Instant.parse("2026-11-20T08:12:00Z");
  }

  private static <T> Map<Citizen, T> everybody(Function<Citizen, T> value) {
    return PERSONS.stream()
        .map(person -> citizen(person.id()))
        .collect(Collectors.toMap(Function.identity(), value));
  }

  private static Person person(String id, String name, Role role) {
    return new Person(id, citizen(id), List.of(), name, role, null, null, true, role.canLogIn());
  }
}
