package se.insyn.caseworkerapi;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.value.Unavailable;
import se.insyn.http.Call;
import se.insyn.http.Problem;

/** Where caseworker systems push what has happened: one CloudEvent, or up to 100 in an array. */
@Controller("/caseworker/v1/updates")
final class UpdatesController {

  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int LARGEST_BODY = 1024 * 1024;
  private static final int MOST_EVENTS = 100;

  private final Updates updates;
  private final BatchOfUpdates batches;
  private final DynamoRateLimit limit;

  UpdatesController(Updates updates, BatchOfUpdates batches, DynamoRateLimit limit) {
    this.limit = limit;
    this.updates = updates;
    this.batches = batches;
  }

  @Post(consumes = MediaType.ALL)
  Map<String, Object> push(Caller caller, Call call) {
    caller.require(Caller.UPDATES);
    String type = call.mediaType();
    if (!type.equals(ONE) && !type.equals(BATCH)) {
      throw Problem.unsupportedType("An event is " + ONE + ", several are " + BATCH + ".");
    }
    byte[] body = call.body(LARGEST_BODY);
    boolean dryRun = call.query().read(query -> query.flag("dryRun"));
    Object json = Json.parse(body);
    return type.equals(ONE) ? one(caller, json, dryRun) : several(caller, json, dryRun, call);
  }

  private Map<String, Object> one(Caller caller, @Nullable Object json, boolean dryRun) {
    if (json instanceof Map<?, ?> event) {
      Map<String, @Nullable Object> read = Json.asObject(event);
      RuntimeException refusal = limit(caller, List.of(event));
      if (refusal != null) {
        updates.takeProtections(caller.source(), read, dryRun);
        throw refusal;
      }
      return updates.take(caller.source(), read, dryRun);
    }
    throw Problem.malformed("The body must be one event, an object.");
  }

  private Map<String, Object> several(
      Caller caller, @Nullable Object json, boolean dryRun, Call call) {
    if (!(json instanceof List<?> events)) {
      throw Problem.malformed("The body must be an array of events.");
    }
    if (events.size() > MOST_EVENTS) {
      throw Problem.tooLarge("A batch has at most " + MOST_EVENTS + " events.");
    }
    return Map.of(
        "results",
        batches.take(caller.source(), events, dryRun, call.traceId(), limit(caller, events)));
  }

  /** What all but the protections among these are refused for; null when they are taken. */
  private @Nullable RuntimeException limit(Caller caller, List<?> events) {
    try {
      return limit.refusal(
          caller, (int) events.stream().filter(each -> !Updates.isNeverLimited(each)).count());
    } catch (Unavailable e) {
      return e;
    }
  }
}
