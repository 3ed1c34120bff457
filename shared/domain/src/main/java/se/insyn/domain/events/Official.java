package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** Beslutsfattare, handläggare: somebody at the office, as a fact names them. */
public record Official(String name, @Nullable String title) {

  static Official from(Members official) {
    return new Official(
        official.text("name", Texts.LINE), official.optionalText("title", Texts.WORD));
  }

  Shown shown() {
    return new Shown().put("name", name).put("title", title);
  }
}
