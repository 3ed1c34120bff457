package se.insyn.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Shown;

/**
 * What the start page shows: the latest facts of each area, what waits ({@code open}), and the
 * payments that are planned from today on.
 */
record StartPage(
    Viewer viewer,
    List<ViewedCase> cases,
    Map<Area, List<Line>> latest,
    List<Line> open,
    List<Line> planned) {

  Shown shown() {
    return new Shown()
        .put("areas", latest.entrySet().stream().map(this::area).toList())
        .put("unreadMessages", 0)
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
        .map(line -> line.listedFor(viewer))
        .toList();
  }

  private Shown payment(Line line) {
    return line.summary(viewer).put("payee", line.listed().get("payee"));
  }

  /**
   * When each source last gave something that stands on this page: a case, one of an area's three
   * latest facts, something that waits, a planned payment. A new version of an older fact, and an
   * old one that came late, do not count: no index is ordered by when facts were taken in.
   */
  private List<Shown> freshness() {
    var newest = new TreeMap<String, Instant>();
    Stream.of(
            cases.stream()
                .map(each -> Map.entry(each.viewed().source(), each.stored().updatedAt())),
            latest.values().stream().flatMap(List::stream).map(StartPage::freshness),
            open.stream().map(StartPage::freshness),
            planned.stream().map(StartPage::freshness))
        .flatMap(Function.identity())
        .forEach(
            each ->
                newest.merge(
                    each.getKey().value(), each.getValue(), (a, b) -> a.isAfter(b) ? a : b));
    return newest.entrySet().stream()
        .map(each -> new Shown().put("source", each.getKey()).put("updatedAt", each.getValue()))
        .toList();
  }

  private static Map.Entry<Source, Instant> freshness(Line line) {
    return Map.entry(line.viewed().source(), line.updatedAt());
  }
}
