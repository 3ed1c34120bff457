package se.insyn.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.crac.Core;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import se.insyn.lambda.FunctionContext;

/**
 * The handler of every function that answers HTTP. Reads the event and writes the answer itself:
 * the runtime's own way costs every start a second JSON library. Shows the framework only what it
 * reads without fault ({@link Call} has the rest), puts the same safe headers on every answer, and
 * is the last wall: whatever goes wrong is a problem document, never a broken function.
 */
public final class HttpFunction implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);

  private final Framework framework;

  /** Held, because whoever calls it before the freezing does not. */
  private final Rehearsal rehearsal;

  public HttpFunction() {
    this.framework = new Framework();
    this.rehearsal = new Rehearsal(this, framework.getApplicationContext().getBean(Router.class));
    Core.getGlobalContext().register(rehearsal);
  }

  /** For tests that bring beans of their own. */
  public HttpFunction(ApplicationContext context) {
    this.framework = new Framework(context);
    this.rehearsal = new Rehearsal(this, context.getBean(Router.class));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    answer.write(EventJson.write(handleRequest(EventJson.read(event.readAllBytes()), context)));
  }

  /** The same, between values. */
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, @Nullable Context context) {
    Call call = Call.of(event);
    MDC.put("traceId", call.traceId());
    MDC.put("route", call.route());
    if (context != null && context.getFunctionName() != null) {
      MDC.put("function", context.getFunctionName());
    }
    try {
      return Headers.finish(framework.handleRequest(new HttpEvent(call), context));
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("reason", "last-wall").setCause(e).log("a call failed unanswered");
      return Headers.finish(Problem.broken().answer(call));
    } finally {
      MDC.clear();
    }
  }

  /** What holds for the context of every function that answers HTTP. */
  public static ApplicationContextBuilder configured(ApplicationContextBuilder builder) {
    return FunctionContext.configured(builder)
        .properties(
            Map.of(
                // An empty list is written, a value that is absent is not.
                "micronaut.serde.serialization.inclusion",
                "NON_NULL",
                "micronaut.server.date-header",
                false));
  }

  private static final class Framework extends ApiGatewayProxyRequestEventFunction {

    Framework() {}

    Framework(ApplicationContext context) {
      super(context);
    }

    @Override
    protected ApplicationContextBuilder newApplicationContextBuilder() {
      return configured(super.newApplicationContextBuilder());
    }
  }
}
