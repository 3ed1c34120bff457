package se.insyn.caseworkerapi;

import java.util.Set;
import se.insyn.domain.cases.Source;
import se.insyn.http.Problem;

/** The caseworker system that calls: the source it speaks for and what its token allows. */
record Caller(Source source, Set<String> scopes) {

  static final String UPDATES = "updates";
  static final String OUTBOX = "outbox";

  Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Refuses a caller whose token is not for this. */
  void require(String scope) {
    if (!scopes.contains(scope)) {
      throw Problem.forbidden("scope");
    }
  }
}
