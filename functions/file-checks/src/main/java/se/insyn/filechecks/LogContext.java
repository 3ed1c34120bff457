package se.insyn.filechecks;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import se.insyn.dynamodb.Values;
import se.insyn.s3.FileKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the log says of the file that is looked at: the fact, its case and whose it is. */
final class LogContext {

  private LogContext() {}

  /** Of an erased case only the fact is left to be named. */
  static void set(FileKey key, Map<String, AttributeValue> itsCase) {
    MDC.put("eventId", key.id().value());
    set("caseNumber", Values.optionalText(itsCase, "caseNumber"));
    set("system", Values.optionalText(itsCase, "source"));
  }

  private static void set(String field, @Nullable String value) {
    if (value == null) {
      MDC.remove(field);
    } else {
      MDC.put(field, value);
    }
  }
}
