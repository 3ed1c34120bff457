package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far the file of a fact has come.
 *
 * @param state of the file that the newest version announces
 * @param checked the last one that was good; the newest, or one of an earlier version
 * @param isServed whether a viewer of the fact gets {@code checked}; if not, nobody sees the fact
 * @param reason why the newest was refused, in a word
 */
public record FileProgress(
    FileState state, @Nullable StoredFile checked, boolean isServed, @Nullable String reason) {

  static final String STATE = "fileState";
  static final String CHECKED = "checkedFile";
  static final String REASON = "fileReason";

  /**
   * What a version that announces this file begins with. Bytes that are known keep their verdict,
   * in whatever version they come. An earlier file stays, until the new one is good, where it is
   * seen now: what was hidden or retracted does not come back with an old file.
   *
   * @param before the fact as it is stored; null when it is new
   */
  public static FileProgress announced(
      StoredFile file, @Nullable Map<String, AttributeValue> before) {
    StoredFile announcedBefore = before == null ? null : announced(before);
    if (before == null || announcedBefore == null) {
      return new FileProgress(FileState.MISSING, null, false, null);
    }
    FileProgress last = of(before);
    if (file.equals(last.checked)) {
      return new FileProgress(FileState.OK, file, true, null);
    }
    boolean stays = last.checked != null && EventItems.isOpen(before);
    return file.equals(announcedBefore)
        ? new FileProgress(last.state, last.checked, stays, last.reason)
        : new FileProgress(FileState.MISSING, last.checked, stays, null);
  }

  /** As it stands in an item of a fact with a file. */
  public static FileProgress of(Map<String, AttributeValue> item) {
    String checked = optionalText(item, CHECKED);
    return new FileProgress(
        FileState.of(text(item, STATE)),
        checked == null ? null : file(Json.parseObject(checked)),
        checked != null && EventItems.isOpen(item),
        optionalText(item, REASON));
  }

  /** Whether nothing has been said yet of the newest file: its bytes may still be handed over. */
  public boolean isWaiting() {
    return state.isWaiting();
  }

  /**
   * Whether a stored fact names these bytes: they are the last that were good, or may turn out to
   * be.
   */
  public static boolean names(Map<String, AttributeValue> item, String sha256) {
    if (!item.containsKey(STATE)) {
      return false;
    }
    if (MessageStub.isOne(item)) {
      return MessageStub.read(item).having(sha256).stream()
          .anyMatch(each -> each.state() != FileState.REFUSED);
    }
    FileProgress last = of(item);
    StoredFile announced = last.isWaiting() ? announced(item) : null;
    return isOf(last.checked, sha256) || isOf(announced, sha256);
  }

  private static boolean isOf(@Nullable StoredFile file, String sha256) {
    return file != null && file.sha256().equals(sha256);
  }

  /** The file that the newest version of a stored fact announces; null when it has none. */
  public static @Nullable StoredFile announced(Map<String, AttributeValue> item) {
    String body = optionalText(item, "body"); // a tombstone has none
    return body != null && Json.parseObject(body).get("file") instanceof Map<?, ?> file
        ? file(Json.asObject(file))
        : null;
  }

  Map<String, AttributeValue> attributes() {
    var attributes = new LinkedHashMap<String, AttributeValue>();
    attributes.put(STATE, text(state.code()));
    if (checked != null) {
      attributes.put(CHECKED, text(Json.write(checked.shown().members())));
    }
    if (reason != null) {
      attributes.put(REASON, text(reason));
    }
    return attributes;
  }

  private static StoredFile file(Map<String, @Nullable Object> stored) {
    Members members = Members.of(stored, "");
    StoredFile file = StoredFile.from(members);
    members.refuseIfWrong();
    return file;
  }
}
