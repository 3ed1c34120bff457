package se.insyn.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.Shown;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Somebody who may see a fact, as they stood in its case when the version was taken in. Ids and
 * roles may change hands later; what was meant for one adult never becomes the other's by that.
 *
 * @param personId what the source called them
 * @param since when the fact was first open to them, in epoch milliseconds; {@link
 *     EventItems#NOT_YET} while it was not
 */
public record Reader(Citizen citizen, String personId, boolean isCoApplicant, long since) {

  private static final String READERS = "readers";

  /** Who somebody was in the case then. */
  public record Then(String personId, boolean isCoApplicant) {}

  /** The attributes of an item with these readers. */
  static Map<String, AttributeValue> attributes(List<Reader> readers) {
    var audience = new LinkedHashMap<String, Long>();
    var then = new Shown();
    for (Reader reader : readers) {
      audience.put(reader.citizen.key(), reader.since);
      then.put(
          reader.citizen.key(),
          new Shown().put("id", reader.personId).put("coApplicant", reader.isCoApplicant));
    }
    return Map.of(
        "audience", Values.numbers(audience), READERS, Values.text(Json.write(then.members())));
  }

  /** Everybody who may see the fact in an item, by who they were then. */
  public static Map<Citizen, Then> of(Map<String, AttributeValue> item) {
    var readers = new LinkedHashMap<Citizen, Then>();
    Json.parseObject(Values.text(item, READERS))
        .forEach((citizen, then) -> readers.put(new Citizen(citizen), then(then)));
    return readers;
  }

  /**
   * Who the viewer was in their case when the fact came.
   *
   * @throws Unreadable when the item does not say
   */
  static Then then(VisibleCase viewed, Map<String, AttributeValue> item) {
    Then then = viewed.mine(of(item));
    if (then == null) {
      throw new Unreadable(READERS);
    }
    return then;
  }

  private static Then then(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new Unreadable(READERS);
    }
    Members members = Members.of(Json.asObject(map), "");
    var then = new Then(members.id("id"), members.flag("coApplicant", false));
    members.refuseIfWrong();
    return then;
  }
}
