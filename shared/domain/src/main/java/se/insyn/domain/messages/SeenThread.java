package se.insyn.domain.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.Shown;
import se.insyn.domain.people.Citizen;

/**
 * Tråd, as the viewer may see it now. {@code holder} is the viewer under the number that they had
 * when it began, {@code name} what its caseworker system calls it, {@code with} every caseworker
 * who has written in it or was written to.
 */
public record SeenThread(
    VisibleCase viewed,
    Citizen holder,
    ThreadKey key,
    String name,
    @Nullable String subject,
    List<Correspondent> with,
    Instant updatedAt) {

  public SeenThread {
    with = List.copyOf(with);
  }

  /** As a list shows it. */
  public Shown shown(int unread) {
    return new Shown()
        .put("id", key.value())
        .put("caseId", viewed.id().value())
        .put("subject", subject)
        .put("with", with.stream().map(Correspondent::shown).toList())
        .put("updatedAt", updatedAt)
        .put("unread", unread);
  }
}
