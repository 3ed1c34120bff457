package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What changes of a stored fact between two versions: what has become of its file, and whether its
 * system still has it.
 *
 * @param set the attributes that change
 * @param remove those that go
 */
public record FactChange(Map<String, AttributeValue> set, List<String> remove) {

  public FactChange {
    set = Map.copyOf(set);
    remove = List.copyOf(remove);
  }

  /** Its bytes are there. */
  public static FactChange arrived() {
    return new FactChange(Map.of(FileProgress.STATE, text(FileState.CHECKING.code())), List.of());
  }

  /** The newest file is good: it is served from now on, and the fact open if it may be seen. */
  public static FactChange good(Map<String, AttributeValue> item, Instant now) {
    return new FactChange(EventItems.checked(item, now), List.of());
  }

  /** The newest file is not taken; what an earlier version served stays. */
  public static FactChange refused(String reason) {
    return new FactChange(
        Map.of(
            FileProgress.STATE, text(FileState.REFUSED.code()), FileProgress.REASON, text(reason)),
        List.of());
  }

  /** What was served is not to be any more: the fact is closed. The newest file is refused too. */
  public static FactChange condemned(String reason) {
    return new FactChange(refused(reason).set(), withFile());
  }

  /**
   * What was served lies there no more: the fact is closed. Where that was the newest file, it has
   * to be handed over again; a newer one may still turn out to be good.
   */
  public static FactChange lost(Map<String, AttributeValue> item) {
    FileProgress before = FileProgress.of(item);
    FileState state = before.state() == FileState.OK ? FileState.MISSING : before.state();
    return new FactChange(Map.of(FileProgress.STATE, text(state.code())), withFile());
  }

  /** What a fact has only while a file of it is served. */
  private static List<String> withFile() {
    var attributes = new ArrayList<>(IndexKeys.ALL);
    attributes.add(FileProgress.CHECKED);
    return attributes;
  }

  /** Its system no longer had it at this time: nobody sees it any more. */
  public static FactChange missed(Instant asOf) {
    return new FactChange(Map.of(EventItems.MISSED, Values.time(asOf)), IndexKeys.ALL);
  }

  /** Its system has it after all: who saw it does so again. */
  public static FactChange found(Map<String, AttributeValue> item, Instant now) {
    return new FactChange(EventItems.found(item, now), List.of(EventItems.MISSED));
  }

  /**
   * As a write, on condition that version, state of the file and whether the system has it are
   * those that were read.
   */
  public TransactWriteItem write(Tables tables, Map<String, AttributeValue> read) {
    var names = new LinkedHashMap<String, String>();
    var values = new LinkedHashMap<String, AttributeValue>();
    String unchanged =
        Stream.of("version", FileProgress.STATE, EventItems.MISSED)
            .map(name -> as(name, read.get(name), names, values))
            .collect(Collectors.joining(" AND "));
    set.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":new_" + name, value);
        });
    remove.forEach(name -> names.put("#" + name, name));
    String sets =
        set.keySet().stream()
            .map(name -> "#" + name + " = :new_" + name)
            .collect(Collectors.joining(", ", set.isEmpty() ? "" : "SET ", ""));
    String removes =
        remove.stream().map(name -> "#" + name).collect(Collectors.joining(", ", " REMOVE ", ""));
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.cases())
                .key(Map.of("caseId", text(text(read, "caseId")), "item", text(text(read, "item"))))
                .updateExpression(remove.isEmpty() ? sets : sets + removes)
                .conditionExpression(unchanged)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  /** The condition that an attribute is as it was read, be it that it was not there. */
  private static String as(
      String name,
      @Nullable AttributeValue read,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    names.put("#" + name, name);
    if (read == null) {
      return "attribute_not_exists(#" + name + ")";
    }
    values.put(":" + name, read);
    return "#" + name + " = :" + name;
  }
}
