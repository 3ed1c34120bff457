package se.insyn.decisions;

import java.util.List;
import java.util.Map;
import se.insyn.domain.events.Decision;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.Onlooker;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;
import se.insyn.domain.views.HowToAppeal;

/** Beslut as the list shows it: what was decided and why, what follows from it, how to appeal. */
record ListedDecision(SeenEvent seen, Decision decision, Links links, HowToAppeal howToAppeal) {

  Shown shown() {
    Line line = seen.line();
    Line calculation = links.calculation();
    Line replacedBy = links.replacedBy();
    // Nobody's name is needed: the members that are shown here name no person.
    var onlooker = new Onlooker(line.viewed().personId(), List.of(), seen.asCoApplicant());
    Map<String, Object> own = decision.shownTo(onlooker).members();
    return new Shown()
        .put("caseId", line.viewed().id().value())
        .put("caseNumber", line.viewed().number().value())
        .put("id", line.id())
        .put("date", line.date())
        .put("decision", own.get("decision"))
        .put("decisionType", own.get("decisionType"))
        .put("outcome", own.get("outcome"))
        .put("status", own.get("status"))
        .put("replacedBy", replacedBy == null ? null : replacedBy.id())
        .put("rows", own.get("rows"))
        .put("decisionMaker", own.get("decisionMaker"))
        .put("organisation", own.get("organisation"))
        .put("legalBasis", own.get("legalBasis"))
        .put("grounds", own.getOrDefault("grounds", own.get("coApplicantGrounds")))
        .put("cause", own.getOrDefault("cause", own.get("coApplicantCause")))
        .put("amountOre", own.get("amountOre"))
        .put("period", own.get("period"))
        .put("claim", own.get("claim"))
        .put("appeal", own.get("appeal"))
        .put("payments", ListedPayments.ofSeenDecision(links.all(Kind.PAYMENT)))
        .put("calculationId", calculation == null ? null : calculation.id())
        .put("documentId", links.hasVisible(decision.documentId()) ? decision.documentId() : null)
        .put("howToAppeal", howToAppeal.shown());
  }
}
