package se.insyn.messages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.messages.Message;

/** Utkast, as its page sends it: the members of a message, as far as they are there. */
final class DraftBody {

  private static final Pattern THREAD = Pattern.compile("[0-9a-f]{32}");

  private DraftBody() {}

  /** Reads and checks the members; whether what they name is there is asked when it is sent. */
  static Map<String, @Nullable Object> members(Members data) {
    data.list("to", NewThread.MOST_RECIPIENTS, NewThread.Recipient::from);
    String thread = data.optionalText("threadId", 32);
    if (thread != null && data.isReadable("threadId") && !THREAD.matcher(thread).matches()) {
      data.wrong("threadId", "must be the id of a thread");
    }
    data.optionalText("subject", NewThread.LONGEST_SUBJECT);
    data.optionalWritten("text", Message.LONGEST_TEXT);
    data.optionalIds("attachmentIds", Message.MOST_ATTACHMENTS);
    data.optionalObject("about", NewThread.Asked::from);
    return new LinkedHashMap<>(data.known());
  }
}
