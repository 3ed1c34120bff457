package se.insyn.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Members;

/** Nytt meddelande to caseworkers of one case or several: as many threads as there are cases. */
record NewThread(
    String id, List<Recipient> to, String subject, Reply message, @Nullable Asked about) {

  static final int MOST_RECIPIENTS = 48;
  static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_CASE = 64;

  /** A caseworker, and the case that the message is about. */
  record Recipient(String caseId, String caseworkerId) {

    static Recipient from(Members data) {
      return new Recipient(data.text("caseId", LONGEST_CASE), data.id("caseworkerId"));
    }
  }

  /** What the viewer asks about: a fact, perhaps a row in it. */
  record Asked(String caseId, EventId eventId, @Nullable String row) {

    static Asked from(Members data) {
      return new Asked(
          data.text("caseId", LONGEST_CASE),
          new EventId(data.id("eventId")),
          data.optionalId("row"));
    }
  }

  NewThread {
    to = List.copyOf(to);
  }

  static NewThread from(Members data) {
    Reply message = Reply.from(data);
    var thread =
        new NewThread(
            message.id(),
            data.someOf("to", MOST_RECIPIENTS, Recipient::from),
            data.text("subject", LONGEST_SUBJECT),
            message,
            data.optionalObject("about", Asked::from));
    Asked about = thread.about;
    if (about != null
        && data.isReadable("about")
        && thread.to.stream().noneMatch(each -> each.caseId().equals(about.caseId()))) {
      data.wrong("about", "must name a case that the message is to");
    }
    return thread;
  }
}
