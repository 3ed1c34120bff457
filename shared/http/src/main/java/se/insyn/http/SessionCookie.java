package se.insyn.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.insyn.domain.value.Sha256;
import se.insyn.lambda.RandomText;

/**
 * The cookie {@code __Host-insyn}: 256 random bits that only the browser keeps. The table has its
 * hash, and what is sealed under it.
 */
public record SessionCookie(String value) {

  public static final String NAME = "__Host-insyn";

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

  public static SessionCookie random() {
    return new SessionCookie(RandomText.make());
  }

  /** The cookie of a call; empty when there is none, more than one, or one that is not ours. */
  public static Optional<SessionCookie> of(Call call) {
    List<String> values = call.cookies(NAME);
    return values.size() == 1 && VALUE.matcher(values.getFirst()).matches()
        ? Optional.of(new SessionCookie(values.getFirst()))
        : Optional.empty();
  }

  /** The session's id in the table: SHA-256 of the cookie in hex. */
  public String sessionId() {
    return Sha256.hex(value);
  }

  /** The {@code Set-Cookie} that gives it to the browser, until the browser closes. */
  public String set() {
    return NAME + "=" + value + ATTRIBUTES;
  }

  /** The {@code Set-Cookie} that takes it away. */
  public static String expire() {
    return NAME + "=; Max-Age=0" + ATTRIBUTES;
  }

  /** Never the value. */
  @Override
  public String toString() {
    return NAME;
  }
}
