package se.insyn.caseworkerapi;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.Upload;
import se.insyn.domain.people.Verdict;

/** What became of a push, and how to hand over the file that it announces, if it is waited for. */
record Taken(Verdict verdict, @Nullable Upload upload) {

  static Taken of(Verdict verdict) {
    return new Taken(verdict, null);
  }
}
