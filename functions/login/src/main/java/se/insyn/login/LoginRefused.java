package se.insyn.login;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** A login that ends without a session: which page is shown, and the code that the log gets. */
final class LoginRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Ending ending;
  private final String reason;
  private final Level level;
  private final @Nullable String pendingId;

  private LoginRefused(
      Ending ending,
      String reason,
      Level level,
      @Nullable String pendingId,
      @Nullable Throwable cause) {
    super(reason, cause, false, cause != null);
    this.ending = ending;
    this.reason = reason;
    this.level = level;
    this.pendingId = pendingId;
  }

  /** Somebody is not let in. */
  static LoginRefused because(Ending ending, String reason) {
    return new LoginRefused(ending, reason, Level.WARN, null, null);
  }

  /** An ending that is nobody's fault. */
  static LoginRefused quietly(Ending ending, String reason) {
    return new LoginRefused(ending, reason, Level.INFO, null, null);
  }

  /** Something must be mended, here or at the provider: somebody should be told. */
  static LoginRefused alarm(String reason, @Nullable Throwable cause) {
    return new LoginRefused(Ending.NOT_NOW, reason, Level.ERROR, null, cause);
  }

  /** The same, and the browser's cookie for this login has done its work. */
  LoginRefused endingLogin(String id) {
    return new LoginRefused(ending, reason, level, id, getCause());
  }

  Ending ending() {
    return ending;
  }

  String reason() {
    return reason;
  }

  Level level() {
    return level;
  }

  @Nullable String pendingId() {
    return pendingId;
  }
}
