package se.insyn.domain.views;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Fact;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.Onlooker;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;

/**
 * Händelse in full as one viewer is shown it: what is theirs of it, what it is linked to, and what
 * none of its members says. Only {@link ViewedEvents} makes one.
 */
public final class ViewedEvent {

  private final SeenEvent seen;
  private final Onlooker onlooker;
  private final Links links;
  private final @Nullable HowToAppeal howToAppeal;
  private final @Nullable MoneyThatFollowed followed;

  ViewedEvent(
      SeenEvent seen,
      Onlooker onlooker,
      Links links,
      @Nullable HowToAppeal howToAppeal,
      @Nullable MoneyThatFollowed followed) {
    this.seen = seen;
    this.onlooker = onlooker;
    this.links = links;
    this.howToAppeal = howToAppeal;
    this.followed = followed;
  }

  public SeenEvent seen() {
    return seen;
  }

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
    if (howToAppeal != null) {
      shown.put("howToAppeal", howToAppeal.shown());
    }
    if (followed != null) {
      shown.put("decidedOre", followed.decidedOre()).put("paidOre", followed.paidOre());
    }
    return shown.put("links", links.shownTo(viewer));
  }

  /** Every fact that has a part in what is shown, itself among them. */
  public Stream<Line> lines() {
    return Stream.of(
            Stream.of(seen.line()),
            links.lines(),
            followed == null ? Stream.<Line>empty() : followed.payments().stream())
        .flatMap(lines -> lines);
  }
}
