package se.insyn.domain.events;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;

/**
 * What a fact is linked to, as far as the viewer may see it: forward along every member that names
 * a fact, back along {@code decisionId}, {@code interventionId}, {@code applicationId} and {@code
 * replacesId}. A payment or calculation without {@code decisionId} belongs to the decisions of its
 * application. Newest first.
 */
public final class Links {

  private static final String REPLACES = "replacesId";
  private static final String CALCULATION = "calculationId";
  private static final String DECISION = "decisionId";

  /**
   * What hangs under a fact of a kind by a member that names that kind, other than its successor.
   */
  private static final Map<Kind, Set<Kind>> UNDER =
      Map.of(
          Kind.DECISION, Set.of(Kind.PAYMENT, Kind.CALCULATION, Kind.INTERVENTION),
          Kind.INTERVENTION, Set.of(Kind.RESOURCE_ALLOCATION));

  private static final Set<Kind> REPLACEABLE = Set.of(Kind.DECISION, Kind.DOCUMENT);
  private static final Set<Kind> OF_DECISIONS = Set.of(Kind.PAYMENT, Kind.CALCULATION);

  private final Set<EventId> visible;
  private final List<Line> linked;
  private final @Nullable Line application;
  private final @Nullable Line calculation;
  private final @Nullable Line replaces;
  private final @Nullable Line replacedBy;
  private final boolean complete;

  private Links(
      Set<EventId> visible,
      List<Line> linked,
      @Nullable Line application,
      @Nullable Line calculation,
      @Nullable Line replaces,
      @Nullable Line replacedBy,
      boolean complete) {
    this.visible = visible;
    this.linked = linked;
    this.application = application;
    this.calculation = calculation;
    this.replaces = replaces;
    this.replacedBy = replacedBy;
    this.complete = complete;
  }

  /**
   * Reads the links of facts of a case, by their ids: one batch, a query for each fact that others
   * may hang under and for each application.
   */
  public static Map<EventId, Links> of(
      CaseEvents events, VisibleCase viewed, Collection<SeenEvent> seen) {
    var lines = new LinkedLines(events, viewed, seen);
    return seen.stream()
        .collect(Collectors.toMap(each -> each.line().id(), each -> of(lines, each.event())));
  }

  private static Links of(LinkedLines lines, CaseEvent event) {
    Map<EventId, Line> read = lines.named(event);
    Map<String, EventId> named = event.references();
    List<Line> under =
        UNDER.containsKey(event.kind()) || REPLACEABLE.contains(event.kind())
            ? lines.under(event)
            : List.of();
    List<Line> back =
        Stream.concat(
                under.stream().filter(line -> hangsUnder(event.kind(), line)),
                ofApplication(lines, event).stream())
            .toList();
    List<Line> forward =
        named.entrySet().stream()
            .filter(name -> !name.getKey().equals(REPLACES) && !name.getKey().equals(CALCULATION))
            .map(name -> read.get(name.getValue()))
            .filter(Objects::nonNull)
            .toList();
    List<Line> linked = newestFirst(forward, back);
    return new Links(
        read.keySet(),
        linked,
        ofKind(Kind.APPLICATION, find(read, event.fact().applicationId())),
        // Its own calculation wins, also when the viewer may not see it.
        named.containsKey(CALCULATION)
            ? ofKind(Kind.CALCULATION, find(read, named.get(CALCULATION)))
            : linked.stream()
                .filter(line -> line.kind() == Kind.CALCULATION)
                .findFirst()
                .orElse(null),
        find(read, named.get(REPLACES)),
        REPLACEABLE.contains(event.kind())
            ? under.stream()
                .filter(line -> line.kind() == event.kind())
                .min(Line.NEWEST_FIRST)
                .orElse(null)
            : null,
        lines.areComplete());
  }

  /** Whether a fact leaves room for it: names this calculation as its own, or none. */
  public static boolean mayFollowOn(EventId calculation, CaseEvent event) {
    EventId own = event.references().get(CALCULATION);
    return own == null || own.equals(calculation);
  }

  /** Whether the viewer may see a fact that this one names: only then is it named to them. */
  public boolean hasVisible(@Nullable EventId named) {
    return named != null && visible.contains(named);
  }

  private static boolean hangsUnder(Kind kind, Line line) {
    return UNDER.getOrDefault(kind, Set.of()).contains(line.kind());
  }

  /** What belongs to a fact by way of an application. */
  private static List<Line> ofApplication(LinkedLines lines, CaseEvent event) {
    EventId applicationId = event.fact().applicationId();
    if (event.kind() == Kind.APPLICATION) {
      return lines.ofApplication(event, event.fact().id());
    }
    if (applicationId == null) {
      return List.of();
    }
    if (event.kind() == Kind.DECISION) {
      return lines.ofApplication(event, applicationId).stream()
          .filter(line -> OF_DECISIONS.contains(line.kind()))
          .filter(line -> !line.listed().containsKey(DECISION))
          .toList();
    }
    if (OF_DECISIONS.contains(event.kind()) && !event.references().containsKey(DECISION)) {
      return lines.ofApplication(event, applicationId).stream()
          .filter(line -> line.kind() == Kind.DECISION)
          .toList();
    }
    return List.of();
  }

  /** Each fact once, also when it is linked both ways. */
  private static List<Line> newestFirst(List<Line> forward, List<Line> back) {
    return Stream.concat(forward.stream(), back.stream())
        .collect(Collectors.toMap(Line::id, Function.identity(), (one, same) -> one))
        .values()
        .stream()
        .sorted(Line.NEWEST_FIRST)
        .toList();
  }

  private static @Nullable Line find(Map<EventId, Line> read, @Nullable EventId id) {
    return id == null ? null : read.get(id);
  }

  private static @Nullable Line ofKind(Kind kind, @Nullable Line line) {
    return line != null && line.kind() == kind ? line : null;
  }

  /** The links as the contract shows them. */
  public Shown shownTo(Viewer viewer) {
    return new Shown()
        .put("decisions", all(Kind.DECISION, viewer))
        .put("payments", all(Kind.PAYMENT, viewer))
        .put("calculation", one(calculation, viewer))
        .put("documents", all(Kind.DOCUMENT, viewer))
        .put("application", one(application, viewer))
        .put("interventions", all(Kind.INTERVENTION, viewer))
        .put("resourceAllocations", all(Kind.RESOURCE_ALLOCATION, viewer))
        .put("replaces", one(replaces, viewer))
        .put("replacedBy", one(replacedBy, viewer));
  }

  private List<Shown> all(Kind kind, Viewer viewer) {
    return all(kind).stream().map(line -> line.summary(viewer)).toList();
  }

  /** The linked facts of a kind that has lists, newest first. */
  public List<Line> all(Kind kind) {
    return linked.stream().filter(line -> line.kind() == kind).toList();
  }

  /** The decision or document that took its place, if the viewer sees it. */
  public @Nullable Line replacedBy() {
    return replacedBy;
  }

  /** All that is linked. */
  public Stream<Line> lines() {
    return Stream.concat(
        linked.stream(),
        Stream.of(
                Optional.ofNullable(application),
                Optional.ofNullable(calculation),
                Optional.ofNullable(replaces),
                Optional.ofNullable(replacedBy))
            .flatMap(Optional::stream));
  }

  /** Whether these are all: a list that is at its longest may lack some. */
  public boolean areComplete() {
    return complete;
  }

  /** The one calculation. */
  public @Nullable Line calculation() {
    return calculation;
  }

  private static @Nullable Shown one(@Nullable Line line, Viewer viewer) {
    return line == null ? null : line.summary(viewer);
  }
}
