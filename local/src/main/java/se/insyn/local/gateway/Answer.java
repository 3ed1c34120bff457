package se.insyn.local.gateway;

import java.util.List;
import java.util.Map;

/** An HTTP response, ready to be sent. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  /** What API Gateway says when it answers itself. */
  static Answer ofGateway(int status, String message) {
    return new Answer(
        status,
        Map.of("content-type", List.of("application/json")),
        ("{\"message\":\"" + message + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
