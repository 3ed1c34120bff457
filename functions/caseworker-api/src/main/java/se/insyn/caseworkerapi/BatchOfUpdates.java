package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;

/**
 * Takes a batch: what is said about protection first, then the rest, the events of one case one
 * after the other and different cases side by side. Each event stands for itself; one that is
 * refused does not touch the others.
 */
@Singleton
final class BatchOfUpdates {

  private final Updates updates;

  BatchOfUpdates(Updates updates) {
    this.updates = updates;
  }

  /**
   * The answers, in the order of the events.
   *
   * @param refusal of everything that is not about protection; null = they are taken
   */
  List<Map<String, Object>> take(
      Source source,
      List<?> events,
      boolean dryRun,
      String traceId,
      @Nullable RuntimeException refusal) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // generic arrays have no other way
    Map<String, Object>[] results = new Map[events.size()];
    var rest = new LinkedHashMap<Object, List<Integer>>();
    for (int i = 0; i < events.size(); i++) {
      if (isProtection(events.get(i))) {
        results[i] = one(source, events.get(i), dryRun, traceId);
      } else if (refusal != null && !Updates.isNeverLimited(events.get(i))) {
        results[i] = rejected(events.get(i), refusal, traceId);
      } else {
        rest.computeIfAbsent(Updates.sequence(source, events.get(i)), first -> new ArrayList<>())
            .add(i);
      }
    }
    SideBySide.run(
        rest.values().stream()
            .<Runnable>map(
                sequence ->
                    () ->
                        sequence.forEach(
                            i -> results[i] = one(source, events.get(i), dryRun, traceId)))
            .toList());
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
      return rejected(element, e, traceId);
    } finally {
      LogContext.remove();
    }
  }

  private static Map<String, Object> rejected(
      @Nullable Object element, RuntimeException refusal, String traceId) {
    var rejected = new LinkedHashMap<String, Object>();
    rejected.put("id", CloudEvent.idOf(element));
    rejected.putAll(Rejections.of(refusal, traceId));
    return rejected;
  }
}
