package se.insyn.domain.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.DecisionStatus;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.PaymentStatus;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.value.Code;

/**
 * What was decided on a calculation and paid on those decisions, as far as the viewer sees it; in
 * whole öre. A sum of nothing is not told, nor one over links that were not all read.
 *
 * @param payments what was looked at, whatever its status; the decisions are the calculation's own
 *     links
 */
record MoneyThatFollowed(
    @Nullable Long decidedOre, @Nullable Long paidOre, Collection<Line> payments) {

  /**
   * Reads nothing for a calculation without decisions, else one batch and the decisions' links. A
   * decision that names another calculation as its own has followed on that one.
   */
  static MoneyThatFollowed on(
      CaseEvents events, VisibleCase viewed, EventId calculation, Links ofCalculation) {
    List<EventId> ids = ofCalculation.all(Kind.DECISION).stream().map(Line::id).toList();
    List<SeenEvent> seen =
        ids.isEmpty()
            ? List.of()
            : events.findAll(viewed, ids).stream()
                .filter(each -> Links.mayFollowOn(calculation, each.event()))
                .toList();
    List<Line> decisions = seen.stream().map(SeenEvent::line).toList();
    Collection<Links> linked = seen.isEmpty() ? List.of() : Links.of(events, viewed, seen).values();
    var all = new ArrayList<>(linked);
    all.add(ofCalculation);
    if (!all.stream().allMatch(Links::areComplete)) {
      return new MoneyThatFollowed(null, null, List.of());
    }
    Map<EventId, Line> payments =
        linked.stream()
            .flatMap(links -> links.all(Kind.PAYMENT).stream())
            .collect(Collectors.toMap(Line::id, Function.identity(), (one, same) -> one));
    return new MoneyThatFollowed(
        sum(decisions, DecisionStatus.IN_FORCE),
        sum(payments.values(), PaymentStatus.PAID),
        payments.values());
  }

  private static @Nullable Long sum(Collection<Line> lines, Code status) {
    var amounts =
        lines.stream()
            .filter(line -> status.code().equals(line.status()))
            .flatMap(line -> Stream.ofNullable(line.amountOre()))
            .toList();
    return amounts.isEmpty() ? null : amounts.stream().mapToLong(Long::longValue).sum();
  }
}
