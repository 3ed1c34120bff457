package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.numbers;
import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvent;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items {@code EVENT#<id>} of the table {@code cases}: the facts. */
public final class EventItems {

  public static final String PREFIX = "EVENT#";

  /** What a list shows may take this much, so that a page of lines is one read of few units. */
  public static final int LONGEST_LINE = 2_048;

  /** When its system turned out not to have the fact any more; there only while that is so. */
  public static final String MISSED = "missedAsOf";

  /** When its system had this version: when it was taken in, or the time of its snapshot. */
  public static final String TAKEN_IN = "takenIn";

  /** In the place of a time: named in an audience, but the fact was never open to them. */
  public static final long NOT_YET = 0;

  private EventItems() {}

  public static Map<String, AttributeValue> key(CaseId caseId, EventId id) {
    return Map.of("caseId", text(caseId.value()), "item", text(PREFIX + id.value()));
  }

  /**
   * What a list shows of a fact, as it is stored; what is only for one person is for the human who
   * they are now.
   */
  private static String line(CaseEvent event, Instant takenIn, Map<Citizen, Reader.Then> readers) {
    var onlyFor = new Shown();
    readers.forEach(
        (citizen, then) -> onlyFor.put(citizen.key(), event.listedOnlyFor().get(then.personId())));
    return Json.write(
        new Shown()
            .put("id", event.fact().id())
            .put("kind", event.kind())
            .put("date", event.fact().date())
            .put("registeredAt", event.fact().registeredAt())
            .put("title", event.title())
            .put("status", event.status())
            .put("amountOre", event.amount())
            .put("updatedAt", takenIn)
            .put("listed", event.listed())
            .put("listedOnlyFor", onlyFor.members().isEmpty() ? null : onlyFor)
            .members());
  }

  /**
   * A fact as an item.
   *
   * @param readers who may see it
   * @param body the known members as they came
   * @param file how far its file has come, null where the fact has none
   */
  public static Map<String, AttributeValue> item(
      CaseId caseId,
      CaseEvent event,
      String hash,
      List<Reader> readers,
      Map<String, Object> body,
      Instant takenIn,
      @Nullable FileProgress file) {
    var item = new LinkedHashMap<>(key(caseId, event.fact().id()));
    item.put("kind", text(event.kind().code()));
    item.put("version", number(event.fact().version()));
    item.put("hash", text(hash));
    item.put("visible", Values.flag(event.fact().visible()));
    item.put("retracted", Values.flag(event.fact().retracted()));
    item.putAll(Reader.attributes(readers));
    item.put("body", text(Json.write(body)));
    item.put("line", text(line(event, takenIn, Reader.of(item))));
    item.put("updatedAt", Values.time(takenIn));
    item.put(TAKEN_IN, Values.time(takenIn));
    if (file != null) {
      item.putAll(file.attributes());
    }
    IndexKeys.of(event, file != null && file.isServed())
        .forEach((index, key) -> item.put(index, text(key)));
    return item;
  }

  /**
   * What stays of a fact for good, so that an old push of it is still known as one.
   *
   * @param kind null when none was known
   */
  public static Map<String, AttributeValue> tombstone(
      CaseId caseId, EventId id, @Nullable String kind, long version, String hash) {
    var item = new LinkedHashMap<>(key(caseId, id));
    if (kind != null) {
      item.put("kind", text(kind));
    }
    item.put("version", number(version));
    item.put("hash", text(hash));
    item.put("erased", Values.flag(true));
    return item;
  }

  /** Whether only the tombstone is left, or will be: the fact was erased, or its case since. */
  public static boolean isErased(Map<String, AttributeValue> item, @Nullable Instant caseErasedAt) {
    return item.containsKey("erased")
        || (caseErasedAt != null && !Values.time(item, "updatedAt").isAfter(caseErasedAt));
  }

  /**
   * What changes of a stored fact when the file that its newest version announced turns out to be
   * good: from now on that one is served. The fact opens unless its system no longer has it.
   */
  static Map<String, AttributeValue> checked(Map<String, AttributeValue> item, Instant now) {
    CaseEvent event = newest(item);
    StoredFile file = event.file();
    if (file == null) {
      throw new Unreadable("file");
    }
    var changes =
        new LinkedHashMap<>(new FileProgress(FileState.OK, file, true, null).attributes());
    if (!item.containsKey(MISSED)) {
      changes.putAll(opened(item, event, true, now));
    }
    return changes;
  }

  /** What changes of a stored fact when its system has it after all, which was said not to. */
  static Map<String, AttributeValue> found(Map<String, AttributeValue> item, Instant now) {
    CaseEvent event = newest(item);
    boolean isChecked = event.file() != null && FileProgress.of(item).state() == FileState.OK;
    return opened(item, event, isChecked, now);
  }

  /**
   * Who did not see the fact before does so from now on; nothing for one that is not to be seen.
   */
  private static Map<String, AttributeValue> opened(
      Map<String, AttributeValue> item, CaseEvent event, boolean fileIsChecked, Instant now) {
    var changes = new LinkedHashMap<String, AttributeValue>();
    IndexKeys.of(event, fileIsChecked).forEach((index, key) -> changes.put(index, text(key)));
    if (!changes.isEmpty()) {
      Instant before = Values.time(item, "updatedAt");
      Instant at = now.isBefore(before) ? before : now; // whatever this instance's clock says
      Map<String, Long> audience = numbers(item, "audience");
      audience.replaceAll((citizen, since) -> since == NOT_YET ? at.toEpochMilli() : since);
      changes.put("audience", numbers(audience));
      changes.put("line", text(line(event, at, Reader.of(item))));
      changes.put("updatedAt", Values.time(at));
    }
    return changes;
  }

  /** The record of the newest version in an item that is not erased, whoever may see it. */
  public static CaseEvent newest(Map<String, AttributeValue> item) {
    return read(item, Json.parseObject(text(item, "body")));
  }

  /** The fact in an item for the viewer of its line, as who they were when it was taken in. */
  static SeenEvent seen(Line line, Map<String, AttributeValue> item) {
    Reader.Then then = Reader.then(line.viewed(), item);
    return new SeenEvent(line.as(then.personId()), event(item), then.isCoApplicant());
  }

  /** The record in an item, as it may be seen: of the newest version, with the file it serves. */
  public static CaseEvent event(Map<String, AttributeValue> item) {
    Map<String, @Nullable Object> body = Json.parseObject(text(item, "body"));
    if (body.get("file") != null) {
      StoredFile served = FileProgress.of(item).checked();
      body.put("file", served == null ? null : served.shown().members());
    }
    return read(item, body);
  }

  private static CaseEvent read(
      Map<String, AttributeValue> item, Map<String, @Nullable Object> body) {
    Kind kind = Kind.of(text(item, "kind")).orElseThrow(() -> new Unreadable("kind"));
    return kind.read(Members.of(body, ""));
  }

  /** Whether an item may be seen at all: only then does it have its key by kind. */
  public static boolean isOpen(Map<String, AttributeValue> item) {
    return optionalText(item, IndexKeys.BY_KIND) != null;
  }

  /**
   * The line of an item for this viewer; null when they are not in its audience or it never was
   * open to them, and when the case no longer keeps it.
   */
  static @Nullable Line line(VisibleCase viewed, Map<String, AttributeValue> item) {
    var audience = new LinkedHashMap<Citizen, Long>();
    numbers(item, "audience").forEach((key, since) -> audience.put(new Citizen(key), since));
    Long since = viewed.mine(audience);
    if (since == null || since == NOT_YET) {
      return null;
    }
    Map<String, @Nullable Object> stored = Json.parseObject(text(item, "line"));
    Members members = Members.of(stored, "");
    var line =
        new Line(
            viewed,
            new EventId(members.id("id")),
            members.code("kind", Kind.class),
            members.date("date"),
            members.optionalInstant("registeredAt"),
            stored.get("title") instanceof String title ? title : "",
            members.optionalText("status", 100),
            members.optionalWhole("amountOre", Long.MIN_VALUE, Long.MAX_VALUE),
            listed(viewed, stored),
            Instant.ofEpochMilli(since),
            members.instant("updatedAt"));
    members.refuseIfWrong();
    return viewed.keeps(line.kind(), line.updatedAt()) ? line : null;
  }

  /** What the kind's own list shows to this viewer: what is for all, and what is theirs alone. */
  private static Map<String, Object> listed(
      VisibleCase viewed, Map<String, @Nullable Object> stored) {
    var listed = new LinkedHashMap<String, Object>();
    add(listed, stored.get("listed"));
    if (stored.get("listedOnlyFor") instanceof Map<?, ?> only) {
      var mine = new LinkedHashMap<Citizen, Object>();
      only.forEach((citizen, members) -> mine.put(new Citizen((String) citizen), members));
      add(listed, viewed.mine(mine));
    }
    return listed;
  }

  private static void add(Map<String, Object> listed, @Nullable Object stored) {
    if (stored instanceof Map<?, ?> map) {
      Json.asObject(map)
          .forEach(
              (name, value) -> {
                if (value != null) {
                  listed.put(name, value);
                }
              });
    }
  }
}
