package se.insyn.domain.cases;

import java.util.List;

/** The cases themselves, for a viewer. */
public interface Cases {

  /** The cases in the order asked for; one that has gone since is left out. One batch of reads. */
  List<Case> all(List<VisibleCase> cases);
}
