package se.insyn.domain.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;

/** Reads what is shown with facts in full: one shape, for one of them or for all. */
public final class ViewedEvents {

  private final CaseEvents events;
  private final Openings openings;

  public ViewedEvents(CaseEvents events, Openings openings) {
    this.events = events;
    this.openings = openings;
  }

  /**
   * Facts of one case. Takes the reads of {@link Links}, one batch more when a decision among them
   * is notified here, and for each calculation the reads of the decisions that it led to.
   *
   * @param openedNow when this very showing is an opening of them; null when it is none
   */
  public List<ViewedEvent> of(
      Viewer viewer, ViewedCase of, List<SeenEvent> seen, @Nullable Instant openedNow) {
    VisibleCase viewed = of.viewed();
    Map<EventId, Links> links = Links.of(events, viewed, seen);
    Map<EventId, HowToAppeal> appeals =
        HowToAppeal.ofDecisions(openings, viewer, viewed, seen, of.today(), openedNow);
    return seen.stream()
        .flatMap(
            each -> {
              EventId id = each.line().id();
              return Stream.ofNullable(links.get(id))
                  .map(
                      linked ->
                          new ViewedEvent(
                              each,
                              of.onlooker(each),
                              linked,
                              appeals.get(id),
                              each.event().kind() == Kind.CALCULATION
                                  ? MoneyThatFollowed.on(events, viewed, id, linked)
                                  : null));
            })
        .toList();
  }
}
