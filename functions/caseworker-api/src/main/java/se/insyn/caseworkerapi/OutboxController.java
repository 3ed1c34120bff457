package se.insyn.caseworkerapi;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.Shown;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.outbox.OutboxEntry;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.http.Call;
import se.insyn.http.Problem;
import se.insyn.s3.AttachmentKey;

/**
 * Utkorg: what citizens did, fetched by the system that it is for and acknowledged one by one. What
 * was not acknowledged comes again.
 */
@Controller("/caseworker/v1/outbox")
final class OutboxController {

  private static final int USUAL_LIMIT = 20;

  private final DynamoOutbox outbox;
  private final S3OutboxFiles files;
  private final DynamoRateLimit limit;
  private final String source;

  /** The portal's own address is what CloudEvents calls the source of what it sends. */
  OutboxController(
      DynamoOutbox outbox,
      S3OutboxFiles files,
      DynamoRateLimit limit,
      @Property(name = "public.origin") String publicOrigin) {
    this.outbox = outbox;
    this.files = files;
    this.limit = limit;
    this.source = publicOrigin;
  }

  @Get
  HttpResponse<byte[]> oldest(Caller caller, Call call) {
    caller.require(Caller.OUTBOX);
    int most = call.query().read(query -> query.limit(USUAL_LIMIT));
    limit.count(caller, 1);
    List<Map<String, Object>> events =
        outbox.oldest(caller.source(), most).stream().map(this::event).toList();
    return HttpResponse.ok(Json.write(events).getBytes(StandardCharsets.UTF_8))
        .header("Content-Type", "application/cloudevents-batch+json");
  }

  /** The same answer whether it was there, is gone already, or is another source's. */
  @Delete("/{id}")
  HttpResponse<?> acknowledge(Caller caller, Call call, String id) {
    caller.require(Caller.OUTBOX);
    call.query().read(query -> id);
    OutboxId entry = OutboxId.parse(id).orElseThrow(Problem::notFound);
    limit.count(caller, 1);
    outbox.acknowledge(caller.source(), entry);
    return HttpResponse.noContent();
  }

  private Map<String, Object> event(OutboxEntry entry) {
    return new Shown()
        .put("specversion", "1.0")
        .put("id", entry.id().value())
        .put("source", source)
        .put("type", "se.insyn." + entry.type() + ".v1")
        .put("time", entry.id().time())
        .put("datacontenttype", "application/json")
        .put("data", data(entry))
        .members();
  }

  private Map<String, @Nullable Object> data(OutboxEntry entry) {
    var data = new LinkedHashMap<String, @Nullable Object>(entry.data());
    if (data.get("attachments") instanceof List<?> attachments) {
      data.put("attachments", attachments.stream().map(this::fetchable).toList());
    }
    return data;
  }

  private @Nullable Object fetchable(@Nullable Object attachment) {
    if (!(attachment instanceof Map<?, ?> map
        && map.get("id") instanceof String id
        && map.get("sha256") instanceof String sha256)) {
      return attachment;
    }
    var fetchable = new LinkedHashMap<String, @Nullable Object>(Json.asObject(map));
    fetchable.put("url", files.address(new AttachmentKey(new AttachmentId(id), sha256)));
    return fetchable;
  }
}
