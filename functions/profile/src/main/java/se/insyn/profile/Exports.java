package se.insyn.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;

/** Utdrag that the viewer has ordered. */
interface Exports {

  /**
   * Orders one. While one is being built, that one is it.
   *
   * @return empty when the day's orders are used up
   */
  Optional<Export> order(Viewer viewer, Instant now);

  /** The viewer's own export with this id; also one that is over. */
  Optional<Export> find(Viewer viewer, String id);

  /** What a built export holds, all of it; empty when that cannot be said any more. */
  Optional<List<Held>> held(Viewer viewer, Export export, Export.Content content);

  /** The viewer gets an address from which it can be fetched; to be called last. */
  void opened(Viewer viewer, Export export, Instant at);
}
