package se.insyn.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import se.insyn.lambda.FunctionContext;

/**
 * The handler of every function that answers HTTP. Shows the framework only what it reads without
 * fault ({@link Call} has the rest), puts the same safe headers on every answer, and is the last
 * wall: whatever goes wrong is a problem document, never a broken function.
 */
public final class HttpFunction extends ApiGatewayProxyRequestEventFunction {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);

  public HttpFunction() {}

  /** For tests that bring beans of their own. */
  public HttpFunction(ApplicationContext context) {
    super(context);
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    Call call = Call.of(event);
    MDC.put("traceId", call.traceId());
    MDC.put("route", call.route());
    if (context != null && context.getFunctionName() != null) {
      MDC.put("function", context.getFunctionName());
    }
    try {
      return Headers.finish(super.handleRequest(new HttpEvent(call), context));
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("reason", "last-wall").setCause(e).log("a call failed unanswered");
      return Headers.finish(Problem.broken().answer(call));
    } finally {
      MDC.clear();
    }
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return configured(super.newApplicationContextBuilder());
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
}
