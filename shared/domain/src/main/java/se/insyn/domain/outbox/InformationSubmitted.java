package se.insyn.domain.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;
import se.insyn.domain.messages.Attachment;

/** Komplettering inlämnad: the citizen's answer to an information request. */
public record InformationSubmitted(
    CaseNumber caseNumber,
    EventId requestId,
    String personId,
    @Nullable String text,
    List<Attachment> attachments)
    implements CitizenAct {

  public InformationSubmitted {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String type() {
    return "information-submitted";
  }

  @Override
  public Shown data() {
    return new Shown()
        .put("caseNumber", caseNumber.value())
        .put("requestId", requestId)
        .put("personId", personId)
        .put("text", text)
        .put("attachments", attachments.stream().map(Attachment::shown).toList());
  }
}
