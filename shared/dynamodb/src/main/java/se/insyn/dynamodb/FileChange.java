package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What has become of a stored fact's file.
 *
 * @param set the attributes that change
 * @param remove those that go
 */
public record FileChange(Map<String, AttributeValue> set, List<String> remove) {

  public FileChange {
    set = Map.copyOf(set);
    remove = List.copyOf(remove);
  }

  /** Its bytes are there. */
  public static FileChange arrived() {
    return new FileChange(Map.of(FileProgress.STATE, text(FileState.CHECKING.code())), List.of());
  }

  /** The newest file is good: it is served from now on, and the fact open if it may be seen. */
  public static FileChange good(Map<String, AttributeValue> item, Instant now) {
    return new FileChange(EventItems.checked(item, now), List.of());
  }

  /** The newest file is not taken; what an earlier version served stays. */
  public static FileChange refused(String reason) {
    return new FileChange(
        Map.of(
            FileProgress.STATE, text(FileState.REFUSED.code()), FileProgress.REASON, text(reason)),
        List.of());
  }

  /** What was served is not to be any more: the fact is closed. The newest file is refused too. */
  public static FileChange condemned(String reason) {
    return new FileChange(
        refused(reason).set(),
        List.of(
            FileProgress.CHECKED,
            IndexKeys.BY_DATE,
            IndexKeys.BY_KIND,
            IndexKeys.BY_APPLICATION,
            IndexKeys.BY_PARENT,
            IndexKeys.BY_OPEN));
  }

  /** As a write, on condition that version and state of the file are those that were read. */
  public TransactWriteItem write(Tables tables, Map<String, AttributeValue> read) {
    var names = new LinkedHashMap<String, String>();
    var values = new LinkedHashMap<String, AttributeValue>();
    names.put("#version", "version");
    names.put("#state", FileProgress.STATE);
    values.put(":version", Values.number(Values.number(read, "version")));
    values.put(":state", text(text(read, FileProgress.STATE)));
    set.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":new_" + name, value);
        });
    remove.forEach(name -> names.put("#" + name, name));
    String sets =
        set.keySet().stream()
            .map(name -> "#" + name + " = :new_" + name)
            .collect(Collectors.joining(", ", "SET ", ""));
    String removes =
        remove.stream().map(name -> "#" + name).collect(Collectors.joining(", ", " REMOVE ", ""));
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.cases())
                .key(Map.of("caseId", text(text(read, "caseId")), "item", text(text(read, "item"))))
                .updateExpression(remove.isEmpty() ? sets : sets + removes)
                .conditionExpression("#version = :version AND #state = :state")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build())
        .build();
  }
}
