package se.insyn.caseworkerapi;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.json.Json;
import se.insyn.domain.value.Unavailable;
import se.insyn.http.Call;
import se.insyn.http.Problem;
import se.insyn.http.Query;

/** Reading back what is stored of a case, and bringing it to what its system has. */
@Controller("/caseworker/v1/cases")
final class StoredCasesController {

  private static final int USUAL_LIMIT = 20;

  private static final int LARGEST_BODY = 5 * 1024 * 1024;

  private final StoredFacts facts;
  private final Snapshots snapshots;
  private final DynamoRateLimit limit;
  private final Clock clock;

  StoredCasesController(
      StoredFacts facts, Snapshots snapshots, DynamoRateLimit limit, Clock clock) {
    this.limit = limit;
    this.facts = facts;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Get
  Map<String, Object> read(Caller caller, Call call) {
    caller.require(Caller.UPDATES);
    Question question = call.query().read(Question::from);
    limit.count(caller, 1);
    return facts.page(
        CaseId.of(caller.source(), question.caseNumber()), question.limit(), question.cursor());
  }

  /** The whole case as its system has it. */
  @Put(consumes = MediaType.ALL)
  Map<String, Object> replace(Caller caller, Call call) {
    caller.require(Caller.UPDATES);
    if (!call.mediaType().equals(MediaType.APPLICATION_JSON)) {
      throw Problem.unsupportedType("A snapshot is " + MediaType.APPLICATION_JSON + ".");
    }
    byte[] body = call.body(LARGEST_BODY);
    CaseNumber number = call.query().read(StoredCasesController::caseNumber);
    if (!(Json.parse(body) instanceof Map<?, ?> snapshot)) {
      throw Problem.malformed("The body must be an object.");
    }
    var read = Snapshot.read(caller.source(), number, Json.asObject(snapshot), clock.instant());
    try {
      limit.count(caller, 1);
    } catch (Problem | Unavailable refusal) {
      snapshots.takeProtections(read);
      throw refusal;
    }
    Snapshots.Outcome outcome = snapshots.take(read, call.traceId());
    limit.note(caller, outcome.changes());
    return outcome.answer();
  }

  private static CaseNumber caseNumber(Query query) {
    String number = query.text("caseNumber");
    if (number == null) {
      throw Problem.malformed("caseNumber is required.");
    }
    return new CaseNumber(number);
  }

  private record Question(CaseNumber caseNumber, int limit, @Nullable String cursor) {

    static Question from(Query query) {
      return new Question(
          StoredCasesController.caseNumber(query), query.limit(USUAL_LIMIT), query.text("cursor"));
    }
  }
}
