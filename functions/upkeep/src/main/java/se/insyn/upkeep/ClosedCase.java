package se.insyn.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.people.Citizen;

/**
 * Avslutat ärende: what must be known of a closed case to let it go.
 *
 * @param pushedAt when this version of it was taken in
 */
record ClosedCase(
    CaseId id,
    LocalDate closedOn,
    long version,
    String hash,
    Instant pushedAt,
    List<Person> persons) {

  ClosedCase {
    persons = List.copyOf(persons);
  }

  /** Everybody who may have read something of it, under every number they have had. */
  Set<Citizen> readers() {
    var readers = new HashSet<Citizen>();
    for (Person person : persons) {
      if (person.citizen() != null) {
        readers.add(person.citizen());
      }
      readers.addAll(person.formerly());
    }
    return readers;
  }
}
