package se.insyn.domain.cases;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** Handläggare, medhandläggare: who works on the case, and how to reach them. */
public record Caseworker(
    String id,
    String name,
    String title,
    CaseworkerRole role,
    String unit,
    @Nullable String phone,
    @Nullable String phoneHours,
    @Nullable String email) {

  static Caseworker from(Members caseworker) {
    return new Caseworker(
        caseworker.id("id"),
        caseworker.text("name", 200),
        caseworker.text("title", 100),
        caseworker.code("role", CaseworkerRole.class),
        caseworker.text("unit", 200),
        caseworker.optionalText("phone", 40),
        caseworker.optionalText("phoneHours", 100),
        caseworker.optionalText("email", 254));
  }
}
