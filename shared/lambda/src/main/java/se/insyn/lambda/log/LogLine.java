package se.insyn.lambda.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import se.insyn.domain.json.Json;
import se.insyn.domain.people.WrittenNumbers;

/** How an event looks in the log. */
final class LogLine {

  /**
   * Whatever else somebody adds is left out. {@code caseNumber} is set on the machine side only.
   */
  private static final List<String> FIELDS =
      List.of(
          "traceId",
          "function",
          "route",
          "reason",
          "status",
          "pointers",
          "attempt",
          "count",
          "removed",
          "closed",
          "system",
          "caseNumber",
          "eventId");

  private static final int LONGEST = 1000;
  private static final int FRAMES = 30;
  private static final int CAUSES = 5;

  private LogLine() {}

  static String of(
      Level level,
      String logger,
      String message,
      Map<String, String> fields,
      @Nullable Throwable thrown) {
    var line = new LinkedHashMap<String, Object>();
    line.put("level", level.name());
    line.put("logger", logger);
    line.put("message", masked(message));
    for (String field : FIELDS) {
      String value = fields.containsKey(field) ? fields.get(field) : MDC.get(field);
      if (value != null) {
        line.put(field, masked(value));
      }
    }
    if (thrown != null) {
      line.put("thrown", stack(thrown));
    }
    return Json.write(line);
  }

  static String masked(@Nullable String text) {
    String all = Objects.requireNonNullElse(text, "");
    String some = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    return WrittenNumbers.mask(some);
  }

  /**
   * Classes and frames. A message is left out, because it may repeat what was sent; that of the SDK
   * stays, because it says which permission or table is missing.
   */
  private static List<String> stack(Throwable thrown) {
    var lines = new ArrayList<String>();
    Throwable each = thrown;
    for (int i = 0; each != null && i < CAUSES; i++, each = each.getCause()) {
      String type = each.getClass().getName();
      boolean sdk = type.startsWith("software.amazon.awssdk.");
      lines.add(sdk ? type + ": " + masked(each.getMessage()) : type);
      StackTraceElement[] frames = each.getStackTrace();
      for (int f = 0; f < Math.min(frames.length, FRAMES); f++) {
        lines.add("at " + frames[f]);
      }
    }
    return lines;
  }
}
