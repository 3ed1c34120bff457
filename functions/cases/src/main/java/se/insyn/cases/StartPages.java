package se.insyn.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.PaymentStatus;
import se.insyn.domain.value.Page;
import se.insyn.domain.value.Stockholm;

/** Reads what a start page needs: three queries per case, however long the history is. */
@Singleton
final class StartPages {

  private static final int LATEST = 3;
  private static final int MOST_IN_A_PAGE = 100;

  private final ViewedCases cases;
  private final CaseEvents events;
  private final Clock clock;

  StartPages(ViewedCases cases, CaseEvents events, Clock clock) {
    this.cases = cases;
    this.events = events;
    this.clock = clock;
  }

  StartPage read(Viewer viewer) {
    LocalDate today = Stockholm.today(clock);
    return new StartPage(
        viewer,
        cases.all(viewer.cases()),
        latest(viewer, today),
        events.open(viewer, today),
        planned(viewer, today));
  }

  /** The latest facts that are not ahead, in each area that the viewer has something in. */
  private Map<Area, List<Line>> latest(Viewer viewer, LocalDate today) {
    var latest = new EnumMap<Area, List<Line>>(Area.class);
    for (VisibleCase visible : viewer.cases()) {
      latest.computeIfAbsent(
          visible.area(),
          area ->
              first(
                  LATEST,
                  viewer,
                  new EventQuery(area, null, null, null, null, today, LATEST, null)));
    }
    return latest;
  }

  private List<Line> planned(Viewer viewer, LocalDate today) {
    var fromToday =
        new EventQuery(null, null, Kind.PAYMENT, null, today, null, MOST_IN_A_PAGE, null);
    return first(Integer.MAX_VALUE, viewer, fromToday).stream()
        .filter(line -> PaymentStatus.PLANNED.code().equals(line.status()))
        .toList();
  }

  /** Goes on where a page is cut short because many facts in a row are for others. */
  private List<Line> first(int wanted, Viewer viewer, EventQuery query) {
    var lines = new ArrayList<Line>();
    @Nullable EventQuery rest = query;
    while (rest != null && lines.size() < wanted) {
      Page<Line> page = events.newestFirst(viewer, rest);
      lines.addAll(page.items());
      rest = page.next() == null ? null : query.after(page.next());
    }
    return lines.subList(0, Math.min(wanted, lines.size()));
  }
}
