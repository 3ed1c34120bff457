package se.insyn.lambda.log;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/**
 * Our own code is heard from INFO, everybody else's from WARN. Of other people's messages only the
 * pattern is written, never what they put into it: they do not know what is personal.
 */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {

  private static final long serialVersionUID = 1L;

  private final boolean ours;

  JsonLogger(String name) {
    this.name = name;
    this.ours = name.startsWith("se.insyn.");
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return ours;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  public void log(LoggingEvent event) {
    var fields = new HashMap<String, String>();
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> fields.put(pair.key, String.valueOf(pair.value)));
    }
    write(
        event.getLevel(),
        event.getMessage(),
        event.getArgumentArray(),
        fields,
        event.getThrowable());
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    write(level, pattern, arguments, Map.of(), thrown);
  }

  @SuppressWarnings("SystemOut") // standard output is where the platform takes the log from
  private void write(
      Level level,
      String pattern,
      Object @Nullable [] arguments,
      Map<String, String> fields,
      @Nullable Throwable thrown) {
    String message = ours ? MessageFormatter.basicArrayFormat(pattern, arguments) : pattern;
    System.out.println(LogLine.of(level, name, message, fields, thrown));
  }
}
