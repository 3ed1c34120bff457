package se.insyn.upkeep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.MDC;
import se.insyn.lambda.FunctionContext;

/** Called every minute, whatever is left to do; the call itself says nothing. */
public final class UpkeepHandler implements RequestStreamHandler {

  private final Collection<Watch> watches;
  private final Upkeep upkeep;
  private final Clock clock;

  public UpkeepHandler() {
    this(FunctionContext.configured().start());
  }

  /** For tests that bring beans of their own. */
  UpkeepHandler(ApplicationContext context) {
    this.watches = context.getBeansOfType(Watch.class);
    this.upkeep = context.getBean(Upkeep.class);
    this.clock = context.getBean(Clock.class);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    MDC.put("function", String.valueOf(context.getFunctionName()));
    MDC.put("traceId", String.valueOf(context.getAwsRequestId()));
    try {
      watches.forEach(Watch::look);
      upkeep.run(clock.instant().plus(Duration.ofMillis(context.getRemainingTimeInMillis())));
    } finally {
      MDC.clear();
    }
  }
}
