package se.insyn.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;

/**
 * What the start page shows: the latest facts of each area, what waits ({@code open}) and what of
 * it was answered, the payments that are planned from today on, and how many messages are unread.
 */
record StartPage(
    Viewer viewer,
    List<ViewedCase> cases,
    Map<Area, List<Line>> latest,
    List<Line> open,
    Map<Line, Instant> answered,
    List<Line> planned,
    int unread) {

  Shown shown() {
    return new Shown()
        .put("areas", latest.entrySet().stream().map(this::area).toList())
        .put("unreadMessages", unread)
        .put(
            "nextSteps",
            cases.stream().map(ViewedCase::nextStepOfCase).flatMap(Optional::stream).toList())
        .put("informationRequests", waiting(Kind.INFORMATION_REQUEST, "dueOn"))
        .put("upcomingAppointments", waiting(Kind.APPOINTMENT, "startsAt"))
        .put("upcomingPayments", planned.stream().sorted(SOONEST_FIRST).map(this::payment).toList())
        .put("freshness", freshness());
  }

  private static final Comparator<Line> SOONEST_FIRST = Line.NEWEST_FIRST.reversed();

  private Shown area(Map.Entry<Area, List<Line>> area) {
    return new Shown()
        .put("area", area.getKey())
        .put("latestEvents", area.getValue().stream().map(line -> line.summary(viewer)).toList());
  }

  /** What waits of one kind, by the member that says until when. */
  private List<Shown> waiting(Kind kind, String until) {
    return open.stream()
        .filter(line -> line.kind() == kind)
        .sorted(
            Comparator.<Line, String>comparing(line -> String.valueOf(line.listed().get(until)))
                .thenComparing(SOONEST_FIRST))
        .map(line -> line.listedFor(viewer).put("answeredOn", answeredOn(line)))
        .toList();
  }

  private @Nullable LocalDate answeredOn(Line line) {
    Instant at = answered.get(line);
    return at == null ? null : Stockholm.day(at);
  }

  private Shown payment(Line line) {
    return line.summary(viewer).put("payee", line.listed().get("payee"));
  }

  /**
   * When each source last gave something that this viewer sees: a case, or a fact that was open to
   * them when it was taken in.
   */
  private List<Shown> freshness() {
    var newest = new TreeMap<String, Instant>();
    for (ViewedCase each : cases) {
      newest.merge(each.viewed().source().value(), each.freshness(), StartPage::later);
    }
    return newest.entrySet().stream()
        .map(each -> new Shown().put("source", each.getKey()).put("updatedAt", each.getValue()))
        .toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
