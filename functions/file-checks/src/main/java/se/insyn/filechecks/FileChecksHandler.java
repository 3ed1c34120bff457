package se.insyn.filechecks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import se.insyn.domain.json.MalformedJson;
import se.insyn.lambda.FunctionContext;

/**
 * The handler: one event, no answer. What nobody could ever make sense of is logged and let go, or
 * it would come again and again; everything else that fails is thrown, and tried again.
 */
public final class FileChecksHandler implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FileChecksHandler.class);

  private final FileChecks checks;

  @SuppressWarnings("MustBeClosedChecker") // the context lives as long as the process
  public FileChecksHandler() {
    this(FunctionContext.configured().start());
  }

  /** For tests that bring beans of their own. */
  FileChecksHandler(ApplicationContext context) {
    this.checks = context.getBean(FileChecks.class);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream nothing, Context context)
      throws IOException {
    MDC.put("function", context.getFunctionName());
    try {
      Optional<FileEvent> read = FileEvent.read(event.readAllBytes());
      if (read.isEmpty()) {
        LOG.atWarn().addKeyValue("reason", "no-file-event").log("an event is left alone");
      }
      read.ifPresent(checks::take);
    } catch (MalformedJson e) {
      LOG.atWarn().addKeyValue("reason", "no-json").log("an event is left alone");
    } finally {
      MDC.clear();
    }
  }
}
