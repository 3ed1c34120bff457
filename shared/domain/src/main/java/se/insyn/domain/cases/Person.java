package se.insyn.domain.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;

/**
 * A person in a case. {@code id} is the source's and stays with the human; {@code citizen} is
 * absent without a personal number; {@code formerly} are the numbers they had before. Who has left
 * stays listed with {@code present} false, because a later audience may still name them; {@code
 * couldLogIn} says that they could log in at some time.
 */
public record Person(
    String id,
    @Nullable Citizen citizen,
    List<Citizen> formerly,
    String name,
    Role role,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean present,
    boolean couldLogIn) {

  public Person {
    formerly = List.copyOf(formerly);
  }

  /**
   * Whether they are in the case on this day: stand in its last push, and their days include it.
   */
  public boolean isIn(LocalDate day) {
    return present && (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
  }

  /** Whom the case is opened to by their place in it: nobody, for who has left or cannot log in. */
  public Optional<Citizen> placed() {
    return present && role.canLogIn() ? Optional.ofNullable(citizen) : Optional.empty();
  }

  /** What stays of them when the case is erased: who counts as who, and no name. */
  public Person erased() {
    return new Person(id, citizen, formerly, "–", role, null, null, false, couldLogIn);
  }

  /** Who no longer stands in the case. */
  public Person gone() {
    return new Person(id, citizen, formerly, name, role, from, to, false, couldLogIn);
  }
}
