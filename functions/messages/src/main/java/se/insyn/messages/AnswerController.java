package se.insyn.messages;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.InformationRequest;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;
import se.insyn.http.Details;
import se.insyn.http.JsonBody;
import se.insyn.http.Problem;

/** Komplettering: what the office asked for, sent in. */
@Controller("/api/cases/{caseId}/events/{id}/answer")
final class AnswerController {

  private final Details details;
  private final DynamoSubmissions submissions;

  AnswerController(Details details, DynamoSubmissions submissions) {
    this.details = details;
    this.submissions = submissions;
  }

  @Post
  @Status(HttpStatus.CREATED)
  Map<String, Object> answer(Viewer viewer, JsonBody body, String caseId, String id) {
    SeenEvent seen = details.seen(viewer, caseId, id);
    if (!(seen.event() instanceof InformationRequest request)) {
      throw Problem.notFound();
    }
    EventId answer =
        submissions.submit(
            viewer, seen.line().viewed(), request, body.read(Answer::from), body.hash());
    return new Shown().put("id", answer).members();
  }
}
