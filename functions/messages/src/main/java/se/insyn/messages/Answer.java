package se.insyn.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.messages.Message;

/** What the citizen sends in. {@code id} is the page's own: the same id is the same answer. */
record Answer(String id, @Nullable String text, List<String> attachmentIds) {

  Answer {
    attachmentIds = List.copyOf(attachmentIds);
  }

  static Answer from(Members data) {
    var answer =
        new Answer(
            data.text("id", Reply.LONGEST_ID),
            data.optionalWritten("text", Message.LONGEST_TEXT),
            Reply.attachmentIds(data));
    if (answer.text == null && answer.attachmentIds.isEmpty()) {
      data.wrong("text", "is required where there is no file");
    }
    return answer;
  }
}
