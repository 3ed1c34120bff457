package se.insyn.decisions;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Page;

/** Payments as lists show them; a decision is named only to who may see it. */
@Singleton
final class ListedPayments {

  private static final String DECISION = "decisionId";

  private final CaseEvents events;

  ListedPayments(CaseEvents events) {
    this.events = events;
  }

  /** A page of payments: one batch of reads for each case whose payments name decisions. */
  Page<Shown> shown(Page<Line> page) {
    var named = new HashMap<VisibleCase, Set<EventId>>();
    for (Line payment : page.items()) {
      decision(payment)
          .ifPresent(id -> named.computeIfAbsent(payment.viewed(), c -> new HashSet<>()).add(id));
    }
    var seen = new HashMap<VisibleCase, Set<EventId>>();
    named.forEach(
        (viewed, ids) ->
            events
                .lines(viewed, ids)
                .forEach(
                    line -> seen.computeIfAbsent(viewed, c -> new HashSet<>()).add(line.id())));
    return page.map(
        payment ->
            shown(
                payment,
                decision(payment)
                    .filter(id -> seen.getOrDefault(payment.viewed(), Set.of()).contains(id))
                    .isPresent()));
  }

  /** Payments of a decision that the viewer sees. */
  static List<Shown> ofSeenDecision(List<Line> payments) {
    return payments.stream().map(payment -> shown(payment, true)).toList();
  }

  private static Shown shown(Line payment, boolean seesDecision) {
    Map<String, Object> listed = payment.listed();
    return new Shown()
        .put("caseId", payment.viewed().id().value())
        .put("caseNumber", payment.viewed().number().value())
        .put("id", payment.id())
        .put("date", payment.date())
        .put("amountOre", payment.amountOre())
        .put("method", listed.get("method"))
        .put("status", payment.status())
        .put("payee", listed.get("payee"))
        .put("account", listed.get("account"))
        .put("reference", listed.get("reference"))
        .put("concernedMonth", listed.get("concernedMonth"))
        .put(DECISION, seesDecision ? listed.get(DECISION) : null);
  }

  private static Optional<EventId> decision(Line payment) {
    return payment.listed().get(DECISION) instanceof String id
        ? EventId.parse(id)
        : Optional.empty();
  }
}
