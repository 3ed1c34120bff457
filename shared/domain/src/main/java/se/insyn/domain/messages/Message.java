package se.insyn.domain.messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Fact;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.Members;

/**
 * Meddelande från handläggaren: to one person of a case. {@code thread} is the name of the thread
 * that it stands in; one that names none begins a thread of its own name.
 */
public record Message(
    CaseNumber caseNumber,
    EventId id,
    long version,
    boolean retracted,
    String thread,
    String to,
    Correspondent from,
    @Nullable String subject,
    String text,
    List<Attachment> attachments) {

  /** The word by which a message is known among the facts of a case. */
  public static final String KIND = "message";

  public static final int LONGEST_TEXT = 8_000;
  public static final int MOST_ATTACHMENTS = 10;

  private static final int LONGEST_SUBJECT = 200;

  public Message {
    attachments = List.copyOf(attachments);
  }

  /**
   * Reads and checks what a source says.
   *
   * @throws se.insyn.domain.json.InvalidMembers when something is wrong, all of it at once
   */
  public static Message from(Members data) {
    CaseNumber caseNumber = Fact.caseNumber(data);
    var id = new EventId(data.id("id"));
    String thread = data.optionalId("threadId");
    var files = new HashMap<String, StoredFile>();
    var message =
        new Message(
            caseNumber,
            id,
            data.whole("version", 1, Fact.LAST_VERSION),
            data.flag("retracted", false),
            Objects.requireNonNullElse(thread, id.value()),
            data.id("to"),
            data.object("from", Correspondent::from),
            data.optionalText("subject", LONGEST_SUBJECT),
            data.prose("text", LONGEST_TEXT),
            data.list("attachments", MOST_ATTACHMENTS, each -> attachment(each, files)));
    data.distinct("attachments", "id");
    data.refuseIfWrong();
    return message;
  }

  /** The same bytes are one file, of one length and type. */
  private static Attachment attachment(Members data, Map<String, StoredFile> files) {
    Attachment attachment = Attachment.from(data);
    StoredFile file = attachment.file();
    if (data.isReadable() && !files.computeIfAbsent(file.sha256(), first -> file).equals(file)) {
      data.wrong("sha256", "is that of another attachment of another length");
    }
    return attachment;
  }

  /** Whether it begins the thread that it stands in. */
  public boolean beginsThread() {
    return thread.equals(id.value());
  }
}
