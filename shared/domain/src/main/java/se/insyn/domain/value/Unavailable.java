package se.insyn.domain.value;

/** Something that is needed cannot be read or written just now; becomes 503, never an open door. */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unavailable(String what) {
    super(what);
  }

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
