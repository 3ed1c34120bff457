package se.insyn.domain.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Person;

/**
 * Who looks at a fact, and who stands in its case: what is needed to know which members are whose.
 * {@code isCoApplicant} says what the viewer was when this version of the fact was taken in: roles
 * may change later, but what was written to the other adult never becomes theirs.
 */
public record Onlooker(String personId, List<Person> persons, boolean isCoApplicant) {

  public Onlooker {
    persons = List.copyOf(persons);
  }

  /** Whether the viewer is this person. */
  public boolean is(@Nullable String other) {
    return personId.equals(other);
  }

  /**
   * The persons with these ids as {@code {name, role, you}}; an id that is not of the case is left
   * out.
   */
  public List<Map<String, Object>> people(List<String> ids) {
    return ids.stream().map(this::person).filter(Objects::nonNull).toList();
  }

  /** One person as {@code {name, role, you}}, or null. */
  public @Nullable Map<String, Object> person(@Nullable String id) {
    for (Person person : persons) {
      if (person.id().equals(id)) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("name", person.name());
        shown.put("role", person.role().code());
        shown.put("you", is(id));
        return shown;
      }
    }
    return null;
  }
}
