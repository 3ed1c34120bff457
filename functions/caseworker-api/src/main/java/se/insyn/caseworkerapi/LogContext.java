package se.insyn.caseworkerapi;

import java.util.function.Function;
import org.slf4j.MDC;
import se.insyn.domain.events.Fact;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Members;

/**
 * What the log says of the event that is being taken: the system, and case number and id where they
 * are what they should be.
 */
final class LogContext {

  private LogContext() {}

  static void set(Push push) {
    MDC.put("system", push.source().value());
    set("caseNumber", push, data -> Fact.caseNumber(data).value());
    set("eventId", push, data -> data.id("id"));
  }

  static void remove() {
    MDC.remove("system");
    MDC.remove("caseNumber");
    MDC.remove("eventId");
  }

  private static void set(String field, Push push, Function<Members, String> member) {
    Members data = Members.of(push.raw(), "/data");
    String value = member.apply(data);
    try {
      data.refuseIfWrong();
      MDC.put(field, value);
    } catch (InvalidMembers e) {
      MDC.remove(field); // a value that is not as agreed may be anything, a personal number too
    }
  }
}
