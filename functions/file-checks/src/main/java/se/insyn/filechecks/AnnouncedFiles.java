package se.insyn.filechecks;

import java.util.Optional;
import se.insyn.domain.events.StoredFile;
import se.insyn.s3.FilePlace;

/**
 * Files that somebody has announced. What is said of one is one transaction; what was said before,
 * or of bytes that nobody waits for, changes nothing.
 */
interface AnnouncedFiles<P extends FilePlace> {

  /**
   * What became of good bytes.
   *
   * @param isServed whether they are what is served now
   * @param replaced what was served before
   */
  record Opening(boolean isServed, Optional<StoredFile> replaced) {}

  /** What is announced in this place, while nothing has been said of it yet. */
  Optional<StoredFile> wanted(P place);

  /** Its bytes are there; nobody has looked at them. */
  void arrived(P place);

  /** It is good: it is served from now on. */
  Opening open(P place);

  /**
   * It is not taken.
   *
   * @return whether nothing had been said of it before
   */
  boolean refuse(P place, Refusal why);

  /**
   * There is malware in it: it is not taken, and no longer served if it was.
   *
   * @return what was served until now
   */
  Optional<StoredFile> condemn(P place);
}
