package se.insyn.domain.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Code;

/**
 * Meddelande, as its reader may see it.
 *
 * @param from null = the viewer themself
 * @param takenIn when this version of it came
 * @param delivery null = whoever it is to has got it, or can fetch it
 */
public record SeenMessage(
    EventId id,
    @Nullable Correspondent from,
    Instant sentAt,
    Instant takenIn,
    String text,
    @Nullable About about,
    List<SeenAttachment> attachments,
    List<Reading> readBy,
    @Nullable Delivery delivery) {

  /** What is with a message of the viewer's that its caseworkers have not got. */
  public enum Delivery implements Code {
    /** Its files are still checked. */
    WAITING("waiting"),
    /** One of its files was refused: it will not reach anybody. */
    STOPPED("stopped");

    private final String code;

    Delivery(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * That somebody has read it.
   *
   * @param reader null = the viewer themself
   */
  public record Reading(@Nullable Correspondent reader, Instant at) {}

  public SeenMessage {
    attachments = List.copyOf(attachments);
    readBy = List.copyOf(readBy);
  }

  /** The attachment with this id. */
  public Optional<SeenAttachment> attachment(String attachmentId) {
    return attachments.stream().filter(each -> each.id().equals(attachmentId)).findFirst();
  }

  /**
   * As the portal shows it.
   *
   * @param you the viewer's name
   */
  public Shown shown(VisibleCase viewed, String you) {
    return new Shown()
        .put("id", id)
        .put("from", who(from, you).put("caseworkerId", from == null ? null : from.caseworkerId()))
        .put("sentAt", sentAt)
        .put("text", text)
        .put(
            "about",
            about == null
                ? null
                : new Shown()
                    .put("caseId", viewed.id().value())
                    .put("eventId", about.eventId())
                    .put("row", about.row()))
        .put("attachments", attachments.stream().map(SeenAttachment::shown).toList())
        .put("state", delivery)
        .put(
            "readBy",
            readBy.stream().map(each -> who(each.reader(), you).put("at", each.at())).toList());
  }

  private static Shown who(@Nullable Correspondent somebody, String you) {
    return somebody == null
        ? new Shown().put("name", you).put("you", true)
        : new Shown().put("name", somebody.name());
  }
}
