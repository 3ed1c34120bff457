package se.insyn.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.MalformedJson;
import se.insyn.lambda.FunctionContext;

/** Called every minute, and with what a provider tells: that alone has records. */
public final class NotificationsHandler implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationsHandler.class);

  private final Notifications notifications;
  private final NoticeWatch watch;
  private final Feedback feedback;

  @SuppressWarnings("MustBeClosedChecker") // the context lives as long as the process
  public NotificationsHandler() {
    this(FunctionContext.configured().start());
  }

  /** For tests that bring beans of their own. */
  NotificationsHandler(ApplicationContext context) {
    this.notifications = context.getBean(Notifications.class);
    this.watch = context.getBean(NoticeWatch.class);
    this.feedback = context.getBean(Feedback.class);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    MDC.put("function", String.valueOf(context.getFunctionName()));
    MDC.put("traceId", String.valueOf(context.getAwsRequestId()));
    try {
      @Nullable Object records = records(event.readAllBytes());
      if (records instanceof List<?> list) {
        feedback.take(list);
      } else {
        notifications.run();
        watch.look();
      }
    } finally {
      MDC.clear();
    }
  }

  private static @Nullable Object records(byte[] event) {
    try {
      return Json.parse(event) instanceof Map<?, ?> map ? map.get("Records") : null;
    } catch (MalformedJson e) {
      LOG.atWarn().addKeyValue("reason", "no-json").log("an event that is none");
      return null;
    }
  }
}
