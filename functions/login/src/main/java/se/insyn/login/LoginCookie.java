package se.insyn.login;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.insyn.http.Call;

/**
 * The cookie that ties a login to the browser that began it, one per login, named after its state:
 * two tabs may log in side by side. Its value is the second when it was set, and a secret.
 */
final class LoginCookie {

  private static final String PREFIX = "__Host-login-";
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";
  private static final Pattern VALUE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");
  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{16}");
  private static final int MOST = 5;

  private LoginCookie() {}

  /** The {@code Set-Cookie} of a login that begins. */
  static String set(String pendingId, String secret, Instant now) {
    return name(pendingId)
        + "="
        + now.getEpochSecond()
        + "."
        + secret
        + "; Max-Age="
        + PendingLogin.LIFE.toSeconds()
        + ATTRIBUTES;
  }

  /** The {@code Set-Cookie} that takes it away. */
  static String expire(String pendingId) {
    return expireNamed(name(pendingId));
  }

  /** The secret of the browser for this login, if it began here. */
  static Optional<String> secret(Call call, String pendingId) {
    List<String> values = call.cookies(name(pendingId));
    if (values.size() != 1) {
      return Optional.empty();
    }
    var matcher = VALUE.matcher(values.getFirst());
    return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
  }

  /** Takes away the oldest, so that with one more there are at most five. */
  static List<String> makeRoom(Call call) {
    List<String> names =
        call.cookieNames().stream()
            .filter(name -> NAME.matcher(name).matches())
            .distinct()
            .sorted(Comparator.comparingLong(name -> age(call.cookies(name))))
            .toList();
    var expired = new ArrayList<String>();
    for (int i = 0; i <= names.size() - MOST; i++) {
      expired.add(expireNamed(names.get(i)));
    }
    return expired;
  }

  /** The second when it was set; one that is odd counts as the oldest. */
  private static long age(List<String> values) {
    var matcher = VALUE.matcher(values.getFirst());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static String name(String pendingId) {
    return PREFIX + pendingId.substring(0, 16);
  }

  private static String expireNamed(String name) {
    return name + "=; Max-Age=0" + ATTRIBUTES;
  }
}
