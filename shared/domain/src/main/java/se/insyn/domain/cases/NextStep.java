package se.insyn.domain.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/**
 * Nästa steg: what happens next and who does it; {@code audience} are person ids, null = left out.
 */
public record NextStep(
    String text, Actor actor, @Nullable LocalDate expectedOn, @Nullable List<String> audience) {

  static NextStep from(Members step) {
    return new NextStep(
        step.text("text", 500),
        step.code("actor", Actor.class),
        step.optionalDate("expectedOn"),
        step.optionalIds("audience", 24));
  }
}
