package se.insyn.domain.events;

import java.net.URI;
import se.insyn.domain.cases.VisibleCase;

/** Filer: the bytes of documents that have been checked; no others are reached from here. */
public interface Files {

  /**
   * Where the viewer fetches a file during the next minute. Whoever has the address needs no login,
   * so it is made only for who may see the fact, and only when they ask for it.
   *
   * @param file the file that is served of the fact
   * @param title what the file is called where it is saved
   */
  URI address(VisibleCase viewed, EventId id, StoredFile file, String title);
}
