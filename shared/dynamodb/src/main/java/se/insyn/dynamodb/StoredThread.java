package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.messages.Correspondent;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The item {@code THREAD#<t>} of the table {@code messages}: a thread of one person, as it is
 * stored or not there yet. It has its key {@code byActivity} while a message in it may be seen, so
 * that no list shows an empty one; {@code revision} is what a write holds it to.
 *
 * @param item null where there is none
 * @param isKnown false also for one whose case was erased since
 */
public record StoredThread(
    Citizen citizen, ThreadKey key, @Nullable Map<String, AttributeValue> item, boolean isKnown) {

  /** The most caseworkers that a thread has, and that a message tells as its readers. */
  public static final int MOST_CASEWORKERS = 100;

  static final String PREFIX = "THREAD#";
  private static final String REVISION = "revision";
  private static final String OPEN = "open";
  static final String BY_ACTIVITY = "byActivity";
  private static final String LAST_OUT = "lastOut";
  private static final String UNTOLD = "untold";

  public static Map<String, AttributeValue> key(Citizen citizen, ThreadKey key) {
    return Map.of("citizen", text(citizen.key()), "item", text(PREFIX + key.value()));
  }

  /** Whether this caseworker has written in it, or has it from a citizen, or may still join. */
  public boolean hasRoomFor(Correspondent caseworker) {
    AttributeValue with = item == null || !isKnown ? null : item.get("with");
    return with == null
        || with.m().size() < MOST_CASEWORKERS
        || with.m().containsKey(caseworker.caseworkerId());
  }

  /** The thread as it is, or as it begins. */
  public Map<String, AttributeValue> begun(CaseId caseId, String name, Instant now) {
    if (item != null && isKnown) {
      return new LinkedHashMap<>(item);
    }
    var begun = new LinkedHashMap<>(key(citizen, key));
    begun.put("caseId", text(caseId.value()));
    begun.put("name", text(name));
    begun.put("with", AttributeValue.fromM(Map.of()));
    begun.put(OPEN, number(0));
    begun.put("takenIn", Values.time(now));
    return begun;
  }

  /** When something happens in it now: after all that has, whatever the clock here says. */
  public Instant next(Instant now) {
    Instant last = item == null || !isKnown ? null : Values.time(item, "takenIn");
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    return last == null || at.isAfter(last) ? at : last.plusMillis(1);
  }

  /**
   * A message in it may be seen from now on.
   *
   * @param with the caseworkers who wrote it, or whom it is to
   * @param subject of the message that began the thread, which is the thread's
   */
  public static void open(
      Map<String, AttributeValue> thread,
      List<Correspondent> with,
      @Nullable String subject,
      Instant now) {
    thread.put(OPEN, number(number(thread, OPEN) + 1));
    thread.put("takenIn", Values.time(now));
    thread.put(BY_ACTIVITY, text(Values.sortable(now) + "#" + text(thread, "item")));
    if (subject != null) {
      thread.put("subject", text(subject));
    }
    AttributeValue already = thread.get("with");
    var all = new LinkedHashMap<>(already == null ? Map.of() : already.m());
    with.forEach(each -> all.put(each.caseworkerId(), text(each.name())));
    thread.put("with", AttributeValue.fromM(all));
  }

  /**
   * A name for what leaves by the outbox now: later than all that this thread has had, whatever the
   * clock of this instance says.
   */
  public static OutboxId nextOut(Map<String, AttributeValue> thread, Instant now) {
    Instant last = Values.optionalTime(thread, LAST_OUT);
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    at = last == null || at.isAfter(last) ? at : last.plusMillis(1);
    thread.put(LAST_OUT, Values.time(at));
    return OutboxId.of(at);
  }

  /**
   * What leaves now. The first of a thread that a citizen began has its subject, also where the one
   * that began it still waits for its files.
   */
  public static WaitingAct nextAct(Map<String, AttributeValue> thread, WaitingAct act) {
    AttributeValue subject = thread.remove(UNTOLD);
    return subject == null ? act : act.withSubject(subject.s());
  }

  /** The message that begins it does not leave yet, so nobody has been told its subject. */
  static void untold(Map<String, AttributeValue> thread, String subject) {
    thread.put(UNTOLD, text(subject));
  }

  /** The thread that a message stands in, by their keys. */
  public static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> message) {
    return key(new Citizen(text(message, "citizen")), threadOf(message));
  }

  /** The thread that a message stands in. */
  public static ThreadKey threadOf(Map<String, AttributeValue> message) {
    return new ThreadKey(text(message, "item").split("#", -1)[1]);
  }

  /** A thread in an item, for whoever may see that case. */
  static SeenThread seen(VisibleCase viewed, Map<String, AttributeValue> item) {
    return new SeenThread(
        viewed,
        new Citizen(text(item, "citizen")),
        new ThreadKey(text(item, "item").substring(PREFIX.length())),
        text(item, "name"),
        Values.optionalText(item, "subject"),
        with(item),
        Values.time(item, "takenIn"));
  }

  private static List<Correspondent> with(Map<String, AttributeValue> item) {
    AttributeValue with = item.get("with");
    if (with == null || !with.hasM()) {
      throw new Unreadable("with");
    }
    return with.m().entrySet().stream()
        .map(each -> new Correspondent(each.getKey(), each.getValue().s()))
        .sorted(Comparator.comparing(Correspondent::name))
        .toList();
  }

  /** A message in it may not be seen any more; the subject goes with the one that began it. */
  public static void close(Map<String, AttributeValue> thread, boolean began) {
    long open = number(thread, OPEN) - 1;
    thread.put(OPEN, number(open));
    if (open == 0) {
      thread.remove(BY_ACTIVITY);
    }
    if (began) {
      thread.remove("subject");
    }
  }

  /** As a write, on condition that nobody has written since it was read. */
  public TransactWriteItem put(Tables tables, Map<String, AttributeValue> changed) {
    long revision = item == null ? 0 : number(item, REVISION);
    var written = new LinkedHashMap<>(changed);
    written.put(REVISION, number(revision + 1));
    var put = Put.builder().tableName(tables.messages()).item(written);
    if (item == null) {
      put.conditionExpression("attribute_not_exists(citizen)");
    } else {
      put.conditionExpression("revision = :read")
          .expressionAttributeValues(Map.of(":read", number(revision)));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }
}
