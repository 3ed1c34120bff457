package se.insyn.messages;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.messages.Message;

/**
 * Meddelande as the citizen writes it. {@code id} is the page's own: the same id is the same
 * message.
 */
record Reply(String id, String text, List<String> attachmentIds) {

  static final int LONGEST_ID = 64;

  Reply {
    attachmentIds = List.copyOf(attachmentIds);
  }

  static Reply from(Members data) {
    String id = data.text("id", LONGEST_ID);
    String text = data.written("text", Message.LONGEST_TEXT);
    return new Reply(id, text, attachmentIds(data));
  }

  /** The ids of what goes with a message. */
  static List<String> attachmentIds(Members data) {
    @Nullable List<String> attachmentIds =
        data.optionalIds("attachmentIds", Message.MOST_ATTACHMENTS);
    if (attachmentIds == null) {
      data.wrong("attachmentIds", "is required");
    }
    return Objects.requireNonNullElse(attachmentIds, List.of());
  }
}
