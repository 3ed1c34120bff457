package se.insyn.domain.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;
import se.insyn.domain.messages.About;
import se.insyn.domain.messages.Attachment;

/**
 * Meddelande från medborgaren: {@code subject} comes with the first of a thread, {@code about}
 * names the fact, and perhaps the row, that it asks about.
 */
public record MessageSent(
    CaseNumber caseNumber,
    String threadId,
    EventId messageId,
    String personId,
    List<String> caseworkerIds,
    @Nullable String subject,
    String text,
    @Nullable About about,
    List<Attachment> attachments)
    implements CitizenAct {

  public MessageSent {
    caseworkerIds = List.copyOf(caseworkerIds);
    attachments = List.copyOf(attachments);
  }

  @Override
  public String type() {
    return "message-sent";
  }

  @Override
  public Shown data() {
    return new Shown()
        .put("caseNumber", caseNumber.value())
        .put("threadId", threadId)
        .put("messageId", messageId)
        .put("personId", personId)
        .put("caseworkerIds", caseworkerIds)
        .put("subject", subject)
        .put("text", text)
        .put("about", about == null ? null : about.shown())
        .put("attachments", attachments.stream().map(Attachment::shown).toList());
  }
}
