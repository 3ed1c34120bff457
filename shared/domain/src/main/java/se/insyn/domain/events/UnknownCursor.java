package se.insyn.domain.events;

/** A cursor that we never gave out; becomes 400. */
public final class UnknownCursor extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownCursor() {
    super("unknown cursor", null, false, false);
  }
}
