package se.insyn.local.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it came.
 *
 * @param path raw, percent-encoded as sent
 * @param query raw, null without a question mark
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Call(
    String method,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceAddress) {

  /** The first value of a header. */
  @Nullable String header(String name) {
    var values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }
}
