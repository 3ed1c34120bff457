package se.insyn.dynamodb.testing;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.sessions.Session;
import se.insyn.domain.sessions.SessionLifetime;
import se.insyn.dynamodb.DynamoSessions;
import se.insyn.http.HttpFunction;
import se.insyn.http.Seal;
import se.insyn.http.SessionCookie;

/**
 * The function of the module under test, through its real handler, over the tables of one
 * municipality; the time stands still unless it is moved.
 */
public final class Portal implements AutoCloseable {

  /** 2026-11-20 in the morning. */
  public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private static final String ORIGIN = "https://insyn.example.se";

  private final Municipality municipality;
  private final ApplicationContext context;
  private final HttpFunction function;
  private volatile Instant now = NOW;

  public Portal(Municipality municipality) {
    this(municipality, Map.of());
  }

  /** With settings that only this function reads. */
  public Portal(Municipality municipality, Map<String, Object> settings) {
    this.municipality = municipality;
    this.context =
        HttpFunction.configured(new LambdaApplicationContextBuilder())
            .properties(LocalDynamoDb.settings(municipality.tables()))
            .properties(Map.of("public.origin", ORIGIN))
            .properties(settings)
            .beanDefinitions(
                RuntimeBeanDefinition.builder(Clock.class, () -> time().withZone(ZoneOffset.UTC))
                    .replaces(Clock.class)
                    .build())
            .build()
            .start();
    this.function = new HttpFunction(context);
  }

  private InstantSource time() {
    return () -> now;
  }

  /** The time moves on. */
  public void forward(Duration by) {
    now = now.plus(by);
  }

  /** The browser of somebody who has just logged in for the first time. */
  public Browser login(String number) {
    return login(number, null);
  }

  /** The browser of somebody who has just logged in, and did so before. */
  public Browser login(String number, @Nullable Instant previousLogin) {
    SessionCookie cookie = SessionCookie.random();
    var session =
        new Session(
            cookie.sessionId(),
            Municipality.citizen(number),
            now,
            now,
            SessionLifetime.expires(now),
            previousLogin,
            Seal.NAME.close(cookie, "Elias Hertzberg"),
            Seal.NUMBER.close(cookie, number));
    municipality.put(municipality.tables().sessions(), DynamoSessions.item(session));
    return new Browser(cookie);
  }

  /** What gets in between when the function writes. */
  public Conflicts conflicts() {
    return context.getBean(Conflicts.class);
  }

  /** What the function itself uses. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Calls with the cookie of one session. */
  public final class Browser {

    private final SessionCookie cookie;

    private Browser(SessionCookie cookie) {
      this.cookie = cookie;
    }

    /** Reads an address; parameters are names and values in turn. */
    public Answer get(String path, String... parameters) {
      var query = new LinkedHashMap<String, List<String>>();
      for (int i = 0; i < parameters.length; i += 2) {
        query.computeIfAbsent(parameters[i], none -> new ArrayList<>()).add(parameters[i + 1]);
      }
      var event = event("GET", path);
      event.setMultiValueQueryStringParameters(query.isEmpty() ? null : query);
      return Answer.of(function.handleRequest(event, new MockLambdaContext()));
    }

    /** Asks for something to be done, as the portal's own pages do. */
    public Answer post(String path) {
      return post(path, "{}");
    }

    /** Sends JSON to an address. */
    public Answer post(String path, String body) {
      return send("POST", path, body);
    }

    /** The same with a body. */
    public Answer send(String method, String path, String body) {
      var event = event(method, path);
      var headers = new LinkedHashMap<>(event.getMultiValueHeaders());
      headers.put("x-insyn", List.of("1"));
      headers.put("origin", List.of(ORIGIN));
      headers.put("content-type", List.of("application/json"));
      event.setMultiValueHeaders(headers);
      event.setBody(body);
      return Answer.of(function.handleRequest(event, new MockLambdaContext()));
    }

    private APIGatewayProxyRequestEvent event(String method, String path) {
      var event = new APIGatewayProxyRequestEvent();
      event.setHttpMethod(method);
      event.setPath(path);
      event.setResource("/route");
      event.setMultiValueHeaders(
          Map.of("cookie", List.of(SessionCookie.NAME + "=" + cookie.value())));
      return event;
    }
  }

  /** An answer as the API gets it. */
  public record Answer(int status, Map<String, List<String>> headers, String body) {

    public Answer {
      headers = Map.copyOf(headers);
    }

    private static Answer of(APIGatewayProxyResponseEvent event) {
      return new Answer(
          event.getStatusCode(),
          event.getMultiValueHeaders(),
          Objects.requireNonNullElse(event.getBody(), ""));
    }

    /** The body, which must be an object. */
    public Map<String, @Nullable Object> json() {
      return Json.parseObject(body);
    }

    /** The member at a path such as {@code items/0/id}; null when it is not there. */
    public @Nullable Object at(String path) {
      @Nullable Object value = json();
      for (String name : path.split("/", -1)) {
        value =
            switch (value) {
              case Map<?, ?> object -> object.get(name);
              case List<?> list when Integer.parseInt(name) < list.size() ->
                  list.get(Integer.parseInt(name));
              case null, default -> null;
            };
      }
      return value;
    }

    /** A member of each object in the list at a path. */
    public List<@Nullable Object> each(String list, String member) {
      return ((List<?>) Objects.requireNonNull(at(list)))
          .stream().<@Nullable Object>map(item -> ((Map<?, ?>) item).get(member)).toList();
    }

    /** The body without what names this call alone. */
    public String bodyOfAnyCall() {
      return body.replaceAll("\"(traceId|instance)\":\"[^\"]*\"", "\"$1\":\"\"");
    }
  }
}
