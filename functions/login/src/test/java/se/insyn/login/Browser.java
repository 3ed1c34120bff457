package se.insyn.login;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.http.HttpFunction;

/** A browser before the real function, with real tables and a fake provider behind it. */
final class Browser implements AutoCloseable {

  static final String ORIGIN = "https://insyn.example.se";

  final FakeProvider provider = new FakeProvider();
  final Municipality municipality = new Municipality();
  final ApplicationContext context;
  final HttpFunction function;
  final Map<String, String> cookies = new LinkedHashMap<>();
  Map<String, String> asked = Map.of();
  String log = "";

  Browser() {
    municipality.takeCase(Pushes.ofCase());
    var settings = new HashMap<>(LocalDynamoDb.settings(municipality.tables()));
    settings.putAll(
        Map.of(
            "public.origin", ORIGIN,
            "citizens.issuer", provider.issuer,
            "citizens.client.id", FakeProvider.CLIENT,
            "citizens.acr.values", FakeProvider.LOA3 + ",http://id.elegnamnden.se/loa/1.0/loa4",
            "citizens.key", "citizens",
            "login.key", "login",
            "municipality.name", "Exempelby kommun <&>",
            "municipality.phone", "0123-45 60 00",
            "municipality.phone.hours", "mån–fre 9–10"));
    context =
        HttpFunction.configured(new LambdaApplicationContextBuilder())
            .properties(settings)
            .build()
            .start();
    function = new HttpFunction(context);
    provider.clientKey = context.getBean(TestBeans.Keys.class).key;
    provider.challenge = () -> asked.getOrDefault("code_challenge", "");
    provider.nonce = () -> asked.getOrDefault("nonce", "");
  }

  /** Begins a login; what the provider is asked is kept. */
  Answer begin(String returnTo) {
    var answer = get("/login", Map.of("returnTo", List.of(returnTo)));
    String location = answer.header("Location");
    asked = location == null ? Map.of() : query(URI.create(location));
    return answer;
  }

  /** Comes back from the provider with a code. */
  Answer comeBack() {
    return callback(
        Map.of("code", List.of("the-code"), "state", List.of(asked.getOrDefault("state", ""))));
  }

  Answer callback(Map<String, List<String>> parameters) {
    return get("/login/callback", parameters);
  }

  /** From the first click to the last page. */
  Answer login() {
    begin("/arenden");
    return comeBack();
  }

  Answer get(String path, Map<String, List<String>> parameters) {
    return call("GET", path, parameters, Map.of());
  }

  /** A call that changes something, as the portal's pages send it. */
  Answer change(String path) {
    return change(path, "");
  }

  Answer change(String path, String body) {
    return call(
        "POST",
        path,
        Map.of(),
        Map.of("x-insyn", "1", "origin", ORIGIN, "content-type", "application/json"),
        body);
  }

  Answer call(
      String method,
      String path,
      Map<String, List<String>> parameters,
      Map<String, String> headers) {
    return call(method, path, parameters, headers, "");
  }

  private Answer call(
      String method,
      String path,
      Map<String, List<String>> parameters,
      Map<String, String> headers,
      String body) {
    var all = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    if (!cookies.isEmpty()) {
      all.put(
          "cookie",
          List.of(
              cookies.entrySet().stream()
                  .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                  .collect(Collectors.joining("; "))));
    }
    var event =
        new APIGatewayProxyRequestEvent()
            .withHttpMethod(method)
            .withPath(path)
            .withResource("/route")
            .withMultiValueHeaders(all)
            .withMultiValueQueryStringParameters(parameters)
            .withBody(body);
    PrintStream out = System.out;
    var captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    Answer answer;
    try {
      answer = new Answer(function.handleRequest(event, new MockLambdaContext()));
    } finally {
      System.setOut(out);
      log = captured.toString(StandardCharsets.UTF_8);
    }
    answer.headers("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String cookie) {
    String pair = cookie.substring(0, cookie.indexOf(';'));
    int equals = pair.indexOf('=');
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair.substring(0, equals));
    } else {
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
  }

  private static Map<String, String> query(URI address) {
    var query = new HashMap<String, String>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      int equals = pair.indexOf('=');
      query.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    context.close();
    provider.close();
  }

  /** An answer as the API gets it. */
  record Answer(APIGatewayProxyResponseEvent event) {

    int status() {
      return event.getStatusCode();
    }

    String body() {
      return event.getBody() == null ? "" : event.getBody();
    }

    List<String> headers(String name) {
      return event.getMultiValueHeaders().getOrDefault(name, List.of());
    }

    @Nullable String header(String name) {
      return headers(name).isEmpty() ? null : headers(name).getFirst();
    }
  }
}
