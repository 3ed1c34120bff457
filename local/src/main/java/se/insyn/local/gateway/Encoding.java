package se.insyn.local.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percent-encoding as API Gateway reads it: what is no valid code stays as it is. */
final class Encoding {
  private Encoding() {}

  static String decodedPath(String raw) {
    return decoded(raw, false);
  }

  /** Names and values in the order in which they came; a plus is a blank. */
  static Map<String, List<String>> parameters(String query) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        var sign = pair.indexOf('=');
        var name = sign < 0 ? pair : pair.substring(0, sign);
        var value = sign < 0 ? "" : pair.substring(sign + 1);
        parameters
            .computeIfAbsent(decoded(name, true), fresh -> new ArrayList<>())
            .add(decoded(value, true));
      }
    }
    return parameters;
  }

  private static String decoded(String raw, boolean plusIsBlank) {
    var bytes = new ByteArrayOutputStream(raw.length());
    for (int at = 0; at < raw.length(); at++) {
      char here = raw.charAt(at);
      int code = here == '%' ? code(raw, at + 1) : -1;
      if (code >= 0) {
        bytes.write(code);
        at += 2;
      } else if (here == '+' && plusIsBlank) {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(here).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int code(String raw, int at) {
    if (at + 2 > raw.length()) {
      return -1;
    }
    int high = Character.digit(raw.charAt(at), 16);
    int low = Character.digit(raw.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
