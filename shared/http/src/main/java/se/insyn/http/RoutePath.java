package se.insyn.http;

import java.nio.charset.StandardCharsets;

/**
 * The path as the router takes it. The API hands it over decoded; a space, a brace or a second
 * slash in it would be a URI that cannot be parsed, or another one than was asked for.
 */
final class RoutePath {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private RoutePath() {}

  static String encode(String decoded) {
    var path = new StringBuilder("/");
    char before = '/';
    String rest = decoded.startsWith("/") ? decoded.substring(1) : decoded;
    for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (PLAIN.indexOf(c) >= 0 || (c == '/' && before != '/')) {
        path.append(c);
      } else {
        path.append(String.format("%%%02X", (int) c));
      }
      before = c;
    }
    return path.toString();
  }
}
