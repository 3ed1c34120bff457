package se.insyn.caseworkerapi;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import se.insyn.domain.events.Shown;
import se.insyn.http.Problem;

/** What is said of one of several when it is not taken and the others stand. */
final class Rejections {

  private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

  private Rejections() {}

  /** The members {@code result} and {@code problem}; the log says why. */
  static Map<String, Object> of(RuntimeException refusal, String traceId) {
    Problem problem = Problem.from(refusal);
    problem.in(LOG.atLevel(problem.status() >= 500 ? Level.ERROR : Level.INFO)).log("rejected");
    return new Shown()
        .put("result", "rejected")
        .put("problem", problem.document(traceId))
        .members();
  }
}
