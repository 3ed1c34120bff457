package se.insyn.domain.views;

import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Fact;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.Onlooker;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;

/** Händelse in full as one viewer is shown it: what is theirs of it, and what it is linked to. */
public record ViewedEvent(SeenEvent seen, Onlooker onlooker, Links links) {

  /** The summary, the members of its kind, the links; what may not be seen is not named either. */
  public Shown shown(Viewer viewer) {
    Fact fact = seen.event().fact();
    Shown shown =
        seen.line()
            .summary(viewer)
            .put(
                "applicationId",
                links.hasVisible(fact.applicationId()) ? fact.applicationId() : null)
            .putSome("concernedPersons", onlooker.people(fact.concernedPersons()));
    Map<String, EventId> named = seen.event().references();
    seen.event()
        .shownTo(onlooker)
        .members()
        .forEach(
            (member, value) -> {
              EventId reference = named.get(member);
              if (reference == null || links.hasVisible(reference)) {
                shown.put(member, value);
              }
            });
    return shown.put("links", links.shownTo(viewer));
  }
}
