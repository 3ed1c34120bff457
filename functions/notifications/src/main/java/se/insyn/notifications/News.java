package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.messages.Answers;
import se.insyn.domain.value.Page;
import se.insyn.domain.value.Stockholm;

/**
 * What a viewer would find if they logged in now. Whatever has been taken back, or is for others,
 * is not among it.
 */
@Singleton
final class News {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 5;

  /** What is dated further back than seven days before it came makes no notice; and a day more. */
  private static final Period OLDEST = Period.ofDays(8);

  private final CaseEvents events;
  private final Openings openings;
  private final Answers answers;
  private final DynamoUnread unread;
  private final Clock clock;

  News(CaseEvents events, Openings openings, Answers answers, DynamoUnread unread, Clock clock) {
    this.events = events;
    this.openings = openings;
    this.answers = answers;
    this.unread = unread;
    this.clock = clock;
  }

  /**
   * What has come.
   *
   * @param newest when the newest of it was taken in
   * @param waits whether there is something among it that waits for an answer
   */
  record Seen(Instant newest, boolean waits) {

    static @Nullable Seen both(@Nullable Seen one, @Nullable Seen other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      Instant newest = one.newest.isAfter(other.newest) ? one.newest : other.newest;
      return new Seen(newest, one.waits || other.waits);
    }
  }

  /** What is to be seen in these cases that was taken in since then and deserves a notice. */
  Optional<Seen> since(Viewer viewer, Set<CaseId> cases, Instant since) {
    Seen seen = null;
    for (Instant takenIn : unread.takenIn(viewer, cases)) {
      if (!takenIn.isBefore(since)) {
        seen = Seen.both(seen, new Seen(takenIn, true));
      }
    }
    for (CaseId caseId : cases) {
      Optional<VisibleCase> viewed = viewer.visible(caseId.value());
      if (viewed.isPresent()) {
        seen = Seen.both(seen, facts(viewer, viewed.get(), since));
      }
    }
    return Optional.ofNullable(seen);
  }

  private @Nullable Seen facts(Viewer viewer, VisibleCase viewed, Instant since) {
    LocalDate from = Stockholm.day(since).minus(OLDEST);
    var query =
        new EventQuery(null, viewed.id().value(), null, null, from, null, PAGE, null)
            .matching(line -> !takenIn(line).isBefore(since));
    Seen seen = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<Line> lines = events.newestFirst(viewer, query);
      var ids = lines.items().stream().map(Line::id).toList();
      for (SeenEvent each : ids.isEmpty() ? List.<SeenEvent>of() : events.findAll(viewed, ids)) {
        if (each.event().deservesNotice()) {
          boolean waits = each.line().kind() == Kind.INFORMATION_REQUEST;
          seen = Seen.both(seen, new Seen(takenIn(each.line()), waits));
        }
      }
      if (lines.next() == null) {
        break;
      }
      query = query.after(lines.next());
    }
    return seen;
  }

  /**
   * Whether something that came in this time is still unread, or asked for and neither opened nor
   * answered.
   */
  boolean stillWaits(Viewer viewer, Set<CaseId> cases, Span when) {
    return unread.takenIn(viewer, cases).stream().anyMatch(when::has)
        || unanswered(
                viewer,
                events.open(viewer, Stockholm.today(clock)).stream()
                    .filter(line -> line.kind() == Kind.INFORMATION_REQUEST)
                    .filter(line -> cases.contains(line.viewed().id()) && when.has(takenIn(line)))
                    .toList())
            .anyMatch(line -> isUnopened(viewer, line));
  }

  /** Whoever has answered need not have opened it; an answer to what was asked before is none. */
  private Stream<Line> unanswered(Viewer viewer, List<Line> requests) {
    Map<Line, Instant> answered = answers.lastAnswered(viewer, requests);
    return requests.stream()
        .filter(line -> answered.getOrDefault(line, Instant.EPOCH).isBefore(takenIn(line)));
  }

  private boolean isUnopened(Viewer viewer, Line line) {
    return openings.firstOpened(viewer, line.viewed(), List.of(line.id())).isEmpty();
  }

  /** When this version was, or when the viewer first saw the fact, whichever is later. */
  private static Instant takenIn(Line line) {
    return line.since().isAfter(line.updatedAt()) ? line.since() : line.updatedAt();
  }
}
