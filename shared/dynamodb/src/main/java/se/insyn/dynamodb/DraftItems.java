package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import java.util.LinkedHashMap;
import java.util.Map;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.Draft;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items {@code DRAFT#<id>} of the table {@code citizens}. */
public final class DraftItems {

  public static final String PREFIX = "DRAFT#";

  private DraftItems() {}

  public static Map<String, AttributeValue> key(Citizen citizen, EventId id) {
    return CitizenItems.key(citizen, PREFIX + id.value());
  }

  public static Map<String, AttributeValue> item(Citizen citizen, Draft draft) {
    var item = new LinkedHashMap<>(key(citizen, draft.id()));
    item.put("body", text(Json.write(draft.members())));
    item.put("updatedAt", time(draft.updatedAt()));
    item.put("ttl", number(draft.expires().getEpochSecond()));
    return item;
  }

  /** The draft in an item, be it over. */
  public static Draft read(Map<String, AttributeValue> item) {
    return new Draft(
        new EventId(text(item, "item").substring(PREFIX.length())),
        time(item, "updatedAt"),
        Json.parseObject(text(item, "body")));
  }
}
