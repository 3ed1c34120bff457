package se.insyn.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import se.insyn.domain.json.Json;

/** The real handler over the test's routes and what is stored in memory. */
final class Portal implements AutoCloseable {

  final ApplicationContext context =
      HttpFunction.configured(new LambdaApplicationContextBuilder())
          .properties(Map.of("twins", true, "public.origin", "https://insyn.example.se"))
          .build()
          .start();
  final HttpFunction function = new HttpFunction(context);
  final Stored stored = context.getBean(Stored.class);
  String log = "";

  /** Calls the handler and keeps what the log said meanwhile. */
  Answer call(Event event) {
    return call(event.event());
  }

  Answer call(APIGatewayProxyRequestEvent event) {
    PrintStream out = System.out;
    var captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      return new Answer(function.handleRequest(event, new MockLambdaContext()));
    } finally {
      System.setOut(out);
      log = captured.toString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** An answer as the API gets it. */
  record Answer(APIGatewayProxyResponseEvent event) {

    int status() {
      return event.getStatusCode();
    }

    String body() {
      return event.getBody() == null ? "" : event.getBody();
    }

    Map<String, ?> json() {
      return Json.parseObject(body());
    }

    List<String> headers(String name) {
      return event.getMultiValueHeaders().getOrDefault(name, List.of());
    }
  }
}
