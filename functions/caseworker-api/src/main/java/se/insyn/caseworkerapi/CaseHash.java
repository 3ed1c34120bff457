package se.insyn.caseworkerapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.caseworkerapi.PushedPerson.Resolved;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.Citizen;

/**
 * The hash of a case push, with citizens in the place of numbers: a hash of a number could be
 * reversed.
 */
final class CaseHash {

  private CaseHash() {}

  static String of(Map<String, @Nullable Object> raw, List<Resolved> persons) {
    var hashed = new LinkedHashMap<>(raw);
    var without = new ArrayList<Object>();
    if (raw.get("persons") instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> person) {
          var replaced = new LinkedHashMap<>(Json.asObject(person));
          replaced.remove("previousNumbers");
          replaced.put(
              "personalNumber", persons.get(i).named().stream().map(Citizen::key).toList());
          without.add(replaced);
        }
      }
    }
    hashed.put("persons", without);
    return Json.hash(hashed);
  }
}
