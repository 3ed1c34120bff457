package se.insyn.caseworkerapi;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.http.Call;
import se.insyn.http.Problem;
import se.insyn.http.Query;

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
    Question question = call.query().read(Question::from);
    return facts.page(
        CaseId.of(caller.source(), question.caseNumber()), question.limit(), question.cursor());
  }

  private record Question(CaseNumber caseNumber, int limit, @Nullable String cursor) {

    static Question from(Query query) {
      String number = query.text("caseNumber");
      if (number == null) {
        throw Problem.malformed("caseNumber is required.");
      }
      return new Question(new CaseNumber(number), query.limit(USUAL_LIMIT), query.text("cursor"));
    }
  }
}
