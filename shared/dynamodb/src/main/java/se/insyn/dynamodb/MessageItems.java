package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.messages.About;
import se.insyn.domain.messages.Correspondent;
import se.insyn.domain.messages.SeenAttachment;
import se.insyn.domain.messages.SeenMessage;
import se.insyn.domain.messages.SeenMessage.Reading;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items {@code MESSAGE#<t>#<id>} of the table {@code messages}, as far as they are shown: those
 * of caseworkers have {@code from}, those of the citizen have not.
 */
final class MessageItems {

  /** In {@code readBy}: the person in whose partition the message lies. */
  static final String CITIZEN = "citizen";

  private static final String CASEWORKER = "caseworker#";

  private MessageItems() {}

  /** What a caseworker is called in {@code readBy}: a citizen may have an id that they have too. */
  static String reader(Correspondent reader) {
    return CASEWORKER + reader.caseworkerId();
  }

  /** A message in full. */
  static SeenMessage seen(Map<String, AttributeValue> item) {
    String from = optionalText(item, "from");
    return new SeenMessage(
        id(item),
        from == null ? null : correspondent(from),
        time(item, "sentAt"),
        time(item, "takenIn"),
        text(item, "text"),
        about(optionalText(item, "about")),
        attachments(text(item, "attachments")),
        readBy(item),
        delivery(item));
  }

  static EventId id(Map<String, AttributeValue> item) {
    String name = text(item, "item");
    return new EventId(name.substring(name.lastIndexOf('#') + 1));
  }

  static Correspondent correspondent(String json) {
    Members from = Members.of(Json.parseObject(json), "");
    var correspondent = new Correspondent(from.text("caseworkerId", 64), from.text("name", 200));
    from.refuseIfWrong();
    return correspondent;
  }

  private static @Nullable About about(@Nullable String json) {
    if (json == null) {
      return null;
    }
    Members members = Members.of(Json.parseObject(json), "");
    var about =
        new About(new EventId(members.text("eventId", 64)), members.optionalText("row", 64));
    members.refuseIfWrong();
    return about;
  }

  private static SeenMessage.@Nullable Delivery delivery(Map<String, AttributeValue> item) {
    if (item.containsKey(WaitingAct.WAITING)) {
      return SeenMessage.Delivery.WAITING;
    }
    return item.containsKey(WaitingAct.STOPPED) ? SeenMessage.Delivery.STOPPED : null;
  }

  static List<SeenAttachment> attachments(String json) {
    if (Json.parse(json) instanceof List<?> list) {
      return list.stream().map(MessageItems::attachment).toList();
    }
    throw new Unreadable("attachments");
  }

  /** Those of caseworkers have no state: they are all good, or the message is not shown. */
  private static SeenAttachment attachment(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new Unreadable("attachment");
    }
    if (!map.containsKey("state")) {
      return new SeenAttachment(AttachmentProgress.announced(map), SeenAttachment.State.OK);
    }
    return AttachmentProgress.read(map).seen();
  }

  private static List<Reading> readBy(Map<String, AttributeValue> item) {
    AttributeValue readBy = item.get(StoredMessage.READ_BY);
    if (readBy == null || !readBy.hasM()) {
      throw new Unreadable("readBy");
    }
    return readBy.m().entrySet().stream()
        .map(each -> reading(each.getKey(), each.getValue().m()))
        .sorted(Comparator.comparing(Reading::at))
        .toList();
  }

  private static Reading reading(String reader, Map<String, AttributeValue> receipt) {
    Instant at = Instant.parse(text(receipt, "at"));
    return reader.equals(CITIZEN)
        ? new Reading(null, at)
        : new Reading(
            new Correspondent(reader.substring(CASEWORKER.length()), text(receipt, "name")), at);
  }
}
