package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What is left to do, in the table {@code systems} under a source that no system can have. A task
 * is written in the transaction of what causes it, and is due when the time in its key has come.
 */
public final class TaskItems {

  public static final String SOURCE = "upkeep";

  public static final String EXPORT = "EXPORT";
  public static final String ERASE = "ERASE";
  public static final String CLOSED = "CLOSED";
  public static final String RECONCILE = "RECONCILE";
  public static final String FORGET = "FORGET";

  private TaskItems() {}

  /** Build this citizen's export. */
  public static TransactWriteItem export(
      Tables tables, Instant at, Citizen citizen, String exportId) {
    var task = item(EXPORT + "#" + Values.sortable(at) + "#" + exportId);
    task.put("citizen", text(citizen.key()));
    task.put("export", text(exportId));
    return put(tables, task);
  }

  /**
   * Remove what is left of an erased fact, or of a whole erased case.
   *
   * @param at what was taken in later is left alone
   * @param filesUntil and so are files that were put there later
   * @param id null = the whole case
   * @param readers who could see it, under every number they have had
   */
  public static TransactWriteItem erase(
      Tables tables,
      Instant at,
      Instant filesUntil,
      CaseId caseId,
      @Nullable EventId id,
      Collection<Citizen> readers) {
    var task =
        item(
            ERASE
                + "#"
                + Values.sortable(at)
                + "#"
                + caseId.value()
                + (id == null ? "" : "#" + id.value()));
    task.put("case", text(caseId.value()));
    if (id != null) {
      task.put("id", text(id.value()));
    }
    task.put("erasedAt", text(at.toString()));
    task.put("filesUntil", text(filesUntil.toString()));
    task.put(
        "readers",
        AttributeValue.fromL(readers.stream().map(reader -> text(reader.key())).toList()));
    return put(tables, task);
  }

  /**
   * Look after a closed case, from this day on: the day it was closed at first, then each day on
   * which something of it has been kept long enough.
   */
  public static TransactWriteItem closed(Tables tables, LocalDate day, CaseId caseId) {
    var task = item(CLOSED + "#" + day + "#" + caseId.value());
    task.put("case", text(caseId.value()));
    return put(tables, task);
  }

  /** The key of the one task of a kind that is never done, but comes again and again. */
  public static String standing(String kind) {
    return first(kind) + "0";
  }

  /** The first key of a kind of tasks. */
  public static String first(String kind) {
    return kind + "#";
  }

  /** The last key of those that are due. */
  public static String last(String kind, Instant now) {
    return kind + "#" + Values.sortable(now) + IndexKeys.END;
  }

  public static Map<String, AttributeValue> key(String item) {
    return item(item);
  }

  private static Map<String, AttributeValue> item(String item) {
    var task = new LinkedHashMap<String, AttributeValue>();
    task.put("source", text(SOURCE));
    task.put("item", text(item));
    return task;
  }

  private static TransactWriteItem put(Tables tables, Map<String, AttributeValue> task) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(tables.systems()).item(task).build())
        .build();
  }
}
