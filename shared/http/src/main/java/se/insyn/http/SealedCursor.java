package se.insyn.http;

import se.insyn.domain.events.UnknownCursor;
import se.insyn.domain.value.Unavailable;

/** A cursor that says nothing to whoever carries it, and opens only in the session it is from. */
final class SealedCursor {

  private SealedCursor() {}

  static String close(OpenSession session, String cursor) {
    return Seal.CURSOR.close(session.cookie(), cursor);
  }

  static String open(OpenSession session, String sealed) {
    try {
      return Seal.CURSOR.open(session.cookie(), sealed);
    } catch (Unavailable e) {
      throw new UnknownCursor();
    }
  }
}
