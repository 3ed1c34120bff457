package se.insyn.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Ärende: one person's or household's matter with the social services, as of its last push. {@code
 * updatedAt} is when that push was taken in.
 */
public record Case(
    CaseId id,
    CaseNumber number,
    Source source,
    long version,
    CaseHeader header,
    List<Person> persons,
    Instant updatedAt) {

  public Case {
    persons = List.copyOf(persons);
  }

  /** The persons who are in the case on this day: the only ones that anybody is shown. */
  public List<Person> personsOn(LocalDate day) {
    return persons.stream().filter(person -> person.isIn(day)).toList();
  }
}
