package se.insyn.local.gateway;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.insyn.local.functions.FunctionFailed;
import se.insyn.local.functions.FunctionPool;

/** The HTTP API in front of the functions, with its limits. */
public final class HttpApi {
  /** Of a request's body, in bytes. */
  static final int BODY_LIMIT = 10 * 1024 * 1024;

  /** Of the request line and the headers together, in bytes. */
  static final int HEAD_LIMIT = 10_240;

  /** Of a synchronous call of a function, in and out, in bytes. */
  private static final int EVENT_LIMIT = 6 * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(HttpApi.class.getName());

  private final Routes routes;
  private final Map<String, FunctionPool> functions;
  private final Clock clock;

  public HttpApi(Routes routes, Map<String, FunctionPool> functions, Clock clock) {
    this.routes = routes;
    this.functions = functions;
    this.clock = clock;
  }

  /** The answer to a request, whatever happens behind. */
  public Answer answer(Call call) throws InterruptedException {
    if (headLength(call) > HEAD_LIMIT) {
      return Answer.ofGateway(431, "Request Header Fields Too Large");
    }
    if (call.body().length > BODY_LIMIT) {
      return Answer.ofGateway(413, "Request Entity Too Large");
    }
    var match = routes.match(call.method(), call.path());
    if (match.isEmpty()) {
      return Answer.ofGateway(404, "Not Found");
    }
    var function = functions.get(match.get().route().function());
    if (function == null) {
      return Answer.ofGateway(503, "Service Unavailable");
    }
    var event = event(call, match.get());
    return event.length > EVENT_LIMIT
        ? Answer.ofGateway(413, "Request Entity Too Large")
        : answer(function, event);
  }

  /** The event that a GET of the path would be, with which an instance is warmed up. */
  public byte[] warmUpEvent(String path, Map<String, List<String>> headers) {
    var call = new Call("GET", path, null, headers, new byte[0], "127.0.0.1");
    return event(call, routes.match("GET", path).orElseThrow());
  }

  private byte[] event(Call call, Routes.Match match) {
    return GatewayEvent.of(call, match, clock.instant(), UUID.randomUUID().toString());
  }

  private static Answer answer(FunctionPool function, byte[] event) throws InterruptedException {
    try {
      var output = function.invoke(event);
      if (output == null) {
        return Answer.ofGateway(503, "Service Unavailable");
      }
      return output.length > EVENT_LIMIT ? GatewayAnswer.failed() : GatewayAnswer.read(output);
    } catch (FunctionFailed e) {
      LOG.log(Level.SEVERE, e.getMessage(), e.getCause());
      return GatewayAnswer.failed();
    }
  }

  private static int headLength(Call call) {
    var query = call.query();
    var line = call.method().length() + call.path().length() + (query == null ? 0 : query.length());
    return line
        + call.headers().entrySet().stream()
            .flatMap(
                header ->
                    header.getValue().stream()
                        .map(value -> header.getKey().length() + value.length() + 4))
            .mapToInt(Integer::intValue)
            .sum();
  }
}
