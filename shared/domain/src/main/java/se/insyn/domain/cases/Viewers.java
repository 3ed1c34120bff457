package se.insyn.domain.cases;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;

/** Who may look at what, read from the table at this moment. */
public interface Viewers {

  /**
   * The viewer for a session of this citizen that began at {@code sessionBegan}. Absent when the
   * citizen is protected or unknown, sees no case, or has logged out since. At most one query and
   * one batch of reads.
   */
  Optional<Viewer> viewer(Citizen citizen, Instant sessionBegan, @Nullable Instant previousLogin);

  /**
   * The viewer for what is done on behalf of this citizen while nobody is logged in: what they
   * would see now. Nothing is new to it. Absent and read as above.
   */
  Optional<Viewer> withoutSession(Citizen citizen);
}
