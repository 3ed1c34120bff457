package se.insyn.domain.people;

/** What became of a statement, or of any fact that comes with a version. */
public enum Verdict {
  /** Taken: it is newer than what was there. */
  APPLIED,
  /** The same version with the same content: nothing changes. */
  DUPLICATE,
  /** An older version: nothing that is shown changes. */
  STALE,
  /** The same version with other content. */
  CONFLICT;

  /** The version rule, without what protection adds to it. */
  public static Verdict of(long version, String hash, long storedVersion, String storedHash) {
    if (version > storedVersion) {
      return APPLIED;
    }
    if (version < storedVersion) {
      return STALE;
    }
    return hash.equals(storedHash) ? DUPLICATE : CONFLICT;
  }
}
