package se.insyn.domain.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;

/** Komplettering, as somebody sent it in. */
public record SentAnswer(
    CaseId caseId,
    EventId request,
    EventId id,
    Instant sentAt,
    @Nullable String text,
    List<SeenAttachment> attachments) {

  public SentAnswer {
    attachments = List.copyOf(attachments);
  }

  /** As whoever sent it is shown it. */
  public Shown shown() {
    return new Shown()
        .put("caseId", caseId.value())
        .put("eventId", request)
        .put("sentAt", sentAt)
        .put("text", text)
        .put("attachments", attachments.stream().map(SeenAttachment::shown).toList());
  }
}
