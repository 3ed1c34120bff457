package se.insyn.caseworkerapi;

import java.util.Set;
import se.insyn.domain.cases.Source;
import se.insyn.http.Problem;

/** The caseworker system that calls: its name, the source it speaks for, what its token allows. */
record Caller(String client, Source source, Set<String> scopes) {

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
