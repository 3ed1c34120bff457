package se.insyn.caseworkerapi;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.http.Call;
import se.insyn.http.Problem;

/** Reading back: what is stored of a case, so that a system can compare it with its own. */
@Controller("/caseworker/v1/cases")
final class StoredCasesController {

  private static final int USUAL_LIMIT = 20;

  private final StoredFacts facts;

  StoredCasesController(StoredFacts facts) {
    this.facts = facts;
  }

  @Get
  Map<String, Object> read(Caller caller, Call call) {
    caller.require(Caller.UPDATES);
    return call.query()
        .read(
            query -> {
              String number = query.text("caseNumber");
              int limit = query.limit(USUAL_LIMIT);
              String cursor = query.text("cursor");
              if (number == null) {
                throw Problem.malformed("caseNumber is required.");
              }
              return facts.page(CaseId.of(caller.source(), new CaseNumber(number)), limit, cursor);
            });
  }
}
