package se.insyn.domain.messages;

import java.time.Instant;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Fact;
import se.insyn.domain.json.Members;

/** Läskvitto: a caseworker has read a message. */
public record MessageReceipt(
    CaseNumber caseNumber, String thread, EventId id, Correspondent readBy, Instant readAt) {

  /**
   * Reads and checks what a source says.
   *
   * @throws se.insyn.domain.json.InvalidMembers when something is wrong, all of it at once
   */
  public static MessageReceipt from(Members data) {
    var receipt =
        new MessageReceipt(
            Fact.caseNumber(data),
            data.id("threadId"),
            new EventId(data.id("messageId")),
            data.object("readBy", Correspondent::from),
            data.instant("readAt"));
    data.refuseIfWrong();
    return receipt;
  }
}
