package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Exports in the table {@code citizens}: the item {@code EXPORT#<id>}, and {@code
 * HELD#<id>#<attempt>#<n>} for what the export holds, some facts in each.
 */
public final class ExportItems {

  public static final String PREFIX = "EXPORT#";

  /** So many facts of a case in one item: at most some 60 KB. */
  public static final int MOST_FACTS = 500;

  private ExportItems() {}

  public static Map<String, AttributeValue> key(Citizen citizen, String exportId) {
    return CitizenItems.key(citizen, PREFIX + exportId);
  }

  /** An export as it is ordered. */
  public static Map<String, AttributeValue> item(Citizen citizen, Export export) {
    var item = new LinkedHashMap<>(key(citizen, export.id()));
    item.put("state", text(export.state().code()));
    item.put("orderedAt", time(export.orderedAt()));
    item.put("ttl", expires(export));
    return item;
  }

  public static Export read(Map<String, AttributeValue> item) {
    String state = text(item, "state");
    for (Export.State each : Export.State.values()) {
      if (each.code().equals(state)) {
        return new Export(
            text(item, "item").substring(PREFIX.length()),
            each,
            time(item, "orderedAt"),
            each == Export.State.READY
                ? new Export.Content(
                    text(item, "place"), number(item, "attempt"), number(item, "parts"))
                : null);
      }
    }
    throw new Unreadable("state");
  }

  /** What changes of an export when it has been built. */
  public static Map<String, AttributeValue> ready(Export.Content content) {
    return Map.of(
        "state", text(Export.State.READY.code()),
        "place", text(content.place()),
        "attempt", number(content.attempt()),
        "parts", number(content.parts()));
  }

  /** What changes when it never will be. */
  public static Map<String, AttributeValue> failed() {
    return Map.of("state", text(Export.State.FAILED.code()));
  }

  /** What the items begin with that say what this attempt put into the export. */
  static String heldPrefix(String exportId, long attempt) {
    return heldPrefix(exportId) + attempt + "#";
  }

  /** What those of all attempts begin with. */
  public static String heldPrefix(String exportId) {
    return "HELD#" + exportId + "#";
  }

  public static Map<String, AttributeValue> held(
      Citizen citizen, Export export, long attempt, int part, Held held) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("citizen", text(citizen.key()));
    item.put("item", text(heldPrefix(export.id(), attempt) + "%05d".formatted(part)));
    item.put("case", text(held.caseId().value()));
    item.put("look", text(held.look()));
    var facts = new LinkedHashMap<String, AttributeValue>();
    held.facts().forEach((id, takenIn) -> facts.put(id.value(), text(takenIn.toString())));
    item.put("facts", AttributeValue.fromM(facts));
    item.put("ttl", expires(export));
    return item;
  }

  public static Held readHeld(Map<String, AttributeValue> item) {
    var facts = new HashMap<EventId, Instant>();
    AttributeValue stored = item.get("facts");
    if (stored == null || !stored.hasM()) {
      throw new Unreadable("facts");
    }
    stored.m().forEach((id, takenIn) -> facts.put(new EventId(id), Instant.parse(takenIn.s())));
    return new Held(new CaseId(text(item, "case")), text(item, "look"), facts);
  }

  private static AttributeValue expires(Export export) {
    return number(export.orderedAt().plus(Export.LIFETIME).getEpochSecond());
  }
}
