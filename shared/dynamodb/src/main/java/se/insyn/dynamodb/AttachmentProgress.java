package se.insyn.dynamodb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.Shown;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.messages.SeenAttachment;

/**
 * How far an attachment has come.
 *
 * @param reason why it was refused, in a word
 */
public record AttachmentProgress(Attachment attachment, FileState state, @Nullable String reason) {

  /** Whether nothing has been said of it yet: its bytes may still be handed over. */
  public boolean isWaiting() {
    return state == FileState.MISSING || state == FileState.CHECKING;
  }

  /** As whoever sent it may see it. */
  public SeenAttachment seen() {
    return new SeenAttachment(
        attachment,
        switch (state) {
          case MISSING, CHECKING -> SeenAttachment.State.CHECKING;
          case OK -> SeenAttachment.State.OK;
          case REFUSED -> SeenAttachment.State.REFUSED;
        });
  }

  boolean has(String sha256) {
    return attachment.file().sha256().equals(sha256);
  }

  Shown shown() {
    return attachment.shown().put("state", state).put("reason", reason);
  }

  static AttachmentProgress read(@Nullable Object stored) {
    if (!(stored instanceof Map<?, ?> map)) {
      throw new Unreadable("attachment");
    }
    Members members = Members.of(Json.asObject(map), "");
    var read =
        new AttachmentProgress(
            announced(map),
            FileState.of(members.text("state", 20)),
            members.optionalText("reason", 100));
    members.refuseIfWrong();
    return read;
  }

  /** The attachment itself. */
  static Attachment announced(Map<?, ?> stored) {
    Members members = Members.of(Json.asObject(stored), "");
    var announced =
        new Attachment(
            members.text("id", 64), members.text("name", 400), StoredFile.attached(members));
    members.refuseIfWrong();
    return announced;
  }
}
