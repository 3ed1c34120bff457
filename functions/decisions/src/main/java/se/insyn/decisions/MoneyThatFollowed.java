package se.insyn.decisions;

import jakarta.inject.Singleton;
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
import se.insyn.domain.value.Code;
import se.insyn.domain.views.ViewedEvent;

/**
 * What was decided on a calculation and paid on those decisions, as far as the viewer sees it. A
 * sum of nothing is not told, nor one over links that were not all read.
 */
@Singleton
final class MoneyThatFollowed {

  private final CaseEvents events;

  MoneyThatFollowed(CaseEvents events) {
    this.events = events;
  }

  /** In whole öre; null where there is nothing to tell. */
  record Sums(@Nullable Long decided, @Nullable Long paid) {}

  Sums on(ViewedEvent calculation) {
    VisibleCase viewed = calculation.seen().line().viewed();
    List<Line> decisions = calculation.links().all(Kind.DECISION);
    List<EventId> ids = decisions.stream().map(Line::id).toList();
    Collection<Links> linked =
        ids.isEmpty() ? List.of() : Links.of(events, viewed, events.findAll(viewed, ids)).values();
    var all = new ArrayList<>(linked);
    all.add(calculation.links());
    if (!all.stream().allMatch(Links::areComplete)) {
      return new Sums(null, null);
    }
    Map<EventId, Line> payments =
        linked.stream()
            .flatMap(links -> links.all(Kind.PAYMENT).stream())
            .collect(Collectors.toMap(Line::id, Function.identity(), (one, same) -> one));
    return new Sums(
        sum(decisions, DecisionStatus.IN_FORCE), sum(payments.values(), PaymentStatus.PAID));
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
