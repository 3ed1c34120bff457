package se.insyn.decisions;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Kind;
import se.insyn.http.Details;

/** Normberäkning: how an amount was worked out, line by line, and what became of it. */
@Controller("/api/cases/{caseId}/calculations/{id}")
final class CalculationController {

  private final Details details;

  CalculationController(Details details) {
    this.details = details;
  }

  @Get
  Map<String, Object> one(Viewer viewer, String caseId, String id) {
    return details.open(viewer, caseId, id, kind -> kind == Kind.CALCULATION);
  }
}
