package se.insyn.caseworkerapi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Person;
import se.insyn.domain.json.InvalidMembers;

/** Who may see something, resolved from the ids of a push to the persons of the case. */
final class Audiences {

  private Audiences() {}

  /**
   * The persons that an audience names. May be left out only while the case has had at most one
   * person who can log in, who is then meant; an id that was never in the case is refused; one
   * without a number, or who has left, is taken and sees nothing.
   *
   * @param persons everybody who is or was in the case
   * @throws InvalidMembers naming the element, or the audience when it had to be there
   */
  static List<Person> resolve(
      @Nullable List<String> audience, List<Person> persons, String pointer) {
    if (audience == null) {
      List<Person> couldLogIn = persons.stream().filter(Person::couldLogIn).toList();
      if (couldLogIn.size() > 1) {
        throw new InvalidMembers(
            pointer, "is required: more than one person of this case can log in");
      }
      return couldLogIn;
    }
    var named = new ArrayList<Person>();
    for (int i = 0; i < audience.size(); i++) {
      String id = audience.get(i);
      String at = pointer + "/" + i;
      named.add(
          persons.stream()
              .filter(person -> person.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new InvalidMembers(at, "is no person of this case")));
    }
    return named;
  }
}
