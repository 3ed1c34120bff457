package se.insyn.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.messages.Answers;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;

/**
 * Reads what a start page needs: three queries per case, one for what is unread, and a batch for
 * what was answered, however long the history is.
 */
@Singleton
final class StartPages {

  private static final int LATEST = 3;

  private final ViewedCases cases;
  private final CaseEvents events;
  private final Threads threads;
  private final Answers answers;
  private final Clock clock;

  StartPages(ViewedCases cases, CaseEvents events, Threads threads, Answers answers, Clock clock) {
    this.cases = cases;
    this.events = events;
    this.threads = threads;
    this.answers = answers;
    this.clock = clock;
  }

  StartPage read(Viewer viewer) {
    LocalDate today = Stockholm.today(clock);
    List<ViewedCase> viewed = cases.all(viewer.cases());
    Map<Area, List<Line>> latest = latest(viewer, today);
    List<Line> open = events.open(viewer, today);
    return new StartPage(
        viewer,
        viewed,
        latest,
        open,
        answers.lastAnswered(
            viewer, open.stream().filter(line -> line.kind() == Kind.INFORMATION_REQUEST).toList()),
        events.planned(viewer, today),
        threads.unread(viewer).inAll());
  }

  /** The latest facts that are not ahead, in each area that the viewer has something in. */
  private Map<Area, List<Line>> latest(Viewer viewer, LocalDate today) {
    var latest = new EnumMap<Area, List<Line>>(Area.class);
    for (VisibleCase visible : viewer.cases()) {
      latest.computeIfAbsent(
          visible.area(),
          area -> first(viewer, new EventQuery(area, null, null, null, null, today, LATEST, null)));
    }
    return latest;
  }

  /**
   * One page and no more, also where it is cut short: what others see must not make this viewer's
   * start page take longer.
   */
  private List<Line> first(Viewer viewer, EventQuery query) {
    return events.newestFirst(viewer, query).items();
  }
}
