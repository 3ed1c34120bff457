package se.insyn.domain.outbox;

import java.time.Instant;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;

/** Läskvitto: the citizen has opened a caseworker's message. */
public record MessageRead(
    CaseNumber caseNumber, String threadId, EventId messageId, String personId, Instant readAt)
    implements CitizenAct {

  @Override
  public String type() {
    return "message-read";
  }

  @Override
  public Shown data() {
    return new Shown()
        .put("caseNumber", caseNumber.value())
        .put("threadId", threadId)
        .put("messageId", messageId)
        .put("personId", personId)
        .put("readAt", readAt);
  }
}
