package se.insyn.caseworkerapi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Citizen citizen = number == null ? null : keys.citizen(number);
    List<Citizen> earlier = previous.stream().map(keys::citizen).toList();
    var all = new ArrayList<>(earlier);
    all.add(citizen == null ? new Citizen("case:" + caseId.value() + ":" + id) : citizen);
    return new Resolved(this, citizen, earlier, List.copyOf(all));
  }

  /** A pushed person and the citizens whose protection counts for them. */
  record Resolved(
      PushedPerson pushed,
      @Nullable Citizen citizen,
      List<Citizen> earlier,
      List<Citizen> protectedAs) {

    /**
     * The person as the case keeps them; {@code stored} is the same id as it was before, if any.
     */
    Person person(@Nullable Person stored) {
      var formerly = new ArrayList<>(earlier);
      if (stored != null && isSameHuman(stored)) {
        stored.formerly().stream().filter(c -> !formerly.contains(c)).forEach(formerly::add);
      }
      boolean canLogIn = pushed.role.canLogIn() && citizen != null;
      return new Person(
          pushed.id,
          citizen,
          formerly,
          pushed.name,
          pushed.role,
          pushed.from,
          pushed.to,
          true,
          canLogIn || (stored != null && stored.couldLogIn()));
    }

    private boolean isSameHuman(Person stored) {
      return stored.citizen() != null
          && (stored.citizen().equals(citizen) || earlier.contains(stored.citizen()));
    }
  }
}
