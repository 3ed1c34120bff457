package se.insyn.decisions;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Kind;
import se.insyn.domain.views.ViewedEvent;
import se.insyn.http.Details;

/** Normberäkning: how an amount was worked out, line by line, and what became of it. */
@Controller("/api/cases/{caseId}/calculations/{id}")
final class CalculationController {

  private final Details details;
  private final MoneyThatFollowed followed;

  CalculationController(Details details, MoneyThatFollowed followed) {
    this.details = details;
    this.followed = followed;
  }

  @Get
  Map<String, Object> one(Viewer viewer, String caseId, String id) {
    ViewedEvent calculation = details.find(viewer, caseId, id, kind -> kind == Kind.CALCULATION);
    MoneyThatFollowed.Sums sums = followed.on(calculation);
    return details.open(
        viewer,
        calculation,
        calculation.shown(viewer).put("decidedOre", sums.decided()).put("paidOre", sums.paid()));
  }
}
