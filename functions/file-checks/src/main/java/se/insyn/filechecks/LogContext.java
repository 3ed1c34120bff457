package se.insyn.filechecks;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.s3.FileKey;

/** What the log says of the file that is looked at: the fact, its case and whose it is. */
final class LogContext {

  private LogContext() {}

  /** Of an erased case only the fact is left to be named. */
  static void set(FileKey key, @Nullable String caseNumber, @Nullable String source) {
    MDC.put("eventId", key.id().value());
    set("caseNumber", caseNumber);
    set("system", source);
  }

  /** Of what a citizen hands over, which may go to several cases. */
  static void set(AttachmentId id) {
    MDC.put("eventId", id.value());
    set("caseNumber", null);
    set("system", null);
  }

  private static void set(String field, @Nullable String value) {
    if (value == null) {
      MDC.remove(field);
    } else {
      MDC.put(field, value);
    }
  }
}
