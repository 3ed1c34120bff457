package se.insyn.domain.events;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.value.Page;

/**
 * Händelser: the facts of the cases that a viewer sees, read consistently, filtered by audience.
 */
public interface CaseEvents {

  /** A list of links has no more than so many. */
  int MOST_LINKED = 100;

  /**
   * Newest first over all the viewer's cases that the query names. One query per case for a page; a
   * page ends early, with {@code next}, after 300 facts in a row that are for others.
   *
   * @throws UnknownCursor when the cursor is not one of ours
   */
  Page<Line> newestFirst(Viewer viewer, EventQuery query);

  /**
   * Every fact of a case that the viewer may see, of every kind, each kind newest first. Reads the
   * whole list, so it is not for pages that somebody waits for often.
   */
  List<Line> all(VisibleCase viewed);

  /** One fact in full. */
  Optional<SeenEvent> find(VisibleCase viewed, EventId id);

  /** Those of these facts that the viewer may see, in full, newest first; one batch of reads. */
  List<SeenEvent> findAll(VisibleCase viewed, Collection<EventId> ids);

  /** Those of these facts that the viewer may see; one batch of reads. */
  List<Line> lines(VisibleCase viewed, Collection<EventId> ids);

  /**
   * What waits in all the viewer's cases, in no order: the open requests, also those that are
   * overdue, and the appointments from this day on. One query per case, which looks at 300 facts,
   * whoever they are for.
   */
  List<Line> open(Viewer viewer, LocalDate from);

  /**
   * The payments planned from this day on in all the viewer's cases, those of a case soonest first.
   * One query per case, which looks at 300 facts, whoever they are for.
   */
  List<Line> planned(Viewer viewer, LocalDate from);

  /**
   * The facts that hang under this one ({@link CaseEvent#parent}), newest first, at most 100 of the
   * 300 that are looked at, whoever they are for.
   */
  List<Line> under(VisibleCase viewed, EventId parent);

  /**
   * The facts of an application, newest first, at most 100 of the 300 that are looked at, whoever
   * they are for.
   */
  List<Line> ofApplication(VisibleCase viewed, EventId application);
}
