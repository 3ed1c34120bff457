package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.messages.Correspondent;
import se.insyn.domain.messages.ThreadKey;
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

  static final String PREFIX = "THREAD#";
  private static final String REVISION = "revision";
  private static final String OPEN = "open";
  private static final String BY_ACTIVITY = "byActivity";

  static Map<String, AttributeValue> key(Citizen citizen, ThreadKey key) {
    return Map.of("citizen", text(citizen.key()), "item", text(PREFIX + key.value()));
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

  /**
   * A message in it may be seen from now on.
   *
   * @param subject of the message that began the thread, which is the thread's
   */
  public static void open(
      Map<String, AttributeValue> thread,
      Correspondent from,
      @Nullable String subject,
      Instant now) {
    thread.put(OPEN, number(number(thread, OPEN) + 1));
    thread.put("takenIn", Values.time(now));
    thread.put(BY_ACTIVITY, text(Values.sortable(now) + "#" + text(thread, "item")));
    if (subject != null) {
      thread.put("subject", text(subject));
    }
    AttributeValue already = thread.get("with");
    var with = new LinkedHashMap<>(already == null ? Map.of() : already.m());
    with.put(from.caseworkerId(), text(from.name()));
    thread.put("with", AttributeValue.fromM(with));
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
