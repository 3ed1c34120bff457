package se.insyn.domain.events;

import se.insyn.domain.cases.CaseId;

/** Uppladdningar: how caseworker systems hand over the bytes of a file that they have announced. */
public interface Uploads {

  /** A fresh one, for exactly these bytes, at the place where they wait to be checked. */
  Upload of(CaseId caseId, EventId id, StoredFile file);
}
