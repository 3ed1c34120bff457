package se.insyn.domain.messages;

import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Code;

/** Bilaga, as whoever got the message or sent it may see it. */
public record SeenAttachment(Attachment attachment, State state) {

  /** How far it has come; one that is {@code ok} can be fetched. */
  public enum State implements Code {
    CHECKING("checking"),
    OK("ok"),
    REFUSED("refused");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  public String id() {
    return attachment.id();
  }

  /** As the portal shows it. */
  public Shown shown() {
    return new Shown()
        .put("id", attachment.id())
        .put("name", attachment.name())
        .put("size", attachment.file().size())
        .put("state", state);
  }
}
