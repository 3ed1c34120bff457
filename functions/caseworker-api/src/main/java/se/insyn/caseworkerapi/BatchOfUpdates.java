package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.lambda.log.SideBySide;

/**
 * Takes a batch: what is said about protection first, then the rest, the events of one case one
 * after the other and different cases side by side. Each event stands for itself; one that is
 * refused does not touch the others. Only that all protections are pushed comes last, and is not
 * taken where a protection or a case was refused: it would not be true.
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
    var completions = new ArrayList<Integer>();
    for (int i = 0; i < events.size(); i++) {
      if (Updates.isProtection(events.get(i))) {
        results[i] = one(source, events.get(i), dryRun, traceId);
      } else if (Updates.isComplete(events.get(i))) {
        completions.add(i);
      } else if (refusal != null) {
        results[i] = limited(source, events.get(i), dryRun, traceId, refusal);
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
    boolean isAllKnown =
        IntStream.range(0, events.size())
            .filter(i -> Updates.isProtection(events.get(i)) || Updates.isCase(events.get(i)))
            .noneMatch(i -> "rejected".equals(results[i].get("result")));
    for (int i : completions) {
      results[i] =
          isAllKnown
              ? one(source, events.get(i), dryRun, traceId)
              : rejected(events.get(i), Problems.incompleteProtections(), traceId);
    }
    return Arrays.asList(results);
  }

  /** Refused, but for what it says of protection. */
  private Map<String, Object> limited(
      Source source,
      @Nullable Object element,
      boolean dryRun,
      String traceId,
      RuntimeException refusal) {
    try {
      if (element instanceof Map<?, ?> event) {
        updates.takeProtections(source, Json.asObject(event), dryRun);
      }
      return rejected(element, refusal, traceId);
    } catch (RuntimeException e) {
      return rejected(element, e, traceId);
    }
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
