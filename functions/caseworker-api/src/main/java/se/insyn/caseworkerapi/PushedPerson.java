package se.insyn.caseworkerapi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Role;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.people.PersonalIdentityNumber;
import se.insyn.domain.people.Protection;

/** A person as a {@code case} push names them: the one place where numbers are still numbers. */
record PushedPerson(
    String id,
    @Nullable PersonalIdentityNumber number,
    List<PersonalIdentityNumber> previous,
    String name,
    Role role,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Protection protection) {

  private static final int MOST_PREVIOUS = 2;
  private static final String NUMBER_WANTED =
      "must be a personnummer or samordningsnummer of 12 digits";

  static PushedPerson from(Members person, LocalDate today) {
    var read =
        new PushedPerson(
            person.id("id"),
            number(person, today),
            previous(person, today),
            person.text("name", 200),
            person.code("role", Role.class),
            person.optionalDate("from"),
            person.optionalDate("to"),
            person.code("protection", Protection.class));
    if (read.from != null && read.to != null && read.to.isBefore(read.from)) {
      person.wrong("to", "must not be before from");
    }
    return read;
  }

  /** Reads {@code personalNumber}: 12 digits, absent where the person has none. */
  static @Nullable PersonalIdentityNumber number(Members members, LocalDate today) {
    String digits = members.optionalText("personalNumber", 20);
    if (digits == null) {
      return null;
    }
    Optional<PersonalIdentityNumber> number = PersonalIdentityNumber.ofTwelveDigits(digits, today);
    if (number.isEmpty()) {
      members.wrong("personalNumber", NUMBER_WANTED);
    }
    return number.orElse(null);
  }

  /** Reads {@code previousNumbers}: at most two. */
  static List<PersonalIdentityNumber> previous(Members members, LocalDate today) {
    var numbers = new ArrayList<PersonalIdentityNumber>();
    for (String digits : members.texts("previousNumbers", MOST_PREVIOUS, 20)) {
      Optional<PersonalIdentityNumber> number =
          PersonalIdentityNumber.ofTwelveDigits(digits, today);
      if (number.isEmpty()) {
        members.wrong("previousNumbers", "each " + NUMBER_WANTED);
        break;
      }
      numbers.add(number.get());
    }
    return numbers;
  }

  /** The person with citizens in the place of numbers. */
  Resolved resolve(CitizenKeys keys, CaseId caseId) {
    return new Resolved(
        this,
        number == null ? null : keys.citizen(number),
        previous.stream().map(keys::citizen).toList(),
        new Citizen("case:" + caseId.value() + ":" + id));
  }

  /**
   * A pushed person with the citizens that their numbers stand for; {@code unnumbered} stands for
   * them in this case while they have no number.
   */
  record Resolved(
      PushedPerson pushed, @Nullable Citizen citizen, List<Citizen> earlier, Citizen unnumbered) {

    /** Everybody that the push itself says they are. */
    Set<Citizen> named() {
      var named = new LinkedHashSet<>(earlier);
      named.add(citizen == null ? unnumbered : citizen);
      return named;
    }

    /**
     * The person as the case keeps them. Every number they had here goes on counting for their
     * protection and for what they saw, also when a push no longer names it: a system that leaves
     * the number of a protected person out must not open the case by it.
     *
     * @param stored everybody of the case as it was
     * @param others who the push says that somebody else in it is: a number that was said to have
     *     been this person's, and turns out to be another's, opens nothing of the other's to them
     */
    Person person(List<Person> stored, Set<Citizen> others) {
      var all = new LinkedHashSet<>(named());
      boolean couldLogIn = pushed.role.canLogIn() && citizen != null;
      for (Person before : stored) {
        if (isSameHuman(before)) {
          all.add(before.citizen() == null ? unnumbered : before.citizen());
          all.addAll(before.formerly());
          couldLogIn |= before.couldLogIn();
        }
      }
      if (citizen != null) {
        all.remove(citizen);
      }
      all.removeAll(others);
      return new Person(
          pushed.id,
          citizen,
          List.copyOf(all),
          pushed.name,
          pushed.role,
          pushed.from,
          pushed.to,
          true,
          couldLogIn);
    }

    /**
     * Whether this is the human who had this id before: the source never gives it to another,
     * unless it gives another number and does not say that the old one was theirs.
     */
    boolean isSameHuman(Person before) {
      if (!before.id().equals(pushed.id)) {
        return false;
      }
      var known = new LinkedHashSet<>(before.formerly());
      if (before.citizen() != null) {
        known.add(before.citizen());
      }
      known.remove(unnumbered);
      return citizen == null
          || known.isEmpty()
          || known.contains(citizen)
          || earlier.stream().anyMatch(known::contains);
    }
  }
}
