package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.http.Problem;

/**
 * Takes a batch: what is said about protection first, then the rest, the events of one case one
 * after the other and different cases side by side. Each event stands for itself; one that is
 * refused does not touch the others.
 */
@Singleton
final class BatchOfUpdates {

  private static final Logger LOG = LoggerFactory.getLogger(BatchOfUpdates.class);
  private static final int SIDE_BY_SIDE = 8;

  private final Updates updates;

  BatchOfUpdates(Updates updates) {
    this.updates = updates;
  }

  /** The answers, in the order of the events. */
  List<Map<String, Object>> take(Source source, List<?> events, boolean dryRun, String traceId) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // generic arrays have no other way
    Map<String, Object>[] results = new Map[events.size()];
    var rest = new LinkedHashMap<Object, List<Integer>>();
    for (int i = 0; i < events.size(); i++) {
      if (isProtection(events.get(i))) {
        results[i] = one(source, events.get(i), dryRun, traceId);
      } else {
        rest.computeIfAbsent(Updates.sequence(source, events.get(i)), first -> new ArrayList<>())
            .add(i);
      }
    }
    Map<String, String> context = MDC.getCopyOfContextMap();
    var places = new Semaphore(SIDE_BY_SIDE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<Integer> sequence : rest.values()) {
        threads.execute(
            () -> {
              places.acquireUninterruptibly();
              try {
                if (context != null) {
                  MDC.setContextMap(context);
                }
                sequence.forEach(i -> results[i] = one(source, events.get(i), dryRun, traceId));
              } finally {
                MDC.clear();
                places.release();
              }
            });
      }
    }
    return Arrays.asList(results);
  }

  private static boolean isProtection(@Nullable Object element) {
    return element instanceof Map<?, ?> event && Updates.isProtection(event.get("type"));
  }

  private Map<String, Object> one(
      Source source, @Nullable Object element, boolean dryRun, String traceId) {
    try {
      if (!(element instanceof Map<?, ?> event)) {
        throw new InvalidMembers("", "must be an object");
      }
      return updates.take(source, Json.asObject(event), dryRun);
    } catch (RuntimeException e) {
      Problem problem = Problem.from(e);
      LOG.atLevel(
              problem.status() >= 500 ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.INFO)
          .addKeyValue("reason", problem.reason())
          .addKeyValue("status", problem.status())
          .setCause(problem.getCause())
          .log("rejected");
      var rejected = new LinkedHashMap<String, Object>();
      rejected.put("id", CloudEvent.idOf(element));
      rejected.put("result", "rejected");
      rejected.put("problem", problem.document(traceId));
      return rejected;
    } finally {
      LogContext.remove();
    }
  }
}
