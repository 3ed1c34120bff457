package se.insyn.domain.cases;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** Enhet: where to turn when no caseworker answers. */
public record Office(
    String name, String phone, @Nullable String phoneHours, @Nullable String email) {

  static Office from(Members office) {
    return new Office(
        office.text("name", 200),
        office.text("phone", 40),
        office.optionalText("phoneHours", 100),
        office.optionalText("email", 254));
  }
}
