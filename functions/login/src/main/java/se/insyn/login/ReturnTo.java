package se.insyn.login;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the browser goes after login: a path of the portal's own pages. Whatever is not plainly
 * that becomes the start page.
 */
record ReturnTo(String path) {

  static final ReturnTo START = new ReturnTo("/");

  private static final int LONGEST = 200;
  private static final String SEGMENT = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*+";
  private static final Pattern OWN =
      Pattern.compile(
          "/(?:" + SEGMENT + "(?:/" + SEGMENT + ")*+/?+)?+(?:\\?[A-Za-z0-9._~=&-]*+)?+");

  /** Not pages: they would answer with JSON, or begin or end a login. */
  private static final Pattern NO_PAGE =
      Pattern.compile("/(?:api|caseworker|login|logout)(?:[/?].*)?");

  static ReturnTo of(List<String> values) {
    if (values.size() != 1) {
      return START;
    }
    String path = values.getFirst();
    return path.length() <= LONGEST
            && OWN.matcher(path).matches()
            && !NO_PAGE.matcher(path).matches()
        ? new ReturnTo(path)
        : START;
  }
}
