package se.insyn.http;

import se.insyn.domain.events.UnknownCursor;
import se.insyn.domain.value.Page;
import se.insyn.domain.value.Unavailable;

/** A cursor that says nothing to whoever carries it, and opens only in the session it is from. */
public final class SealedCursor {

  private SealedCursor() {}

  /** A page with the cursor as it leaves. */
  public static <T> Page<T> close(OpenSession session, Page<T> page) {
    String next = page.next();
    return new Page<>(page.items(), next == null ? null : close(session, next));
  }

  /** The cursor as it leaves. */
  public static String close(OpenSession session, String cursor) {
    return Seal.CURSOR.close(session.cookie(), cursor);
  }

  /**
   * The cursor again.
   *
   * @throws UnknownCursor when this session did not get it from us
   */
  public static String open(OpenSession session, String sealed) {
    try {
      return Seal.CURSOR.open(session.cookie(), sealed);
    } catch (Unavailable e) {
      throw new UnknownCursor();
    }
  }
}
