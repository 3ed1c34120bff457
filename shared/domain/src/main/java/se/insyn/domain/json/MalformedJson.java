package se.insyn.domain.json;

/** Not JSON, or JSON that nobody sends by accident (too deep, a member twice); becomes 400. */
public final class MalformedJson extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedJson() {
    super("malformed JSON", null, false, false);
  }
}
