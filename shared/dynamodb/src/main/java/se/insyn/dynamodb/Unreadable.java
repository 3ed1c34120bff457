package se.insyn.dynamodb;

/** A stored item that is not as we write them: whoever reads it treats it as closed. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreadable(String what) {
    super(what);
  }

  Unreadable(String what, Throwable cause) {
    super(what, cause);
  }
}
