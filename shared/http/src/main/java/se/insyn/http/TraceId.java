package se.insyn.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The name of one call: the caller's own (W3C Trace Context) if it is valid, else a random one. */
final class TraceId {

  private static final Pattern TRACE_PARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceId() {}

  static String of(List<String> traceParent) {
    if (traceParent.size() == 1) {
      var matcher = TRACE_PARENT.matcher(traceParent.getFirst());
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    // Made anew each time: a generator from before a snapshot would give the same ids twice.
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
