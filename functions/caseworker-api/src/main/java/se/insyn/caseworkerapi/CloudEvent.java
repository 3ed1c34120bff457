package se.insyn.caseworkerapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;

/**
 * The envelope of an event (CloudEvents 1.0). {@code members} is the whole event while it is read,
 * {@code data} the part of it that becomes a {@link Push}.
 */
record CloudEvent(
    String id,
    String source,
    String type,
    Members members,
    Members data,
    Map<String, @Nullable Object> raw) {

  private static final int LONGEST_ID = 256;

  /** Reads the envelope; what is wrong stays noted until the members are asked to refuse. */
  static CloudEvent read(Map<String, @Nullable Object> event) {
    Members members = Members.of(event, "");
    if (!members.text("specversion", 10).equals("1.0") && members.has("specversion")) {
      members.wrong("specversion", "must be 1.0");
    }
    String contentType = members.optionalText("datacontenttype", 100);
    if (contentType != null && !contentType.equals("application/json")) {
      members.wrong("datacontenttype", "must be application/json");
    }
    members.optionalInstant("time");
    members.optionalText("subject", LONGEST_ID);
    members.optionalText("dataschema", 1_000);
    return new CloudEvent(
        members.text("id", LONGEST_ID),
        members.text("source", 200),
        members.text("type", 200),
        members,
        members.object("data", Function.identity()),
        event.get("data") instanceof Map<?, ?> data ? Json.asObject(data) : new LinkedHashMap<>());
  }

  /** The event's id, as far as it has one that can be told back. */
  static @Nullable String idOf(@Nullable Object element) {
    return element instanceof Map<?, ?> map
            && map.get("id") instanceof String id
            && !id.isEmpty()
            && id.length() <= LONGEST_ID
        ? id
        : null;
  }

  /** The pointers of members that nobody asked for. */
  List<String> ignored() {
    return members.unknown();
  }
}
